/**
 * The question inside a message: what is asked counts most, what was pasted along counts little or not at all.
 *
 * People write a greeting, the story, a log, a quoted mail, and somewhere between a question.
 */
import {isStopWord, wordsOf} from './terms.js';

/** Longest text that is read; a chat message has 4,000 characters at most. */
const maxChars = 4000;

/** A word of the question with the weight of the sentence it stands in. */
export interface Asked {
  readonly word: string;
  /** 0..1. */
  readonly weight: number;
  readonly part: boolean;
}

/** Content words from which on a message has context that is no question. */
const longFrom = 7;
const contextWeight = 0.45;

const cue =
  /\?\s*$|^(?:(?:so|and|but|also|then|ok|hi|hey|hello|please|pls)[,:]?\s+)*(?:how|what|whats|where|which|who|whom|when|why|can|could|do|does|did|is|are|should|shall|may|must|will|would|any)\b|\b(?:how (?:do|to|can|should)|where (?:do|can|should|is)|which (?:list|tree|one)|what (?:is|should|do|prefix)|do i (?:need|have)|should i|am i)\b/i;

/** Fenced code, quoted mail, log lines, diff lines and the like: pasted, not asked. */
const pasted =
  /^\s*(?:>|\+{1,3}[^\s]|-{3}\s|@@|diff --git|index [0-9a-f]{7}|\[\s*\d+\.\d+\]|#\d+\s+0x|(?:[0-9a-f]{2}\s){6}|\S+\+0x[0-9a-f]+\/0x)/;

/** Words of a message without stop words, each with its weight, at its best place. */
export function askedWords(message: string): Asked[] {
  const text = stripPasted(message.slice(0, maxChars));
  const sentences = sentencesOf(text).map((sentence) => ({
    words: wordsOf(sentence).filter(({word}) => !isStopWord(word)),
    asks: cue.test(sentence.trim()),
  }));
  const total = sentences.reduce((sum, {words}) => sum + words.length, 0);
  const weigh = total >= longFrom && sentences.some(({asks, words}) => asks && words.length > 1);
  const best = new Map<string, Asked>();
  for (const {words, asks} of sentences) {
    const weight = weigh && !asks ? contextWeight : 1;
    for (const {word, part} of words) {
      const known = best.get(word);
      if (!known || known.weight < weight || (known.part && !part)) {
        best.set(word, {word, part: part && (known?.part ?? true), weight: Math.max(weight, known?.weight ?? 0)});
      }
    }
  }
  return [...best.values()];
}

function stripPasted(text: string): string {
  const parts = text.split('```');
  const outside = parts.length > 2 ? parts.filter((_, index) => index % 2 === 0).join('\n') : text;
  const lines = outside.split('\n').filter((line) => !pasted.test(line));
  const kept = lines.join('\n');
  // A message that is all code is still a question about that code.
  return /[\p{L}\p{N}]{2}/u.test(kept) ? kept : text;
}

/** Sentences end at a mark followed by white space, or at a line end; `v6.1` and `bpf.git` go on. */
function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.!?;])\s+|\n+/).filter((sentence) => sentence.trim() !== '');
}

/**
 * Somebody names the bot without a question: "^", "this?", or nothing but its name. The question stands in what was
 * said before.
 */
import type {Knowledge, Outcome} from '../knowledge/index.js';
import {askedText} from './commands/ask.js';
import {quote} from './quote.js';

/** A message of a conversation. */
export interface Said {
  /** The name others see. */
  readonly author: string;
  readonly text: string;
  /** Bots ask nothing, this one included. */
  readonly isBot: boolean;
  /** The platform does not show what was written, so `text` is empty. */
  readonly isHidden?: boolean;
}

/** Words that point at another message and ask nothing themselves. */
const pointing =
  /^(?:(?:please|pls|plz|hey|hi|hello|can|could|would|you|what|about|any|help|answer|with|on|to|see|the|and|thoughts|idea|question|above|here|this|that|it|one|message|thread|op|for|him|her|them|us|me)\b|[\s\p{P}\p{S}])*$/iu;
/** Looked at from the newest back; a thread's first message is always looked at. */
const lookedAt = 20;
const quotedChars = 200;

/** @param text What was said to the bot, its own name taken out. */
export function isPointing(text: string): boolean {
  return text.length <= 120 && pointing.test(text);
}

/** Whether the message that was pointed at, the newest of a person, cannot be read. */
export function isOutOfSight(messages: readonly Said[]): boolean {
  return messages.findLast(({isBot}) => !isBot)?.isHidden === true;
}

export interface Taken {
  readonly said: Said;
  readonly outcome: Outcome;
}

/**
 * The message that was meant: the newest that the HOWTO answers, else the first that it may answer, else the last one.
 *
 * @param messages Oldest first, without the one that points; the first of them opens the thread.
 * @returns Undefined where nobody has said anything.
 */
export function questionIn(messages: readonly Said[], knowledge: Knowledge): Taken | undefined {
  const people = messages.filter(({isBot, text}) => !isBot && !isPointing(text));
  const near = [...new Set([...people.slice(0, 1), ...people.slice(-lookedAt)])];
  const taken = near.map((said): Taken => ({said, outcome: knowledge.search(askedText(said.text))}));
  return (
    taken.findLast(({outcome}) => outcome.outcome === 'answer') ??
    taken.find(({outcome}) => outcome.outcome === 'choices') ??
    taken.at(-1)
  );
}

/** Which message was taken, so that a wrong one is seen at once. */
export function takenSentence({author, text}: Said): string {
  return `Taken as the question, from ${quote(author, 80)}: "${quote(text, quotedChars)}"`;
}

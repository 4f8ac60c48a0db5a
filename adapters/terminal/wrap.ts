/**
 * Lines become rows of a window: words stay whole where they fit, nesting stays visible, code is left as it is.
 */
import type {Line} from '../../bot/layout.js';
import type {Span} from '../../bot/spans.js';
import {characterWidth, displayWidth} from '../../bot/width.js';

/** What cannot be parted: pieces of one or more spans, with a blank before them or not. */
interface Word {
  readonly pieces: Span[];
  width: number;
  readonly blank?: Span;
}

/**
 * @param columns From 20; `Infinity` wraps nothing.
 * @returns At least one row; each begins with its indentation as a span of its own where it has one.
 */
export function wrapLine(line: Line, columns: number): Span[][] {
  if (line.verbatim || columns === Infinity) return [[...lead(line.lead), ...line.spans]];
  const first = fitLead(line.lead, columns);
  const hang = fitLead(line.hang, columns);
  const rows: Span[][] = [lead(first)];
  let used = displayWidth(first);
  // A name that leaves no room beside it stands alone, and what it names stands below.
  const alone = used > columns / 2 && line.spans.length > 0;
  if (alone) used = columns;
  let atStart = !alone;
  for (const word of wordsOf(line.spans, columns - displayWidth(hang))) {
    const gap = word.blank && !atStart ? 1 : 0;
    if (!atStart && used + gap + word.width > columns) {
      rows.push(lead(hang));
      used = displayWidth(hang);
    } else if (gap > 0 && word.blank) {
      rows.at(-1)?.push({...word.blank, text: ' '});
      used += 1;
    }
    rows.at(-1)?.push(...word.pieces);
    used += word.width;
    atStart = false;
  }
  return rows;
}

function lead(text: string): Span[] {
  return text === '' ? [] : [{text}];
}

/** Indentation takes a quarter of a narrow window at most. */
function fitLead(text: string, columns: number): string {
  const indent = text.length - text.trimStart().length;
  const most = Math.floor(columns / 4);
  return indent > most ? text.slice(indent - most) : text;
}

/**
 * Part spans at blanks, and around characters that are two columns wide, between which lines may break anywhere.
 * A word wider than a row is parted too, unless it is an address: the terminal wraps those, and they can be copied.
 */
function wordsOf(spans: readonly Span[], room: number): Word[] {
  const words: Word[] = [];
  let blank: Span | undefined;
  let joins = false;
  const add = (piece: Span, width: number, breaksBefore: boolean, breaksAfter: boolean) => {
    const last = words.at(-1);
    if (joins && !breaksBefore && last) {
      last.pieces.push(piece);
      last.width += width;
    } else words.push({pieces: [piece], width, ...(blank ? {blank} : {})});
    blank = undefined;
    joins = !breaksAfter;
  };
  for (const {text, ...face} of spans) {
    for (const part of text.match(/\s+|\S+/gu) ?? []) {
      if (/^\s/u.test(part)) {
        blank = {text: ' ', ...face};
        joins = false;
        continue;
      }
      for (const {piece, width, isBreakable} of piecesOf(part, room)) {
        add({text: piece, ...face}, width, isBreakable, isBreakable);
      }
    }
  }
  return words;
}

function piecesOf(part: string, room: number): {piece: string; width: number; isBreakable: boolean}[] {
  const whole = displayWidth(part);
  if (whole === part.length && whole <= room) return [{piece: part, width: whole, isBreakable: false}];
  if (/:\/\/|\w@\w/u.test(part)) return [{piece: part, width: whole, isBreakable: false}];
  const pieces: {piece: string; width: number; isBreakable: boolean}[] = [];
  for (const character of part) {
    const width = characterWidth(character);
    const last = pieces.at(-1);
    const isFull = last !== undefined && last.width + width > room;
    if (last && width === 0) last.piece += character;
    else if (last && width === 1 && !last.isBreakable && !isFull) {
      last.piece += character;
      last.width += 1;
    } else pieces.push({piece: character, width, isBreakable: width === 2 || isFull});
  }
  return pieces;
}

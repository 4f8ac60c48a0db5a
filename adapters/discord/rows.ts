/**
 * Rows of Discord Markdown, which may be parted between any two of them and stay whole.
 *
 * Code has no marks of its own here: they are put around each run of its rows when the text is made.
 */
import type {Span} from '../../bot/spans.js';
import {escapeLineStart} from './escape.js';
import {spansToMarkdown} from './markdown.js';

export interface Row {
  /** Blanks and marks before the text, as they are written. */
  readonly lead: string;
  /** Finished Markdown of one line, or a line of code as it is. */
  readonly text: string;
  readonly code?: true;
  readonly quoted?: true;
}

/** Longest row: one fits into a message of 4000 characters, whatever its lead. */
export const rowChars = 3500;
/** Longest piece that a row is parted into where it is too long; escaped and with its marks it still fits. */
const pieceChars = 1000;

export const blankRow: Row = {lead: '', text: ''};

/** One row, or as many as a text takes that is longer than any message. */
export function spansToRows(spans: readonly Span[], masked: boolean): Row[] {
  const text = escapeLineStart(spansToMarkdown(spans, masked));
  if (text.length <= rowChars) return [{lead: '', text}];
  const rows: Row[] = [];
  let waiting: Span[] = [];
  for (const piece of spans.flatMap(partSpan)) {
    const longer = [...waiting, piece];
    if (waiting.length > 0 && spansToMarkdown(longer, masked).length > rowChars) {
      rows.push({lead: '', text: escapeLineStart(spansToMarkdown(waiting, masked))});
      waiting = [piece];
    } else waiting = longer;
  }
  return [...rows, {lead: '', text: escapeLineStart(spansToMarkdown(waiting, masked))}];
}

/** Code that is copied as it stands. */
export function codeRows(lines: readonly string[]): Row[] {
  return lines.flatMap((line) => partText(line, rowChars).map((text): Row => ({lead: '', text, code: true})));
}

/** @returns Text of the rows, one a line, without blank lines at either end. */
export function rowsToMarkdown(rows: readonly Row[]): string {
  const lines: string[] = [];
  let open: Row | undefined;
  for (const row of [...rows, blankRow]) {
    if (open && (row.code !== true || row.quoted !== open.quoted)) {
      lines.push(`${quoteMark(open)}\`\`\``);
      open = undefined;
    }
    if (row.code && !open) {
      lines.push(`${quoteMark(row)}\`\`\``);
      open = row;
    }
    lines.push(quoteMark(row) + row.lead + row.text);
  }
  return lines.join('\n').replace(/^\n+|\s+$/gu, '');
}

/** Put `first` before the first row and `rest` before all that follow. Code stays at the edge. */
export function indentRows(rows: readonly Row[], first: string, rest: string): Row[] {
  const [opening] = rows;
  if (!opening) return [];
  // A list would go on into the code and take blanks of it away, so the code ends it and the mark stands alone.
  if (opening.code) {
    const mark = escapeLineStart(first.trimEnd());
    return [...(mark === '' ? [] : [{lead: '', text: mark}]), ...indentRest(rows, rest)];
  }
  return [{...opening, lead: first + opening.lead}, ...indentRest(rows.slice(1), rest)];
}

function indentRest(rows: readonly Row[], rest: string): Row[] {
  return rows.map((row) => (row.code || (row.text === '' && row.lead === '') ? row : {...row, lead: rest + row.lead}));
}

function quoteMark(row: Row): string {
  return row.quoted ? '> ' : '';
}

function partSpan(span: Span): Span[] {
  return partText(span.text, pieceChars).map((text) => ({...span, text}));
}

/** Pieces of a text, parted after a blank where there is one near the limit, and never inside a character. */
function partText(text: string, limitChars: number): string[] {
  const pieces: string[] = [];
  let rest = text;
  while (rest.length > limitChars) {
    const blank = rest.lastIndexOf(' ', limitChars - 1) + 1;
    const low = rest.charCodeAt(limitChars) & 0xfc00;
    const at = blank > limitChars / 2 ? blank : limitChars - (low === 0xdc00 ? 1 : 0);
    pieces.push(rest.slice(0, at));
    rest = rest.slice(at);
  }
  return [...pieces, rest];
}

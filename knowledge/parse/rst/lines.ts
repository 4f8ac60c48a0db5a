/**
 * The lines of a source text, and the way back from a place in a line to a place in the text.
 *
 * RST is about columns: tabs count to the next multiple of eight (docutils' default) and trailing white space does
 * not count. Positions in the tree speak of the text as it was given, so every line remembers where its characters
 * came from.
 */
import type {Point, Position} from 'unist';
import {columnIndices} from './width.js';

/** Columns between tab stops. Source: docutils, "tab_width" setting. */
const tabColumns = 8;

/** Behind this column a tab is one column wide: nobody aligns there, and a megabyte of tabs stays a megabyte. */
const lastTabColumn = 4096;

export interface Line {
  /** Tabs expanded, no line end, no trailing white space. */
  readonly text: string;
  /** Columns before the first character; 0 for a blank line. */
  readonly indent: number;
  /** Offset of the line's first character in the source text. */
  readonly offset: number;
  /** Characters before it that count to its line: 1 behind a byte order mark. */
  readonly lead: number;
  /** Characters of the source line without its end. */
  readonly rawLength: number;
  /** For a line with tabs: index into the source line of each column. */
  readonly origins: readonly number[] | undefined;
  /** 0-based line of the whole text. */
  readonly number: number;
  /** Columns of the whole line that were cut off in front: more than 0 in a table cell. */
  readonly shift: number;
}

export class Source {
  readonly #indices = new Map<number, {readonly from: number; readonly indices: readonly number[] | undefined}>();

  private constructor(
    private readonly length: number,
    readonly lines: readonly Line[],
  ) {}

  static of(text: string): Source {
    return new Source(text.length, splitLines(text));
  }

  /**
   * Columns `from` to `to` of some lines as a source of their own, for a table cell; they count from `column` on, as a
   * reader sees them. Positions stay those of the whole.
   */
  cut(first: number, last: number, column: number, from: number, to: number): Source {
    const lines = this.lines.slice(first, last + 1).map((line, row) => {
      const start = column + this.#indexOf(first + row, column, from);
      const text = line.text.slice(start, column + this.#indexOf(first + row, column, to)).trimEnd();
      return {...line, text, indent: text.length - text.trimStart().length, shift: line.shift + start};
    });
    return new Source(this.length, lines);
  }

  /** Index of a column that counts from another one on; it is kept, since every cell of a table asks. */
  #indexOf(line: number, from: number, column: number): number {
    let known = this.#indices.get(line);
    if (known?.from !== from) {
      known = {from, indices: columnIndices(this.lines[line]?.text.slice(from) ?? '')};
      this.#indices.set(line, known);
    }
    return known.indices?.[column] ?? column;
  }

  /** Lines `first` to `to` (exclusive), the first one from column `from`, the others from `column`. */
  move(first: number, to: number, from: number, column: number): Source {
    const lines = this.lines.slice(first, to).map((line, index) => {
      const cut = index === 0 ? from : Math.min(column, line.indent);
      const text = line.text.slice(cut);
      return {...line, text, indent: text.length - text.trimStart().length, shift: line.shift + cut};
    });
    return new Source(this.length, lines);
  }

  /** A place in the source text, from a line (0-based) and a column of its expanded text (0-based). */
  point(line: number, column: number): Point {
    const at = this.lines[line];
    if (!at) return {line: 1, column: 1, offset: this.length};
    const shifted = column + at.shift;
    const raw = at.origins ? (at.origins[shifted] ?? at.rawLength) : Math.min(shifted, at.rawLength);
    return {line: at.number + 1, column: at.lead + raw + 1, offset: at.offset + raw};
  }

  /** Where the text ends, its last line end included. */
  get end(): Point {
    const last = this.lines.at(-1);
    return last
      ? {line: last.number + 1, column: this.length - last.offset + last.lead + 1, offset: this.length}
      : {line: 1, column: 1, offset: 0};
  }

  /** From a column of one line to the end of another line, both 0-based. */
  position(line: number, column: number, lastLine: number): Position {
    const last = this.lines[lastLine];
    return {start: this.point(line, column), end: this.point(lastLine, last ? last.text.length : 0)};
  }
}

function splitLines(text: string): Line[] {
  const lines: Line[] = [];
  let offset = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (offset <= text.length) {
    let end = text.indexOf('\n', offset);
    if (end < 0) end = text.length;
    const rawEnd = end > offset && text.charCodeAt(end - 1) === 13 ? end - 1 : end;
    lines.push(lineOf(text.slice(offset, rawEnd), offset, lines.length));
    offset = end + 1;
  }
  return lines;
}

function lineOf(raw: string, offset: number, number: number): Line {
  let text = raw;
  let origins: number[] | undefined;
  if (raw.includes('\t')) {
    origins = [];
    const parts: string[] = [];
    for (let index = 0; index < raw.length; index++) {
      const isTab = raw[index] === '\t';
      const width = isTab && origins.length < lastTabColumn ? tabColumns - (origins.length % tabColumns) : 1;
      for (let column = 0; column < width; column++) origins.push(index);
      parts.push(isTab ? ' '.repeat(width) : raw.charAt(index));
    }
    text = parts.join('');
  }
  // Form feeds and vertical tabs stand for a space each, as docutils has it.
  if (text.includes('\f') || text.includes('\v')) text = text.replace(/[\f\v]/g, ' ');
  text = text.trimEnd();
  let indent = 0;
  while (indent < text.length && text.charCodeAt(indent) === 32) indent++;
  const lead = number === 0 ? offset : 0;
  return {text, indent: text === '' ? 0 : indent, offset, lead, rawLength: raw.length, origins, number, shift: 0};
}

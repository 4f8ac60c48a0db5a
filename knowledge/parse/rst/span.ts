/**
 * A run of text that inline markup is read from: one or several lines, with the way back to their places.
 */
import type {Point, Position} from 'unist';
import type {Source} from './lines.js';

/** Where one line of a span begins. */
interface Start {
  /** Index into the span's text. */
  readonly at: number;
  /** 0-based line of the source, and column of the line's expanded text. */
  readonly line: number;
  readonly column: number;
}

export class Span {
  constructor(
    /** Lines joined by `\n`, their indentation removed. */
    readonly text: string,
    private readonly source: Source,
    private readonly starts: readonly Start[],
  ) {}

  /** Lines `first` to `last` from a column on; the first line may begin elsewhere. Both 0-based and inclusive. */
  static ofLines(source: Source, first: number, last: number, column: number, firstColumn = column): Span {
    const parts: string[] = [];
    const starts: Start[] = [];
    let at = 0;
    for (let line = first; line <= last; line++) {
      const text = source.lines[line]?.text ?? '';
      const from = line === first ? firstColumn : Math.min(column, source.lines[line]?.indent ?? 0);
      const part = text.slice(from);
      parts.push(part);
      starts.push({at, line, column: from});
      at += part.length + 1;
    }
    return new Span(parts.join('\n'), source, starts);
  }

  /** A part of this span. */
  slice(from: number, to: number): Span {
    const starts = this.starts.map((start) => ({...start, at: start.at - from}));
    return new Span(this.text.slice(from, to), this.source, starts);
  }

  /** The place of a character; the index may be the text's length. */
  point(at: number): Point {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle]?.at ?? 0) <= at) low = middle;
      else high = middle - 1;
    }
    const start = this.starts[low];
    if (!start) return {line: 1, column: 1, offset: 0};
    return this.source.point(start.line, start.column + at - start.at);
  }

  position(from: number, to: number): Position {
    return {start: this.point(from), end: this.point(to)};
  }
}

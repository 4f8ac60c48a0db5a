/**
 * Rows that do not fit the window at once, page by page. It holds rows; who shows them decides when.
 */

export interface Pages {
  /** Whether rows are left. */
  readonly isOpen: boolean;
  /** The next rows that fit; all that are left where the window is too small to page. */
  next(): readonly string[];
  close(): void;
}

/** Rows of a page that go to the prompt and to one row of context. */
const reservedRows = 2;

/**
 * @param rows Rows without line feeds.
 * @param windowRows Height of the window now; asked for every page.
 * @param heightOf Rows of the window that a row takes: code is not wrapped here and may take several.
 */
export function openPages(rows: readonly string[], windowRows: () => number, heightOf: (row: string) => number): Pages {
  let left = rows;
  return {
    get isOpen() {
      return left.length > 0;
    },
    next() {
      const room = windowRows() - reservedRows;
      if (room < 3) return take(left.length);
      let count = 0;
      let used = 0;
      for (const row of left) {
        used += heightOf(row);
        if (used > room && count > 0) break;
        count += 1;
      }
      return take(count);
    },
    close() {
      left = [];
    },
  };

  function take(count: number): readonly string[] {
    const page = left.slice(0, count);
    left = left.slice(count);
    return page;
  }
}

/**
 * Rows of the bench and the table they are printed as.
 *
 * A goal is a limit from above, on the value or on its ratio to the reference.
 */

export interface Measured {
  readonly what: string;
  readonly value: number;
  readonly unit: 'ms' | 's' | 'MB' | '';
  /** Measured in the same run, in the same unit. */
  readonly reference?: {readonly name: string; readonly value: number};
  readonly goal?: {readonly of: 'value' | 'ratio'; readonly most: number};
}

export interface NotMeasured {
  readonly what: string;
  readonly reason: string;
}

export type Row = Measured | NotMeasured;

const head = ['what', 'measured', 'goal', 'reference', 'ratio', 'verdict'];
/** Columns of numbers stand to the right. */
const right = new Set([1, 2, 4]);

export function formatTable(rows: readonly Row[]): string {
  const lines = [head, ...rows.map(cellsOf)];
  const widths = head.map((_, column) => Math.max(...lines.map((cells) => cells[column]?.length ?? 0)));
  const rule = widths.map((width) => '-'.repeat(width));
  // Reasons are long; the last column needs no padding and takes no part in the rule.
  rule[head.length - 1] = '-'.repeat('verdict'.length);
  const [title = head, ...body] = lines;
  return [title, rule, ...body].map((cells) => layOut(cells, widths)).join('\n');
}

function layOut(cells: readonly string[], widths: readonly number[]): string {
  const padded = cells.map((cell, column) => {
    const width = widths[column] ?? 0;
    return right.has(column) ? cell.padStart(width) : cell.padEnd(width);
  });
  return padded.join('  ').trimEnd();
}

function cellsOf(row: Row): string[] {
  if ('reason' in row) return [row.what, '', '', '', '', `not measured: ${row.reason}`];
  const {what, value, unit, reference, goal} = row;
  const ratio = reference && value / reference.value;
  const judged = goal?.of === 'ratio' ? ratio : value;
  return [
    what,
    amount(value, unit),
    goal ? `<= ${goal.of === 'ratio' ? `${goal.most} x` : amount(goal.most, unit)}` : '',
    reference ? `${reference.name} ${amount(reference.value, unit)}` : '',
    ratio === undefined ? '' : `${digits(ratio)} x`,
    !goal || judged === undefined ? 'no goal' : judged <= goal.most ? 'met' : 'not met',
  ];
}

function amount(value: number, unit: string): string {
  return `${digits(value)} ${unit}`.trimEnd();
}

/** Three digits that count, without an exponent. */
function digits(value: number): string {
  return value >= 1000 ? value.toFixed(0) : String(Number(value.toPrecision(3)));
}

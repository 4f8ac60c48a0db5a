/** How two outlines differ, category by category. */
import {categories, type Category, type Item, type Outline} from './outline.js';

export interface Difference {
  readonly category: Category;
  readonly line: number;
  /** Whose item it is: what docutils finds and we miss, or what we find alone. */
  readonly side: 'docutils' | 'ours' | 'order';
  readonly value: string;
}

export interface CategoryCount {
  readonly docutils: number;
  readonly ours: number;
  readonly equal: number;
}

export interface Comparison {
  readonly counts: Readonly<Record<Category, CategoryCount>>;
  readonly differences: readonly Difference[];
}

export function compareOutlines(docutils: Outline, ours: Outline): Comparison {
  const differences: Difference[] = [];
  const counts = Object.fromEntries(
    categories.map((category) => {
      const found = compareItems(category, docutils[category], ours[category]);
      differences.push(...found);
      const missing = found.filter((difference) => difference.side === 'docutils').length;
      return [
        category,
        {
          docutils: docutils[category].length,
          ours: ours[category].length,
          equal: docutils[category].length - missing,
        },
      ];
    }),
  ) as Record<Category, CategoryCount>;
  return {counts, differences};
}

/** Items that stand on one side only; where both sides hold the same items, the first that stands elsewhere. */
function compareItems(category: Category, docutils: readonly Item[], ours: readonly Item[]): Difference[] {
  const missing = without(docutils, ours).map(([line, value]) => ({category, line, side: 'docutils', value}) as const);
  const extra = without(ours, docutils).map(([line, value]) => ({category, line, side: 'ours', value}) as const);
  if (missing.length + extra.length > 0) return [...missing, ...extra].sort((a, b) => a.line - b.line);
  const moved = ours.find(([, value], index) => value !== docutils[index]?.[1]);
  return moved === undefined ? [] : [{category, line: moved[0], side: 'order', value: moved[1]}];
}

/** Items of `these` less those of `others`, each taken away once. */
function without(these: readonly Item[], others: readonly Item[]): Item[] {
  const left = new Map<string, number>();
  for (const [, value] of others) left.set(value, (left.get(value) ?? 0) + 1);
  return these.filter(([, value]) => {
    const count = left.get(value) ?? 0;
    left.set(value, count - 1);
    return count <= 0;
  });
}

/**
 * The table of contents: which sections there are, and which questions stand in each.
 */
import type {Entry, Knowledge} from '../knowledge/index.js';

export interface Section {
  /** Titles from the outermost section inwards; empty for questions that stand in none. */
  readonly path: readonly string[];
  /** The path as one line. */
  readonly title: string;
  readonly entries: readonly Entry[];
}

/** How the titles of a path are joined wherever it is shown on one line. */
export function sectionTitle(path: readonly string[]): string {
  return path.length === 0 ? 'Without a section' : path.join(' > ');
}

/** @returns In document order; sections of one path in several documents are one. */
export function sectionsOf(knowledge: Knowledge): Section[] {
  const byKey = new Map<string, {path: readonly string[]; entries: Entry[]}>();
  for (const entry of knowledge.entries) {
    const key = JSON.stringify(entry.section);
    const known = byKey.get(key);
    if (known) known.entries.push(entry);
    else byKey.set(key, {path: entry.section, entries: [entry]});
  }
  return [...byKey.values()].map(({path, entries}) => ({path, title: sectionTitle(path), entries}));
}

/**
 * What the maintainers of a tree say of it, such as whether it takes patches now: their words with a link, not ours.
 */
import type {Database} from './database.js';

export interface TreeNote {
  readonly tree: string;
  readonly note: string;
  /** Where it is said. */
  readonly link: string;
  readonly checkedAt: Date;
  /** Who keeps it. */
  readonly keeper: string;
}

export interface TreeNotes {
  /** Replaces the note of the tree. */
  put(note: TreeNote): Promise<void>;
  remove(tree: string): Promise<void>;
  /** By tree. */
  all(): Promise<TreeNote[]>;
}

export function treeNotesIn({query}: Database): TreeNotes {
  return {
    put: async ({tree, note, link, checkedAt, keeper}) => {
      const facts = {note, link, checked_at: checkedAt.getTime(), keeper};
      await query
        .insertInto('tree_notes')
        .values({tree, ...facts})
        .onConflict((on) => on.column('tree').doUpdateSet(facts))
        .execute();
    },
    remove: async (tree) => {
      await query.deleteFrom('tree_notes').where('tree', '=', tree).execute();
    },
    all: async () => {
      const rows = await query.selectFrom('tree_notes').selectAll().orderBy('tree').execute();
      return rows.map(({checked_at, ...same}) => ({...same, checkedAt: new Date(checked_at)}));
    },
  };
}

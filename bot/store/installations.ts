/**
 * Installations of the Slack app in many workspaces. They hold tokens; the store does not read them.
 */
import type {Database} from './database.js';

export interface Installations {
  /** @param id Of the workspace or of the organisation. @param installation As text; replaces what was there. */
  keep(id: string, installation: string): Promise<void>;
  find(id: string): Promise<string | undefined>;
  remove(id: string): Promise<void>;
}

export function installationsIn({query}: Database): Installations {
  return {
    keep: async (id, installation) => {
      await query
        .insertInto('installations')
        .values({id, installation})
        .onConflict((on) => on.column('id').doUpdateSet({installation}))
        .execute();
    },
    find: async (id) => {
      const row = await query.selectFrom('installations').selectAll().where('id', '=', id).executeTakeFirst();
      return row?.installation;
    },
    remove: async (id) => {
      await query.deleteFrom('installations').where('id', '=', id).execute();
    },
  };
}

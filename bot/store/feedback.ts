/**
 * How often an answer was said to help, and how often not. Who said so is not kept.
 */
import type {Database} from './database.js';

export interface FeedbackCount {
  /** Id of the entry. */
  readonly entry: string;
  readonly helped: number;
  readonly failed: number;
}

export interface FeedbackCounts {
  count(entry: string, helpful: boolean): Promise<void>;
  /** By entry. */
  all(): Promise<FeedbackCount[]>;
}

export function feedbackIn({query}: Database): FeedbackCounts {
  return {
    count: async (entry, helpful) => {
      const one = {helped: helpful ? 1 : 0, failed: helpful ? 0 : 1};
      await query
        .insertInto('feedback')
        .values({entry, ...one})
        .onConflict((on) =>
          on.column('entry').doUpdateSet((to) => ({
            helped: to('feedback.helped', '+', one.helped),
            failed: to('feedback.failed', '+', one.failed),
          })),
        )
        .execute();
    },
    all: async () => query.selectFrom('feedback').select(['entry', 'helped', 'failed']).orderBy('entry').execute(),
  };
}

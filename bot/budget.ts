/**
 * Fair use: how much one person, and one channel, may ask. Who asks more is told once when to go on, then nothing.
 *
 * A budget is a bucket that holds `count` questions and fills up again evenly over `perMs`.
 */

export interface Budget {
  readonly count: number;
  readonly perMs: number;
}

export interface Budgets {
  readonly person: Budget;
  readonly place: Budget;
}

/** What a question is met with. */
export type Grant =
  | {readonly type: 'granted'}
  /** The first one too many: `waitMs` until there is room again, in `whose` budget. */
  | {readonly type: 'spent'; readonly whose: keyof Budgets; readonly budget: Budget; readonly waitMs: number}
  /** One more after that. */
  | {readonly type: 'ignored'};

export interface Purse {
  /** @param person @param place Keys of who asks and where, unique over platforms. */
  spend(person: string, place: string): Grant;
}

interface Bucket {
  /** Questions that may still be asked, at `at`. */
  left: number;
  at: number;
  wasTold: boolean;
}

/** Buckets kept at once; a full one holds nothing worth keeping, so those that were not used for long go first. */
const maxBuckets = 20_000;

/** @param now Milliseconds since the epoch; a jump back costs nobody anything. */
export function createPurse(budgets: Budgets, now: () => number): Purse {
  const buckets = new Map<string, Bucket>();
  const bucketOf = (key: string, {count, perMs}: Budget): Bucket => {
    const at = now();
    const known = buckets.get(key) ?? {left: count, at, wasTold: false};
    known.left = Math.min(count, known.left + (Math.max(0, at - known.at) * count) / perMs);
    known.at = at;
    // Put last, so that the first are those unused for longest.
    buckets.delete(key);
    buckets.set(key, known);
    for (const oldest of buckets.keys()) {
      if (buckets.size <= maxBuckets) break;
      buckets.delete(oldest);
    }
    return known;
  };
  return {
    spend(person, place) {
      const own = {
        person: bucketOf(`person:${person}`, budgets.person),
        place: bucketOf(`place:${place}`, budgets.place),
      };
      for (const whose of ['person', 'place'] as const) {
        if (own[whose].left >= 1) continue;
        // Each person is told once, also where it is the channel's budget that is spent.
        if (own.person.wasTold) return {type: 'ignored'};
        own.person.wasTold = true;
        const budget = budgets[whose];
        return {type: 'spent', whose, budget, waitMs: ((1 - own[whose].left) * budget.perMs) / budget.count};
      }
      own.person.left -= 1;
      own.place.left -= 1;
      own.person.wasTold = false;
      return {type: 'granted'};
    },
  };
}

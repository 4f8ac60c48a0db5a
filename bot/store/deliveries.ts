/**
 * Posts that are to be sent once each, whatever crashes and however many replicas send.
 *
 *     planned ─claim→ (leased) ─begin→ sending ─settle→ settled
 *        ↑                │               │ the lease ends, or nobody knows
 *        └─ lease ends ───┘               ↓
 *                            unsure ─claim→ looked up on the platform: settle, or begin again
 *
 * Planned by a key of its own, so that planning twice plans once. Claimed with a lease and a number, its fence; whoever
 * was overtaken has an old number, and can change nothing any more. Before anything is sent, it is written down that
 * sending begins: a lease that ends afterwards leaves a delivery that may have been sent.
 */
import {sql, type UpdateObject} from 'kysely';
import {claimIn} from './claim.js';
import type {Database} from './database.js';
import {planIn} from './plan.js';
import type {Subscription} from './subscriptions.js';
import type {Tables} from './tables.js';

/** What is to be said once: of a job, for a subscription, on an occasion. */
export interface Occurrence {
  readonly job: string;
  /** Id of the subscription. */
  readonly subscription: string;
  /** The occasion as the job names it, such as a day or a version. */
  readonly occurrence: string;
  readonly dueAt: Date;
  /** From when on the subscription may be due again; left as it is where absent. */
  readonly nextAt?: Date;
}

/** A delivery that is the caller's, for as long as its lease lasts. */
export interface Claim {
  readonly job: string;
  readonly occurrence: string;
  readonly subscription: Subscription;
  readonly dueAt: Date;
  /** Grows with every claim of this delivery. */
  readonly fence: number;
  /** How often sending was begun. */
  readonly attempts: number;
  /** When sending was last begun, where it may have arrived: look it up on the platform first. Null where nothing was sent. */
  readonly unsureSince: Date | null;
}

export interface ClaimWish {
  readonly now: Date;
  readonly leaseMs: number;
  readonly limit: number;
  /** Those that the caller can send to. */
  readonly platforms: readonly string[];
}

/** The verbs on a claim give false where it is no longer the caller's, and then changed nothing. */
export interface Deliveries {
  /** Occurrences of subscriptions that are gone are left out. @returns How many were not planned before. */
  plan(occurrences: readonly Occurrence[]): Promise<number>;
  /** Take what is due and nobody else's, the longest due first; nothing of paused subscriptions. */
  claim(wish: ClaimWish): Promise<Claim[]>;
  /** @returns False too where the lease has ended. */
  renew(claim: Claim, now: Date, leaseMs: number): Promise<boolean>;
  /** To be called before each attempt to send. @returns False too where the lease has ended: then nothing may be sent. */
  beginSending(claim: Claim, now: Date): Promise<boolean>;
  /** It was sent, and this is its message. */
  settle(claim: Claim, messageId: string, now: Date): Promise<boolean>;
  /** It was certainly not sent, and shall be later. */
  retry(claim: Claim, at: Date): Promise<boolean>;
  /** It may have been sent, and shall be looked up later. */
  markUnsure(claim: Claim, at: Date): Promise<boolean>;
  /** It shall not be sent. @param reason For the operator. */
  abandon(claim: Claim, reason: string, now: Date): Promise<boolean>;
  /** Drop those that were settled or abandoned before. @returns How many. */
  forget(finishedBefore: Date): Promise<number>;
}

export function deliveriesIn(database: Database): Deliveries {
  const {query} = database;
  const update = async (claim: Claim, change: UpdateObject<Tables, 'deliveries'>, leasedAt?: Date) => {
    const mine = query
      .updateTable('deliveries')
      .set(change)
      .where((is) =>
        is.and({
          ...{subscription: claim.subscription.id, job: claim.job, occurrence: claim.occurrence},
          ...{fence: claim.fence},
        }),
      )
      .where('finished_at', 'is', null);
    const leased = leasedAt ? mine.where('claimable_at', '>', leasedAt.getTime()) : mine;
    return (await leased.executeTakeFirst()).numUpdatedRows > 0n;
  };
  return {
    plan: planIn(database),
    claim: claimIn(database),
    renew: (claim, now, leaseMs) => update(claim, {claimable_at: now.getTime() + leaseMs}, now),
    beginSending: (claim, now) =>
      update(claim, {state: 'sending', sending_at: now.getTime(), attempts: sql`attempts + 1`}, now),
    settle: (claim, messageId, now) =>
      update(claim, {state: 'settled', claimable_at: null, finished_at: now.getTime(), message_id: messageId}),
    // The fence grows, since the claim is given up.
    retry: (claim, at) => update(claim, {state: 'planned', claimable_at: at.getTime(), fence: claim.fence + 1}),
    markUnsure: (claim, at) => update(claim, {state: 'unsure', claimable_at: at.getTime(), fence: claim.fence + 1}),
    abandon: (claim, reason, now) =>
      update(claim, {state: 'abandoned', claimable_at: null, finished_at: now.getTime(), reason}),
    forget: async (finishedBefore) => {
      const {numDeletedRows} = await query
        .deleteFrom('deliveries')
        .where('finished_at', '<', finishedBefore.getTime())
        .executeTakeFirst();
      return Number(numDeletedRows);
    },
  };
}

/**
 * Something that Slack tells the app, with every attempt to deliver it and how the app acknowledged.
 */
import {performance} from 'node:perf_hooks';
import type {Fields} from './fields.js';

export type Kind = 'events_api' | 'slash_commands' | 'interactive';

/** Why an attempt failed, in Slack's words for `X-Slack-Retry-Reason`. */
export type RetryReason = 'http_timeout' | 'http_error' | 'connection_failed' | 'timeout';

export interface Attempt {
  /** 0 for the first, then as in `X-Slack-Retry-Num` and `retry_attempt`. */
  readonly number: number;
  readonly reason: RetryReason | undefined;
  /** When it left, on the clock of `performance.now()`; undefined while no socket is open. */
  sentAt?: number;
  /** Real time from sending to the acknowledgement. */
  ackedAfterMs?: number;
  failure?: RetryReason;
  /** HTTP only. */
  status?: number;
  /** What came with the acknowledgement, if anything. */
  body?: unknown;
  /** The app asked for no further attempts. */
  noRetry?: boolean;
}

/** How a request is signed; all but `good` ought to be refused. */
export type Signing = 'good' | 'bad' | 'stale' | 'future' | 'none';

/** What carries deliveries: sockets or signed requests. */
export interface Transport {
  /** Send once; the attempt is filled in. Ends with its acknowledgement, or its failure. */
  send(delivery: Delivery, attempt: Attempt, signing: Signing): Promise<void>;
}

export class Delivery {
  readonly attempts: Attempt[] = [];

  constructor(
    readonly kind: Kind,
    readonly payload: Fields,
    private readonly transport: () => Transport,
    private readonly acknowledged: (delivery: Delivery, attempt: Attempt) => void,
  ) {}

  /** The first attempt, once it was acknowledged or has failed. */
  get acked(): Promise<Attempt> {
    return this.#first ?? Promise.reject(new Error('Not sent yet'));
  }
  #first: Promise<Attempt> | undefined;

  send(signing: Signing = 'good', reason?: RetryReason): Promise<Attempt> {
    const attempt: Attempt = {number: this.attempts.length, reason};
    this.attempts.push(attempt);
    const done = this.transport()
      .send(this, attempt, signing)
      .then(() => {
        this.acknowledged(this, attempt);
        return attempt;
      });
    this.#first ??= done;
    return done;
  }

  /** Deliver the same once more, as Slack does where it saw no acknowledgement. */
  again(reason: RetryReason = 'http_timeout'): Promise<Attempt> {
    return this.send('good', reason);
  }
}

export function markSent(attempt: Attempt): void {
  attempt.sentAt = performance.now();
}

export function markAcked(attempt: Attempt): void {
  attempt.ackedAfterMs = performance.now() - (attempt.sentAt ?? performance.now());
}

/**
 * Things that go wrong by script: the next requests of a route, or all of them, are met by a fault.
 */
import type {ErrorCode} from './discord-error.js';

export type Fault =
  | {readonly type: 'rate-limit'; readonly retryAfterS: number; readonly scope?: 'user' | 'global' | 'shared'}
  /** One of Discord's errors, worded as Discord does; a 429 one carries `retryAfterS`. */
  | {readonly type: 'error'; readonly code: ErrorCode; readonly retryAfterS?: number}
  /** A bare HTTP status with a page of HTML, as proxies answer. */
  | {readonly type: 'status'; readonly status: number}
  | {readonly type: 'broken-json'}
  /** The request is taken and no answer ever comes. */
  | {readonly type: 'silence'}
  | {readonly type: 'drop'}
  /** Of a file: a body that never ends. */
  | {readonly type: 'endless'}
  | {readonly type: 'delay'; readonly ms: number};

export interface PlannedFault {
  readonly fault: Fault;
  /** Whether the work is done before the answer fails: the message stands, and the sender does not know. */
  readonly done: boolean;
}

interface Plan extends PlannedFault {
  readonly route: string;
  left: number;
}

export interface Faults {
  /** Meet the next request (or `times` of them) of a route, as `POST /channels/:id/messages` or `*`. */
  readonly next: (route: string, fault: Fault, options?: {readonly times?: number; readonly done?: boolean}) => void;
  readonly always: (route: string, fault: Fault, options?: {readonly done?: boolean}) => void;
  readonly clear: () => void;
  /** Faults that no request has met yet. */
  readonly pending: () => readonly string[];
  readonly take: (route: string) => PlannedFault | undefined;
}

export function createFaults(): Faults {
  const plans: Plan[] = [];
  return {
    next: (route, fault, {times = 1, done = false} = {}) => void plans.push({route, fault, done, left: times}),
    always: (route, fault, {done = false} = {}) => void plans.push({route, fault, done, left: Infinity}),
    clear: () => void plans.splice(0),
    pending: () => plans.filter(({left}) => left !== Infinity).map(({route, fault}) => `${route} ${fault.type}`),
    take(route) {
      const plan = plans.find((one) => one.route === '*' || one.route === route);
      if (!plan) return undefined;
      plan.left -= 1;
      if (plan.left <= 0) plans.splice(plans.indexOf(plan), 1);
      return plan;
    },
  };
}

/**
 * Why a call of Slack's Web API, or of a response_url, came to nothing: from the errors of its library to what can be
 * done about it.
 */
import {webApi} from '@slack/bolt';

export type Reason =
  /** Slack says no, and will say so again. `needed` is the scope it misses. */
  | {readonly type: 'refused'; readonly error: string; readonly needed?: string}
  | {readonly type: 'limited'; readonly waitMs: number}
  /** Slack did nothing, and may do it later. */
  | {readonly type: 'down'; readonly error: string}
  /** No answer, or one that cannot be read: it may be done, or not. */
  | {readonly type: 'unclear'; readonly error: string};

export class SlackFailure extends Error {
  override readonly name = 'SlackFailure';

  constructor(
    readonly reason: Reason,
    cause?: unknown,
  ) {
    super(reason.type === 'limited' ? 'ratelimited' : reason.error, {cause});
  }
}

/** Where Slack says in words what is otherwise a status. Source: Slack, errors common to all methods. */
const passing = new Set([
  'internal_error',
  'fatal_error',
  'service_unavailable',
  'request_timeout',
  'team_added_to_org',
]);

const {WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError} = webApi;

/** @returns Undefined for an error that is none of Slack's. */
export function failureOf(error: unknown): SlackFailure | undefined {
  if (error instanceof SlackFailure) return error;
  const reason = reasonOf(error);
  return reason && new SlackFailure(reason, error);
}

function reasonOf(error: unknown): Reason | undefined {
  if (error instanceof WebAPIPlatformError) {
    const {needed} = error.data as {readonly needed?: unknown};
    return saidNo(error.data.error, typeof needed === 'string' ? needed : undefined);
  }
  if (error instanceof WebAPIRateLimitedError) return {type: 'limited', waitMs: error.retryAfter * 1000};
  if (error instanceof WebAPIHTTPError) {
    const status = `HTTP status ${error.statusCode}`;
    return error.statusCode >= 500 ? {type: 'down', error: status} : {type: 'refused', error: status};
  }
  if (error instanceof WebAPIRequestError) return unanswered(error.original);
  return undefined;
}

/** `{ok: false, error}`. A body that is no JSON stands in `error` whole. */
export function saidNo(error: string, needed?: string): Reason {
  if (!/^[a-z\d_]{1,80}$/u.test(error)) return {type: 'unclear', error: 'an answer that is no JSON'};
  if (error === 'ratelimited' || error === 'rate_limited') return {type: 'limited', waitMs: 1000};
  if (passing.has(error)) return {type: 'down', error};
  return {type: 'refused', error, ...(needed === undefined ? {} : {needed})};
}

/** No answer came. A connection that was never made carried nothing. */
export function unanswered(error: Error): Reason {
  const {code} = (error.cause ?? error) as NodeJS.ErrnoException;
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === 'EAI_AGAIN') return {type: 'down', error: code};
  return {type: 'unclear', error: code ?? error.name};
}

/**
 * Errors of starting up that only the operator can mend: which setting is wrong, and where to get the right value.
 */
import {PlatformError} from '../platform.js';
import {failureOf} from './failure.js';

export type SlackToken = 'SLACK_BOT_TOKEN' | 'SLACK_APP_TOKEN';

const gone = new Set(['account_inactive', 'token_revoked', 'token_expired', 'app_uninstalled', 'org_login_required']);
const wrong = new Set(['invalid_auth', 'not_authed', 'not_allowed_token_type']);

const ways: Readonly<Record<SlackToken, string>> = {
  SLACK_BOT_TOKEN:
    'Copy it from api.slack.com/apps, your app, OAuth & Permissions, Bot User OAuth Token; install the app there if none is shown.',
  SLACK_APP_TOKEN:
    'Make a new one at api.slack.com/apps, your app, Basic Information, App-Level Tokens, with the scope connections:write.',
};

/**
 * @param token Which one the failed call was made with.
 * @param wasGood Whether Slack took it before.
 * @returns Another error where waiting may mend it.
 */
export function operatorError(error: unknown, token: SlackToken, wasGood = false): Error {
  const failure = failureOf(error);
  const {reason} = failure ?? {};
  const cause = error instanceof Error ? error : new Error(String(error));
  if (reason?.type !== 'refused')
    return failure ? new Error(`Slack did not answer (${failure.message}).`, {cause}) : cause;
  if (gone.has(reason.error)) return tokenGone(token, reason.error);
  if (wrong.has(reason.error) && wasGood) return tokenGone(token, reason.error);
  if (wrong.has(reason.error)) return new PlatformError(`${token} is not valid (${reason.error}). ${ways[token]}`);
  if (reason.error === 'missing_scope') {
    return new PlatformError(`${token} lacks the scope ${reason.needed ?? 'connections:write'}. ${ways[token]}`);
  }
  return new Error(`Slack refused to connect the bot (${reason.error}).`, {cause});
}

/** It was good, and is no longer. */
export function tokenGone(token: SlackToken, error: string): PlatformError {
  return new PlatformError(`${token} is no longer valid (${error}). ${ways[token]}`);
}

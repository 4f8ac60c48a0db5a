/**
 * What went wrong with a request to Discord, by what it means for the question that was being answered.
 *
 * Source: Discord, "Opcodes and Status Codes", "JSON".
 */
import {DiscordAPIError, HTTPError} from 'discord.js';

/**
 * - `heard`: the interaction has its first answer already.
 * - `expired`: the interaction's token is not valid any more.
 * - `gone`: the message, its channel or the server was deleted.
 * - `not-allowed`: the bot may not do this in the channel; `no-history` where it may write but not reply.
 * - `locked`: the thread is closed for writing.
 * - `no-direct`: the person takes no direct messages from the bot.
 * - `passing`: it may go better the next time; whether Discord heard is not known.
 * - `other`: a mistake of this program, or something new.
 */
export type Failure =
  'heard' | 'expired' | 'gone' | 'not-allowed' | 'no-history' | 'locked' | 'no-direct' | 'passing' | 'other';

const failures: Readonly<Record<number, Failure>> = {
  40060: 'heard',
  10062: 'expired',
  10015: 'expired',
  50027: 'expired',
  10003: 'gone',
  10004: 'gone',
  10008: 'gone',
  50001: 'not-allowed',
  50013: 'not-allowed',
  160002: 'no-history',
  50083: 'locked',
  160005: 'locked',
  50007: 'no-direct',
};

export function failureOf(error: unknown): Failure {
  if (error instanceof DiscordAPIError) return failures[Number(error.code)] ?? 'other';
  if (error instanceof HTTPError) return error.status >= 500 ? 'passing' : 'other';
  return isOfTheLine(error) ? 'passing' : 'other';
}

/** Timeouts, sockets that close, names that do not resolve, and bodies that break off. */
function isOfTheLine(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error.name === 'AbortError' || error instanceof SyntaxError) return true;
  return 'code' in error && typeof error.code === 'string' && /^(?:E[A-Z]+|UND_ERR_\w+)$/u.test(error.code);
}

const meanings: Readonly<Record<Failure, string>> = {
  heard: 'it was answered already',
  expired: 'Discord had given the interaction up before the answer came',
  gone: 'the message or its channel is gone',
  'not-allowed': 'the bot lacks permissions in that channel',
  'no-history': 'the bot may not read the history of that channel',
  locked: 'the thread is locked',
  'no-direct': 'the person takes no direct messages from the bot',
  passing: 'Discord did not take the answer, also when it was repeated',
  other: 'it failed',
};

/** One line for the operator, with what Discord said itself. */
export function failureText(error: unknown): string {
  return `${meanings[failureOf(error)]} (${error instanceof Error ? error.message : String(error)})`;
}

/**
 * What Slack's library tells, brought to our log: warnings and errors, in one sentence each and without secrets.
 */
import {inspect} from 'node:util';
import {LogLevel, type Logger} from '@slack/bolt';
import type {Log} from '../log.js';

/** Tokens of every kind, the tickets of sockets, and the secrets in addresses that answer commands. */
const secrets =
  /\b(?:xox[a-z]|xapp|xwfp)(?:\.[a-z]+)?-[\w-]+|\bticket=[\w-]+|(?<=\/(?:commands|actions|app)\/)[\w/-]+/gu;

export function withoutSecrets(text: string): string {
  return text.replace(secrets, '(hidden)');
}

/** What our own code tells better, or what is no trouble. */
const told =
  /^Failed to parse and verify the request data|^Authorization of incoming event did not succeed|^http request failed/u;

export function boltLogger(log: Log): Logger {
  const bring =
    (level: 'warn' | 'error') =>
    (...parts: unknown[]) => {
      const text = withoutSecrets(parts.map(spoken).join(' '));
      (told.test(text) ? log.debug : log[level])(`Slack’s library says: ${text}`);
    };
  return {
    debug: () => undefined,
    info: () => undefined,
    warn: bring('warn'),
    error: bring('error'),
    setLevel: () => undefined,
    getLevel: () => LogLevel.WARN,
    setName: () => undefined,
  };
}

function spoken(part: unknown): string {
  if (part instanceof Error) return part.message;
  return typeof part === 'string' ? part : inspect(part, {breakLength: Infinity});
}

/** A request of the bot, taken apart, and what routes give back. */
import {DiscordError} from './discord-error.js';
import type {World} from './model.js';

export interface SentFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Buffer;
}

export interface Call {
  readonly world: World;
  /** As `POST /channels/:id/messages`. */
  readonly route: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** JSON of the body, or of the part `payload_json`. */
  readonly body: unknown;
  /** By the number in `files[0]`. */
  readonly files: ReadonlyMap<string, SentFile>;
}

export interface Answer {
  readonly status: number;
  readonly body?: unknown;
}

/** Handlers by `METHOD /path/:param`. The parameter `:id` of the path stands in `params`. */
export type Routes = Readonly<Record<string, (call: Call) => Answer>>;

export function ok(body: unknown): Answer {
  return {status: 200, body};
}

export const noContent: Answer = {status: 204};

/** A part of the path that the route is known to have. */
export function param(call: Call, name: string): string {
  const value = call.params[name];
  if (value === undefined) throw new DiscordError(0);
  return value;
}

/** The body, which checks have seen before, or an empty one. */
export function record(body: unknown): Record<string, unknown> {
  return typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
}

/**
 * The fields that are read of a message of Slack's, in events and in what was said before alike.
 */
import {somebody} from './asked.js';
import type {RawFile} from './files.js';

export interface RawMessage {
  readonly ts?: string;
  readonly thread_ts?: string;
  readonly channel?: string;
  readonly channel_type?: string;
  readonly user?: string;
  readonly text?: string;
  readonly subtype?: string;
  readonly hidden?: boolean;
  readonly files?: readonly RawFile[];
  /** Files came along, also where none is told. */
  readonly upload?: boolean;
  readonly bot_id?: string;
  readonly username?: string;
  readonly user_profile?: {readonly display_name?: string; readonly real_name?: string; readonly name?: string};
  readonly bot_profile?: {readonly name?: string};
  readonly edited?: {readonly ts?: string};
  readonly metadata?: {readonly event_type?: string; readonly event_payload?: Readonly<Record<string, unknown>>};
}

/** What a person says has one of these; the others tell that somebody joined, pinned, renamed, and so on. */
const saidBy = new Set([undefined, 'file_share', 'thread_broadcast']);

/** What is there of every message that a person said. */
export type PersonMessage = RawMessage & {readonly ts: string; readonly user: string};

export function isByPerson(message: RawMessage): message is PersonMessage {
  const {ts, user, subtype, bot_id, hidden} = message;
  return ts !== undefined && user !== undefined && bot_id === undefined && hidden !== true && saidBy.has(subtype);
}

/** Whether somebody, or a bot, says something in it. */
export function isSaid({subtype}: RawMessage): boolean {
  return saidBy.has(subtype) || subtype === 'bot_message';
}

export function authorOf({user_profile, username, bot_profile}: RawMessage): string {
  const names = [user_profile?.display_name, user_profile?.real_name, username, bot_profile?.name];
  return names.find((name) => name !== undefined && name !== '') ?? somebody;
}

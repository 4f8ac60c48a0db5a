/**
 * A turn of the desk as messages: replies to what was asked, in the same channel or thread.
 */
import {MessageReferenceType, type Client} from 'discord.js';
import type {Claims} from '../../bot/claims.js';
import type {Reply} from '../../bot/message.js';
import type {Turn} from '../../bot/turn.js';
import type {SaidMessage} from './asked.js';
import {replyToBodies, sentenceToBody, unshownBody, type Bodies, type Body} from './body.js';
import type {Calls} from './calls.js';
import {failureOf} from './failures.js';
import {lockedText, missingText} from './permissions.js';
import {standingAnswers} from './standing.js';

export interface MessageParts {
  readonly client: Client;
  readonly calls: Calls;
  /** Who was told that the bot may not answer, so that it is said once. */
  readonly told: Claims;
}

/** @throws What Discord refused, after the asker has been told where that is possible. */
export async function answerMessage(message: SaidMessage, turn: Turn, parts: MessageParts): Promise<void> {
  if (turn.type !== 'say') return;
  const isDirect = message.guild_id === undefined;
  try {
    if (turn.to === 'asker' && !isDirect) await whisper(message, turn.reply, parts);
    else if (message.edited_timestamp === null) await reply(message, replyToBodies(turn.reply), parts.calls);
    else await correct(message, replyToBodies(turn.reply), parts);
  } catch (error) {
    await explain(message, error, parts);
    throw error;
  }
}

async function reply(message: SaidMessage, bodies: readonly Body[], calls: Calls): Promise<void> {
  for (const [at, body] of bodies.entries()) await sendReply(message, body, at, calls);
}

async function sendReply(message: SaidMessage, body: Body, at: number, calls: Calls): Promise<void> {
  const once = {...body, nonce: nonceOf(message, at), enforce_nonce: true};
  const message_reference = {
    type: MessageReferenceType.Default as const,
    message_id: message.id,
    fail_if_not_exists: false,
  };
  try {
    await calls.send(message.channel_id, {...once, message_reference});
  } catch (error) {
    if (failureOf(error) !== 'no-history') throw error;
    await calls.send(message.channel_id, once);
  }
}

/** The answer that stands becomes the new one; what it has too many goes, and what it lacks is added. */
async function correct(message: SaidMessage, bodies: Bodies, {client, calls}: MessageParts): Promise<void> {
  const {id, channel_id: channel} = message;
  const standing = await standingAnswers({id, channel, bot: client.user?.id ?? ''}, calls);
  for (const [at, body] of bodies.entries()) {
    const old = standing[at];
    if (old === undefined || !(await isEdited(channel, old, body, calls))) await sendReply(message, body, at, calls);
  }
  for (const old of standing.slice(bodies.length)) await calls.remove(channel, old);
}

/** @returns False where the answer was taken back in the meantime. */
async function isEdited(channel: string, old: string, body: Body, calls: Calls): Promise<boolean> {
  try {
    await calls.edit(channel, old, body);
    return true;
  } catch (error) {
    if (failureOf(error) === 'gone') return false;
    throw error;
  }
}

/** To the asker alone; in the channel where the person takes no direct messages, unless it is nobody else's business. */
async function whisper(message: SaidMessage, said: Reply, {calls}: MessageParts): Promise<void> {
  try {
    await tellDirectly(message, replyToBodies(withoutSharing(said)), calls);
  } catch (error) {
    if (failureOf(error) !== 'no-direct') throw error;
    await reply(message, said.outcome === 'answer' ? [sentenceToBody(noDirect)] : replyToBodies(said), calls);
  }
}

const noDirect =
  'You take no direct messages from me, so I cannot show you alone what I found. Open the menu of your message, choose Apps, then Check patches.';

/** A direct message has no place to show anything to. */
function withoutSharing(said: Reply): Reply {
  const next = said.next.filter(
    ({action}) => action.type !== 'share' && !(action.type === 'check' && action.to === 'place'),
  );
  return {...said, next};
}

async function tellDirectly(message: SaidMessage, bodies: readonly Body[], calls: Calls): Promise<void> {
  const channel = await calls.directWith(message.author.id);
  for (const [at, body] of bodies.entries()) {
    await calls.send(channel, {...body, nonce: nonceOf(message, at), enforce_nonce: true});
  }
}

/** Tell the asker why there is no answer, once in a while for one channel. */
async function explain(message: SaidMessage, error: unknown, {client, calls, told}: MessageParts): Promise<void> {
  const {channel_id: channel, author, guild_id: guild} = message;
  const failure = failureOf(error);
  try {
    if (failure === 'other') await sendReply(message, unshownBody(), 0, calls);
    if (guild === undefined || (failure !== 'not-allowed' && failure !== 'locked')) return;
    if (!(await told.take(`${failure} ${channel} ${author.id}`))) return;
    const text = failure === 'locked' ? lockedText(client, channel) : missingText(client, channel);
    await tellDirectly(message, [sentenceToBody(text)], calls);
  } catch {
    // The log names what went wrong first.
  }
}

/** The same for every delivery and repetition; at most 25 characters. */
function nonceOf({id, edited_timestamp: editedAt}: SaidMessage, at: number): string {
  const edit = editedAt === null ? '' : Date.parse(editedAt).toString(36);
  return `${BigInt(id).toString(36)}.${edit}.${at}`;
}

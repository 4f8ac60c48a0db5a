/**
 * What was said before a message that names the bot and asks nothing: the thread it stands in, or the channel above it.
 */
import type {webApi} from '@slack/bolt';
import {UserError} from '../../bot/errors.js';
import type {Said} from '../../bot/thread.js';
import {failureOf} from './failure.js';
import {incomingText} from './incoming-text.js';
import {persist} from './persist.js';
import {authorOf, isSaid, type PersonMessage, type RawMessage} from './raw-message.js';
import {whyNot} from './why-not.js';

/** Of a thread: its first message and the last ones. */
const threadCount = 20;
/** Of a channel: what can be meant by "this". */
const channelCount = 5;
/** Slack tells the oldest messages of a thread first, so a long one takes a second call. */
const longThreadCount = 1000;

/**
 * @param botUser Its name is taken out of the texts.
 * @returns Oldest first, the message itself left out.
 * @throws UserError where Slack lets the bot read nothing here, with what is missing.
 */
export async function readBefore(
  client: webApi.WebClient,
  channel: string,
  message: PersonMessage,
  botUser: string,
): Promise<readonly Said[]> {
  try {
    const {ts, thread_ts: root} = message;
    const read = root === undefined || root === ts ? readChannel : readThread;
    const messages = await read(client, channel, ts, root ?? ts);
    return messages
      .filter((one) => one.ts !== ts && isSaid(one))
      .map((one) => ({
        author: authorOf(one),
        text: incomingText(one.text ?? '', botUser),
        isBot: one.bot_id !== undefined || one.user === botUser,
      }));
  } catch (error) {
    const failure = failureOf(error);
    if (!failure) throw error;
    throw new UserError(`The messages before this one cannot be read. ${whyNot(failure.reason)}`);
  }
}

async function readChannel(client: webApi.WebClient, channel: string, latest: string) {
  const {messages = []} = await persist(() => client.conversations.history({channel, latest, limit: channelCount}));
  return (messages as RawMessage[]).reverse();
}

async function readThread(client: webApi.WebClient, channel: string, latest: string, ts: string) {
  const read = async (limit: number, oldest?: string) => {
    const range = {channel, ts, latest, limit, ...(oldest === undefined ? {} : {oldest})};
    const {messages = [], has_more} = await persist(() => client.conversations.replies(range));
    return {messages: messages as RawMessage[], isMore: has_more === true};
  };
  const first = await read(threadCount);
  const rest = first.isMore ? (await read(longThreadCount, first.messages.at(-1)?.ts)).messages : [];
  // Each page opens with the thread's first message.
  const replies = [...first.messages, ...rest].filter((message) => message.ts !== ts);
  return [...first.messages.filter((message) => message.ts === ts), ...replies.slice(1 - threadCount)];
}

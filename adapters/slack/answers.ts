/**
 * The bot's answers in a channel, each with the question it answers in its metadata, so that it is found again by any
 * replica and after a restart.
 *
 * Source: Slack, "Message metadata".
 */
import {persist} from './persist.js';
import type {RawMessage} from './raw-message.js';
import type {Scene} from './scene.js';

const eventType = 'bpf_howto_answer';
/** An edit is followed for 15 minutes; no more is said in that time. */
const lookedAt = 200;

/** What an answer carries along; nobody sees it. */
export function answerMetadata(question: string) {
  return {event_type: eventType, event_payload: {question}};
}

/**
 * @returns The `ts` of the bot's answer; undefined where there is none.
 * @throws SlackFailure where the channel cannot be read.
 */
export async function findAnswer({client, channel, thread, question}: Scene): Promise<string | undefined> {
  if (question === undefined) return undefined;
  const range = {channel, oldest: question, limit: lookedAt, include_all_metadata: true};
  const {messages = []} = await persist(() =>
    thread === undefined ? client.conversations.history(range) : client.conversations.replies({...range, ts: thread}),
  );
  return (messages as readonly RawMessage[]).find(
    ({metadata}) => metadata?.event_type === eventType && metadata.event_payload?.question === question,
  )?.ts;
}

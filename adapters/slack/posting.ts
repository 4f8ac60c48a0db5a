/**
 * The calls that put a reply on Slack, each of which repeats itself within bounds and throws SlackFailure in the end.
 *
 * Every message has a text beside its blocks, unfurls nothing, and is no markup.
 */
import type {Reply} from '../../bot/message.js';
import {answerMetadata, findAnswer} from './answers.js';
import {failureOf} from './failure.js';
import {replyToSlack, type SlackMessage} from './message.js';
import {persist} from './persist.js';
import {answerByUrl} from './response-url.js';
import type {Scene} from './scene.js';

const plain = {unfurl_links: false, unfurl_media: false, mrkdwn: false} as const;
/** What Slack says of a message it cannot show; the plain text is shown then. */
const unshowable = new Set(['invalid_blocks', 'invalid_blocks_format', 'msg_blocks_too_long', 'msg_too_long']);

/** With blocks, or without where Slack will not have them. */
async function withBlocks<T>(reply: Reply, send: (content: SlackMessage) => Promise<T>): Promise<T> {
  const content = replyToSlack(reply);
  try {
    return await send(content);
  } catch (error) {
    const reason = failureOf(error)?.reason;
    if (reason?.type !== 'refused' || !unshowable.has(reason.error)) throw error;
    return send({text: content.text, blocks: []});
  }
}

/** Post it for everybody in the scene's thread, or in its channel where it has none. */
export async function post(reply: Reply, scene: Scene): Promise<void> {
  const {client, channel, thread, question} = scene;
  const place = {channel, ...threadOf(thread), ...plain};
  const metadata = question === undefined ? {} : {metadata: answerMetadata(question)};
  // It must not be posted twice because the answer to the first call got lost.
  const isPosted = async () => ((await findAnswer(scene)) === undefined ? undefined : {ok: true});
  await withBlocks<{ok: boolean}>(reply, (content) =>
    persist(
      () => client.chat.postMessage({...content, ...place, ...metadata}),
      question === undefined ? 'give up' : isPosted,
    ),
  );
}

/** For the asker's eyes, where they asked. */
export async function postAlone(reply: Reply, {client, channel, user, thread}: Scene): Promise<void> {
  await withBlocks(reply, (content) =>
    persist(() => client.chat.postEphemeral({...content, channel, user, ...threadOf(thread), ...plain})),
  );
}

/** In the asker's conversation with the bot. */
export async function postDirectly(reply: Reply, {client, user}: Scene): Promise<void> {
  await withBlocks(reply, (content) => persist(() => client.chat.postMessage({...content, channel: user, ...plain})));
}

/** By the scene's response_url: to the asker alone unless `isOpen`, in place of the pressed message if `isReplacing`. */
export async function postByUrl(reply: Reply, scene: Scene, {isOpen = false, isReplacing = false} = {}): Promise<void> {
  const {responseUrl = '', thread} = scene;
  await withBlocks(reply, ({text, blocks}) => {
    const call = () =>
      answerByUrl(responseUrl, {
        text,
        ...(blocks.length > 0 ? {blocks} : {}),
        response_type: isOpen ? 'in_channel' : 'ephemeral',
        replace_original: isReplacing,
        ...threadOf(thread),
        ...plain,
      });
    return persist(call, isOpen ? 'give up' : 'again');
  });
}

/** Put it in the place of the message `ts`. @throws SlackFailure, `message_not_found` where that is gone. */
export async function update(reply: Reply, {client, channel, question}: Scene, ts: string): Promise<void> {
  const metadata = question === undefined ? {} : {metadata: answerMetadata(question)};
  await withBlocks(reply, ({text, blocks}) =>
    persist(() => client.chat.update({channel, ts, text, blocks, ...metadata})),
  );
}

/** Delete the pressed message, also where it was shared and the bot is no member, and where only the asker sees it. */
export async function deleteByUrl({responseUrl = ''}: Scene): Promise<void> {
  await persist(() => answerByUrl(responseUrl, {delete_original: true}));
}

/** Delete the pressed message by name; one that is gone already is fine. */
export async function deleteByName({client, channel, pressed = ''}: Scene): Promise<void> {
  try {
    await persist(() => client.chat.delete({channel, ts: pressed}));
  } catch (error) {
    if (failureOf(error)?.message !== 'message_not_found') throw error;
  }
}

function threadOf(thread: string | undefined) {
  return thread === undefined ? {} : {thread_ts: thread};
}

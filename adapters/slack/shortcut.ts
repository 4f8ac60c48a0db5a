/**
 * The message shortcuts: somebody points at a message, and alone sees the answer, in its thread where it stands in one.
 */
import type {Asked, Desk} from '../../bot/desk.js';
import type {Said} from '../../bot/thread.js';
import type {Turn} from '../../bot/turn.js';
import {askedOf} from './asked.js';
import {incomingText} from './incoming-text.js';
import {acknowledge, type Listening} from './listener.js';
import {authorOf, type RawMessage} from './raw-message.js';

/** By `callback_id` in the manifest. */
const shortcuts: Readonly<Record<string, (desk: Desk, asked: Asked, said: Said) => Promise<Turn>>> = {
  answer: (desk, asked, said) => desk.point(asked, said),
  check: (desk, asked, said) => desk.inspect(asked, said),
};

export function listenToShortcut(listening: Listening): void {
  for (const [name, take] of Object.entries(shortcuts)) listenTo(name, take, listening);
}

function listenTo(name: string, take: (typeof shortcuts)[string], {app, desk, voice, files}: Listening): void {
  app.shortcut({callback_id: name, type: 'message_action'}, async ({shortcut, ack, client, context}) => {
    await acknowledge(ack);
    const {team, user, channel, trigger_id: id, response_url: responseUrl} = shortcut;
    const message = shortcut.message as RawMessage;
    const attached = await files.of({...message, channel: channel.id}, client);
    const asked = askedOf({
      team: team?.id ?? context.teamId ?? '',
      channel: channel.id,
      user: user.id,
      name: user.name,
      setting: 'private',
      id,
      ...(attached ? {attached} : {}),
    });
    const said = {
      author: message.user === user.id ? user.name : authorOf(message),
      text: incomingText(message.text ?? '', context.botUserId),
      isBot: message.bot_id !== undefined,
    };
    const turn = await take(desk, asked, said);
    // The first message of a thread stands in the channel, and so does whoever points at it.
    const thread = message.thread_ts === message.ts ? undefined : message.thread_ts;
    await voice.speak(turn, {
      key: asked.key,
      client,
      user: user.id,
      channel: channel.id,
      isDirect: false,
      thread,
      responseUrl,
    });
  });
}

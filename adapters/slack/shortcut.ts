/**
 * The message shortcut: somebody points at a message, and alone sees the answer, in its thread where it stands in one.
 */
import {askedOf} from './asked.js';
import {incomingText} from './incoming-text.js';
import {acknowledge, type Listening} from './listener.js';
import {authorOf, type RawMessage} from './raw-message.js';

export function listenToShortcut({app, desk, voice}: Listening): void {
  app.shortcut({callback_id: 'answer', type: 'message_action'}, async ({shortcut, ack, client, context}) => {
    await acknowledge(ack);
    const {team, user, channel, trigger_id: id, response_url: responseUrl} = shortcut;
    const message = shortcut.message as RawMessage;
    const asked = askedOf({
      team: team?.id ?? context.teamId ?? '',
      channel: channel.id,
      user: user.id,
      name: user.name,
      setting: 'private',
      id,
    });
    const said = {
      author: message.user === user.id ? user.name : authorOf(message),
      text: incomingText(message.text ?? '', context.botUserId),
      isBot: message.bot_id !== undefined,
    };
    const turn = await desk.point(asked, said);
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

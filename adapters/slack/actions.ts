/**
 * Presses on the bot's messages: what was written into a button or an option goes to the desk as it is.
 */
import type {Setting} from '../../bot/request.js';
import {askedOf} from './asked.js';
import {acknowledge, type Listening} from './listener.js';
import type {RawMessage} from './raw-message.js';

export function listenToActions({app, desk, voice, files}: Listening): void {
  app.action({type: 'block_actions'}, async ({body, action, ack, client, context}) => {
    const container = body.container as MessageContainer;
    // App Home has a listener of its own.
    if (container.type !== 'message') return;
    await acknowledge(ack);
    const written = writtenIn(action);
    if (written === undefined) return;
    const {user, trigger_id: id, response_url: responseUrl} = body;
    const channel = body.channel?.id ?? container.channel_id ?? '';
    const setting = settingOf(container, channel);
    const asked = askedOf({
      team: body.team?.id ?? context.teamId ?? '',
      channel,
      user: user.id,
      name: user.name ?? user.username,
      setting,
      id,
      fetchAttached: (reference) => files.again(reference, client),
    });
    await voice.speak(await desk.press(asked, written), {
      key: asked.key,
      client,
      user: user.id,
      channel,
      isDirect: setting === 'direct',
      thread: container.thread_ts ?? (body.message as RawMessage | undefined)?.thread_ts,
      responseUrl,
      pressed: container.message_ts,
    });
  });
}

interface MessageContainer {
  readonly type: string;
  readonly message_ts?: string;
  readonly channel_id?: string;
  readonly thread_ts?: string;
  readonly is_ephemeral?: boolean;
}

/** How the pressed message is seen. Ids of conversations with one person begin with D. */
function settingOf({is_ephemeral}: MessageContainer, channel: string): Setting {
  if (is_ephemeral === true) return 'private';
  return channel.startsWith('D') ? 'direct' : 'public';
}

/** The written action; undefined for a press that carries none, such as on a link. */
export function writtenIn(action: object): string | undefined {
  const {value, selected_option} = action as {
    readonly value?: string | null;
    readonly selected_option?: {readonly value?: string} | null;
  };
  return value ?? selected_option?.value;
}

/**
 * Questions by mention and by direct message. A mention comes as `app_mention` and as `message`, under one key; all
 * else that is said in channels is passed over.
 */
import {setImmediate as immediate} from 'node:timers/promises';
import type {webApi} from '@slack/bolt';
import type {Attached} from '../../bot/attached.js';
import type {Asked} from '../../bot/desk.js';
import {askedOf} from './asked.js';
import type {SlackFiles} from './files.js';
import {incomingText, namesBot} from './incoming-text.js';
import type {Listening} from './listener.js';
import {isByPerson, type PersonMessage, type RawMessage} from './raw-message.js';
import {readBefore} from './said-before.js';
import type {Scene} from './scene.js';

/** What comes with an event. */
export interface Surroundings {
  readonly client: webApi.WebClient;
  readonly team: string;
  readonly channel: string;
  readonly botUser: string;
}

/** A message to the bot, in the desk's words and with where it is answered. */
export interface Question {
  readonly asked: Asked;
  readonly text: string;
  readonly scene: Scene;
}

export function listenToQuestions(listening: Listening): void {
  const {app} = listening;
  app.event('app_mention', async ({event, client, context, body}) => {
    const surroundings = {client, team: context.teamId ?? body.team_id, botUser: context.botUserId ?? ''};
    await hear(listening, event, {...surroundings, channel: event.channel});
  });
  app.event('message', async ({event, client, context, body}) => {
    if (event.subtype === 'message_changed') return;
    const surroundings = {client, team: context.teamId ?? body.team_id, botUser: context.botUserId ?? ''};
    await hear(listening, event as RawMessage, {...surroundings, channel: event.channel});
  });
}

/** Answer it where it is a person's, and said to the bot. */
export async function hear({desk, voice, inFlight, files}: Listening, message: RawMessage, surroundings: Surroundings) {
  const {client, channel, botUser} = surroundings;
  if (!isByPerson(message) || !isForBot(message, botUser)) return;
  const {asked, text, scene} = questionOf(message, surroundings, await attachedTo(message, surroundings, files));
  const before = () => readBefore(client, channel, message, botUser);
  // Slack tells of a mention twice, and is told first that it was heard.
  await immediate();
  await inFlight.inTurn(asked.key, async () => voice.speak(await desk.hear(asked, text, before), scene));
}

/** Whether it is said to the bot: by its name, or to it alone. */
export function isForBot({channel_type, text = ''}: RawMessage, botUser: string): boolean {
  return channel_type === 'im' || namesBot(text, botUser);
}

/** A mention may tell that files came along, and not which; then the message is read. */
export async function attachedTo(
  message: PersonMessage,
  {client, channel}: Surroundings,
  files: SlackFiles,
): Promise<Attached | undefined> {
  const isUntold = message.upload === true && message.files === undefined;
  return isUntold ? files.at(channel, message.ts, client) : files.of({...message, channel}, client);
}

/** @param edit The `ts` of an edit of the message, which makes it another question. */
export function questionOf(
  message: PersonMessage,
  {client, team, channel, botUser}: Surroundings,
  attached: Attached | undefined,
  edit?: string,
): Question {
  const {ts, thread_ts, user} = message;
  const isDirect = message.channel_type === 'im';
  const id = edit === undefined ? ts : `${ts}:${edit}`;
  const asked = askedOf({
    team,
    channel,
    user,
    setting: isDirect ? 'direct' : 'public',
    id,
    ...(attached ? {attached} : {}),
  });
  // In a channel the answer opens a thread; in a conversation of two it goes on where it is.
  const thread = isDirect ? thread_ts : (thread_ts ?? ts);
  return {
    asked,
    text: incomingText(message.text ?? '', botUser),
    scene: {key: asked.key, client, user, channel, isDirect, thread, question: ts},
  };
}

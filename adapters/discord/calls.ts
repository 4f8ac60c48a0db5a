/**
 * The requests to Discord that answering takes.
 *
 * Answers to interactions do not count for the 50 requests a second of a bot, so they have clients of their own and do
 * not wait behind a burst of mentions. Source: Discord, "Rate Limits", "Invalid Request Limit", "Interaction webhooks".
 */
import {setTimeout as pause} from 'node:timers/promises';
import {
  REST,
  Routes,
  type APIInteraction,
  type APIInteractionResponse,
  type APIMessage,
  type RESTPatchAPIChannelMessageJSONBody,
  type RESTPostAPIChannelMessageJSONBody,
  type RESTPostAPIWebhookWithTokenJSONBody,
} from 'discord.js';
import type {ReplyFile} from '../../bot/message.js';
import {restOptions, type DiscordKnobs} from './client.js';
import {failureOf} from './failures.js';
import {insist} from './insist.js';

export type Answered = Pick<APIInteraction, 'id' | 'application_id' | 'token'>;

/** A body, and a file that goes beside it. */
export type Filed<B> = B & {readonly file?: ReplyFile};

export interface Calls {
  /** The first answer. One that Discord has had before counts as taken: it is the repetition of an unheard one. */
  answer(to: Answered, body: APIInteractionResponse, file?: ReplyFile): Promise<void>;
  /** The message of the first answer, or the one whose button was pressed. */
  editOriginal(to: Answered, body: Filed<RESTPatchAPIChannelMessageJSONBody>): Promise<void>;
  removeOriginal(to: Answered): Promise<void>;
  followUp(to: Answered, body: Filed<RESTPostAPIWebhookWithTokenJSONBody>): Promise<void>;
  /** The body needs a nonce, so that Discord takes it once. */
  send(channel: string, body: Filed<RESTPostAPIChannelMessageJSONBody>): Promise<void>;
  edit(channel: string, message: string, body: Filed<RESTPatchAPIChannelMessageJSONBody>): Promise<void>;
  remove(channel: string, message: string): Promise<void>;
  message(channel: string, message: string): Promise<APIMessage>;
  /** The newest first. */
  messages(channel: string, where: Readonly<Record<string, string>>): Promise<APIMessage[]>;
  /** Id of the channel of direct messages with a person. */
  directWith(person: string): Promise<string>;
}

/** More than any bot has; for requests that Discord does not count. */
const uncountedPerSecond = 100_000;

/** @param channels The client's own, with 50 requests a second. */
export function createCalls(
  channels: REST,
  apiUrl: string,
  {timeoutMs, firstTimeoutMs, pausesMs, firstPausesMs}: DiscordKnobs,
): Calls {
  const uncounted = (ms: number) =>
    new REST({...restOptions(apiUrl, ms), version: '10', globalRequestsPerSecond: uncountedPerSecond});
  const first = uncounted(firstTimeoutMs);
  const later = uncounted(timeoutMs);
  const again = <T>(send: () => Promise<T>) => insist(send, pausesMs, pause);
  const original = ({application_id: app, token}: Answered) => Routes.webhookMessage(app, token, '@original');
  return {
    async answer({id, token}, body, file) {
      const send = () => first.post(Routes.interactionCallback(id, token), {...parcel({...body, file}), auth: false});
      try {
        await insist(send, firstPausesMs, pause);
      } catch (error) {
        if (failureOf(error) !== 'heard') throw error;
      }
    },
    async editOriginal(to, body) {
      await again(() => later.patch(original(to), {...parcel(body), auth: false}));
    },
    async removeOriginal(to) {
      await again(() => later.delete(original(to), {auth: false}));
    },
    // Without a nonce it cannot be said twice.
    async followUp({application_id: app, token}, body) {
      await later.post(Routes.webhook(app, token), {...parcel(body), auth: false});
    },
    async send(channel, body) {
      await again(() => channels.post(Routes.channelMessages(channel), parcel(body)));
    },
    async edit(channel, message, body) {
      await again(() => channels.patch(Routes.channelMessage(channel, message), parcel(body)));
    },
    async remove(channel, message) {
      await again(() => channels.delete(Routes.channelMessage(channel, message)));
    },
    message: (channel, message) =>
      again(() => channels.get(Routes.channelMessage(channel, message))) as Promise<APIMessage>,
    messages: (channel, where) =>
      again(() => channels.get(Routes.channelMessages(channel), {query: new URLSearchParams(where)})) as Promise<
        APIMessage[]
      >,
    async directWith(person) {
      const made = await again(() => channels.post(Routes.userChannels(), {body: {recipient_id: person}}));
      return (made as {readonly id: string}).id;
    },
  };
}

/** A request with its file, if there is one, as a form beside the JSON. */
function parcel<B extends {readonly file?: ReplyFile | undefined}>({file, ...body}: B) {
  if (!file) return {body};
  const data = Buffer.from(file.text);
  return {body, files: [{name: file.name, data, contentType: 'text/plain; charset=utf-8'}]};
}

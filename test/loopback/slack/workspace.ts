/**
 * A workspace: its people, channels, messages and views, and the app's installation in it.
 *
 * Timestamps of messages grow strictly within a workspace and are their names, as on Slack.
 */
import {performance} from 'node:perf_hooks';
import type {Fields} from './fields.js';

export interface User {
  readonly id: string;
  readonly name: string;
  readonly isBot: boolean;
}

export type ChannelType = 'channel' | 'group' | 'im' | 'mpim';

export interface Channel {
  readonly id: string;
  readonly name: string;
  readonly type: ChannelType;
  /** Ids of users, the bot's among them where it was invited. */
  readonly members: Set<string>;
  archived: boolean;
  /** Only some may post here, and the bot is none of them (`restricted_action`). */
  restricted: boolean;
}

/** One state of a message; a message keeps its earlier ones. */
export interface Content {
  readonly text: string;
  readonly blocks?: readonly Fields[] | undefined;
  readonly metadata?: Fields | undefined;
}

export interface Message {
  readonly ts: string;
  /** Real time, on the clock of `performance.now()`. */
  readonly postedAt: number;
  readonly channel: string;
  readonly user: string;
  readonly threadTs?: string | undefined;
  readonly broadcast?: boolean | undefined;
  /** Set where the app posted it. */
  readonly botId?: string | undefined;
  readonly clientMsgId?: string | undefined;
  readonly subtype?: string | undefined;
  readonly files?: readonly Fields[] | undefined;
  /** The only person who sees it; undefined for all. */
  readonly ephemeralTo?: string | undefined;
  content: Content;
  /** What it was before its edits, oldest first. */
  readonly earlier: Content[];
  editedAt?: string | undefined;
  deleted: boolean;
  readonly reactions: {readonly name: string; readonly user: string}[];
}

export interface View {
  readonly id: string;
  readonly user: string;
  readonly type: 'home' | 'modal';
  view: Fields;
  hash: string;
  readonly previousViewId?: string | undefined;
}

export interface Installation {
  readonly botToken: string;
  readonly botId: string;
  readonly botUser: string;
  scopes: readonly string[];
  revoked: boolean;
}

type NewMessage = Pick<Message, 'channel' | 'user'> &
  Content &
  Partial<Pick<Message, 'threadTs' | 'broadcast' | 'botId' | 'clientMsgId' | 'subtype' | 'files' | 'ephemeralTo'>>;

export class Workspace {
  readonly users = new Map<string, User>();
  readonly channels = new Map<string, Channel>();
  readonly messages: Message[] = [];
  readonly #byTs = new Map<string, Message>();
  readonly #threads = new Map<string, Message[]>();
  readonly views: View[] = [];
  installation: Installation | undefined;
  #lastMicros = 0;

  constructor(
    readonly id: string,
    readonly domain: string,
    private readonly newId: (prefix: string) => string,
    private readonly now: () => number,
  ) {}

  addUser(name: string, isBot = false): User {
    const user = {id: this.newId('U'), name, isBot};
    this.users.set(user.id, user);
    return user;
  }

  /** Open a channel. Everybody who is no bot is in it, and the app's bot where `withBot` says so. */
  addChannel(name: string, {type = 'channel', withBot = true}: {type?: ChannelType; withBot?: boolean} = {}): Channel {
    const members = [...this.users.values()].filter((user) => !user.isBot).map((user) => user.id);
    const id = this.newId(type === 'im' ? 'D' : type === 'channel' ? 'C' : 'G');
    const channel = {id, name, type, members: new Set(members), archived: false, restricted: false};
    if (withBot && this.installation) channel.members.add(this.installation.botUser);
    this.channels.set(id, channel);
    return channel;
  }

  /** A channel by its id or name. */
  channel(idOrName: string): Channel {
    const found =
      this.channels.get(idOrName) ?? [...this.channels.values()].find((channel) => channel.name === idOrName);
    if (!found) throw new Error(`No channel "${idOrName}" in the workspace ${this.domain}`);
    return found;
  }

  /** A person by id or name. */
  user(idOrName: string): User {
    const found = this.users.get(idOrName) ?? [...this.users.values()].find((user) => user.name === idOrName);
    if (!found) throw new Error(`No user "${idOrName}" in the workspace ${this.domain}`);
    return found;
  }

  /** The conversation of a person with the app, opened where there is none. */
  directChannel(userId: string): Channel {
    const bot = this.installation?.botUser ?? '';
    const open = [...this.channels.values()].find(({type, members}) => type === 'im' && members.has(userId));
    if (open) return open;
    const channel = this.addChannel(`im-${userId}`, {type: 'im', withBot: false});
    channel.members.clear();
    channel.members.add(userId).add(bot);
    return channel;
  }

  /** A timestamp after all others: seconds, a point, six digits. */
  nextTs(): string {
    this.#lastMicros = Math.max(this.#lastMicros + 100, Math.floor(this.now()) * 1000);
    const digits = String(this.#lastMicros);
    return `${digits.slice(0, -6)}.${digits.slice(-6)}`;
  }

  post({text, blocks, metadata, ...rest}: NewMessage): Message {
    const content = {text, blocks, metadata};
    const message = {
      ...rest,
      ts: this.nextTs(),
      postedAt: performance.now(),
      content,
      earlier: [],
      deleted: false,
      reactions: [],
    };
    this.messages.push(message);
    this.#byTs.set(message.ts, message);
    if (message.threadTs !== undefined)
      this.#threads.set(message.threadTs, [...(this.#threads.get(message.threadTs) ?? []), message]);
    return message;
  }

  change(message: Message, content: Content): void {
    message.earlier.push(message.content);
    message.content = content;
    message.editedAt = this.nextTs();
  }

  /** What everybody sees below the root of a thread, oldest first. */
  repliesTo(rootTs: string): readonly Message[] {
    const inThread = this.#threads.get(rootTs) ?? [];
    return inThread.filter(({ts, deleted, ephemeralTo}) => ts !== rootTs && !deleted && ephemeralTo === undefined);
  }

  /** A message that is there for everybody; ephemeral ones only where asked for. */
  message(channel: string, ts: string, {ephemeral = false} = {}): Message | undefined {
    const message = this.#byTs.get(ts);
    const there = message?.channel === channel && !message.deleted && (ephemeral || message.ephemeralTo === undefined);
    return there ? message : undefined;
  }

  /** What a person sees in a channel, oldest first, replies in threads included. */
  seenBy(user: string, channel: string): readonly Message[] {
    const [person, place] = [this.user(user).id, this.channel(channel).id];
    return this.messages.filter(
      (message) =>
        message.channel === place &&
        !message.deleted &&
        (message.ephemeralTo === undefined || message.ephemeralTo === person),
    );
  }

  /** All that the app ever posted, ephemeral and since deleted messages included, oldest first. */
  byBot(): readonly Message[] {
    return this.messages.filter((message) => message.botId !== undefined);
  }

  /** The app's messages in the thread of a message, or after it in a direct conversation. */
  answersTo(question: Message): readonly Message[] {
    const root = question.threadTs ?? question.ts;
    const direct = this.channels.get(question.channel)?.type === 'im';
    return this.byBot().filter(
      ({channel, ts, threadTs}) =>
        channel === question.channel && ts > question.ts && (threadTs === root || (direct && threadTs === undefined)),
    );
  }

  /** The newest view of a kind that the app showed to a person. */
  viewOf(user: string, type: 'home' | 'modal' = 'home'): View | undefined {
    const {id} = this.user(user);
    return this.views.findLast((view) => view.user === id && view.type === type);
  }
}

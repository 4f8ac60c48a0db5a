/**
 * response_url: 5 answers within 30 minutes to a command or a press, without a token.
 * Source: Slack, "Handling user interaction", "Message responses".
 */
import {contentOf} from './api/chat.js';
import {Refusal} from './api/method.js';
import {isSet, textOf, type Fields} from './fields.js';
import {announce, changeMessage, deleteMessage} from './posting.js';
import type {Platform} from './platform.js';
import type {Message, Workspace} from './workspace.js';

const mostUses = 5;
const lifetimeMs = 30 * 60_000;

/** Where an answer goes. */
export interface Origin {
  readonly workspace: Workspace;
  readonly channel: string;
  readonly user: string;
  /** The message that was pressed or pointed at, if it is the app's. */
  readonly message?: Message | undefined;
}

export interface ResponseUrl extends Origin {
  readonly url: string;
  readonly bornAt: number;
  uses: number;
  /** What was posted by it, oldest first. */
  readonly posted: Message[];
}

export class ResponseUrls {
  readonly #urls = new Map<string, ResponseUrl>();

  constructor(private readonly platform: Platform) {}

  open(origin: Origin): ResponseUrl {
    const id = this.platform.newId('');
    const url = `${this.platform.url}/response/${origin.workspace.id}/${id}`;
    const opened = {...origin, url, bornAt: this.platform.now(), uses: 0, posted: []};
    this.#urls.set(`/response/${origin.workspace.id}/${id}`, opened);
    return opened;
  }

  find(url: string): ResponseUrl | undefined {
    return this.#urls.get(new URL(url).pathname);
  }

  /** Take a POST to a response_url. */
  receive(path: string, args: Fields): {readonly status: number; readonly body: Fields} {
    const {platform} = this;
    const opened = this.#urls.get(path);
    const refused = (error: string) => ({status: 404, body: {ok: false, error}});
    if (!opened) return refused('no_service');
    if (platform.now() - opened.bornAt > lifetimeMs) {
      platform.violate('response-url-expired', 'response_url', `${opened.url} was used after 30 minutes`);
      return refused('expired_url');
    }
    if (opened.uses >= mostUses) {
      platform.violate('response-url-used-up', 'response_url', `${opened.url} was used more than 5 times`);
      return refused('used_url');
    }
    opened.uses += 1;
    try {
      this.answer(opened, args, 'response_url');
      return {status: 200, body: {ok: true}};
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return {status: error.message === 'no_text' ? 400 : 500, body: {ok: false, error: error.message, ...error.more}};
    }
  }

  /** Do what an answer asks for: also what comes with the acknowledgement of a command. */
  answer(opened: ResponseUrl, args: Fields, where: string): void {
    const {platform} = this;
    const {workspace, channel, user} = opened;
    const source = opened.message ?? opened.posted.at(-1);
    const original = source?.deleted === false && source.botId !== undefined ? source : undefined;
    if (isSet(args.delete_original)) {
      if (original) deleteMessage(platform, workspace, original);
      return;
    }
    const content = contentOf({platform, args}, where);
    if (isSet(args.replace_original) && original) {
      changeMessage(platform, workspace, original, content);
      return;
    }
    const botId = workspace.installation?.botId ?? '';
    const bot = workspace.installation?.botUser ?? '';
    const ephemeralTo = args.response_type === 'in_channel' ? undefined : user;
    const threadTs = textOf(args.thread_ts);
    const message = workspace.post({channel, user: bot, botId, threadTs, ephemeralTo, ...content});
    opened.posted.push(message);
    announce(platform, workspace, message);
  }
}

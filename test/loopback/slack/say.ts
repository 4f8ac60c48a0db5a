/**
 * What a person does: each verb changes the workspace and tells the app, as Slack would.
 *
 * People and channels are given by name or id; `ada` in `general` where nothing else is said.
 */
import {randomUUID} from 'node:crypto';
import type {Delivery, Kind, Signing} from './delivery.js';
import {mentionEvent} from './events.js';
import {escapeText, type Fields} from './fields.js';
import type {NewFile} from './files-store.js';
import {announce, changeMessage, deleteMessage} from './posting.js';
import type {Platform} from './platform.js';
import type {ResponseUrl, ResponseUrls} from './response-urls.js';
import {mentionText, shownName} from './shapes.js';
import type {Channel, Message, User, Workspace} from './workspace.js';

export interface Place {
  readonly user?: string;
  readonly channel?: string;
  readonly workspace?: Workspace;
}

export interface Typed extends Place {
  readonly threadTs?: string;
  /** The text is what Slack would deliver, not what was typed: nothing is escaped. */
  readonly raw?: boolean;
}

export interface Said {
  readonly delivery: Delivery;
  readonly responseUrl: ResponseUrl;
  readonly triggerId: string;
}

/** How to start a delivery; `onAck` hears what came with the acknowledgement. */
export type Deliver = (kind: Kind, payload: Fields, signing?: Signing, onAck?: (body: Fields) => void) => Delivery;

export interface Scene {
  readonly workspace: Workspace;
  readonly user: User;
  readonly channel: Channel;
}

export class Say {
  constructor(
    protected readonly platform: Platform,
    protected readonly deliver: Deliver,
    protected readonly responseUrls: ResponseUrls,
    protected readonly home: () => Workspace,
  ) {}

  /** Type a slash command. It cannot be typed in a thread. */
  command(
    text: string,
    {command = '/bpf-howto', signing, ...place}: Place & Partial<{command: string; signing: Signing}> = {},
  ): Said {
    const {workspace, user, channel} = this.scene(place);
    const responseUrl = this.responseUrls.open({workspace, channel: channel.id, user: user.id});
    const triggerId = this.platform.newTrigger(user.id);
    const payload = {
      token: this.platform.app.verificationToken,
      team_id: workspace.id,
      team_domain: workspace.domain,
      channel_id: channel.id,
      channel_name: shownName(channel),
      user_id: user.id,
      user_name: user.name,
      command,
      text,
      api_app_id: this.platform.app.id,
      is_enterprise_install: 'false',
      response_url: responseUrl.url,
      trigger_id: triggerId,
    };
    const delivery = this.deliver('slash_commands', payload, signing, (body) =>
      this.responseUrls.answer(responseUrl, body, 'acknowledgement'),
    );
    return {delivery, responseUrl, triggerId};
  }

  /** Say something in a channel or thread without naming the bot. */
  message(text: string, {raw = false, ...place}: Typed = {}): Message {
    return this.#post(raw ? text : escapeText(text), place);
  }

  /**
   * Name the bot in a channel or thread: the app hears of it twice, once as `app_mention` and once as `message`.
   *
   * @param text What is typed after the name; `@bot` in it is where the name stands instead.
   */
  mention(text: string, {raw = false, ...place}: Typed = {}): Message {
    const {workspace, channel} = this.scene(place);
    const botUser = workspace.installation?.botUser ?? '';
    const message = this.#post(raw ? `<@${botUser}> ${text}` : mentionText(botUser, text), place);
    this.#tellMention(workspace, channel, message);
    return message;
  }

  /** Write to the bot alone. */
  direct(text: string, {user = 'ada', workspace = this.home(), ...more}: Typed = {}): Message {
    const channel = workspace.directChannel(workspace.user(user).id).id;
    return this.message(text, {...more, user, workspace, channel});
  }

  /** Share files with some words; a mention in them (`@bot`) is heard as one. */
  share(shared: NewFile | readonly NewFile[], text = '', place: Typed = {}): Message {
    const {workspace, user, channel} = this.scene(place);
    const files = [shared].flat().map((file: NewFile) => this.platform.files.add(workspace, user.id, file));
    const named = text.includes('@bot');
    const said = named ? mentionText(workspace.installation?.botUser ?? '', text) : escapeText(text);
    const message = this.#post(said, place, {files, subtype: 'file_share'});
    if (named) this.#tellMention(workspace, channel, message);
    return message;
  }

  /** Change a message of one's own. The bot's name stays in front, if it was there, unless the text is raw. */
  edit(message: Message, text: string, {raw = false} = {}): void {
    const workspace = this.workspaceOf(message);
    const botUser = workspace.installation?.botUser ?? '';
    const named = message.content.text.includes(`<@${botUser}>`);
    const typed = named || text.includes('@bot') ? mentionText(botUser, text) : escapeText(text);
    const changed = raw ? text : typed;
    changeMessage(this.platform, workspace, message, {text: changed});
    // The bot's name in a message for the first time is a mention.
    if (!named && changed.includes(`<@${botUser}>`))
      this.#tellMention(workspace, workspace.channel(message.channel), message);
  }

  delete(message: Message): void {
    deleteMessage(this.platform, this.workspaceOf(message), message);
  }

  #post(text: string, place: Typed, more: Partial<Pick<Message, 'files' | 'subtype'>> = {}): Message {
    const {workspace, user, channel} = this.scene(place);
    const {threadTs} = place;
    const said = {channel: channel.id, user: user.id, text, threadTs, clientMsgId: randomUUID(), ...more};
    const message = workspace.post(said);
    announce(this.platform, workspace, message);
    return message;
  }

  #tellMention(workspace: Workspace, channel: Channel, message: Message): void {
    const member = channel.members.has(workspace.installation?.botUser ?? '') && channel.type !== 'im';
    if (member && this.platform.app.events.includes('app_mention'))
      this.platform.tell(workspace, mentionEvent(this.platform, workspace, channel, message));
  }

  protected scene({user = 'ada', channel = 'general', workspace = this.home()}: Place): Scene {
    return {workspace, user: workspace.user(user), channel: workspace.channel(channel)};
  }

  protected workspaceOf(message: Message): Workspace {
    const found = [...this.platform.workspaces.values()].find(({messages}) => messages.includes(message));
    if (!found) throw new Error(`No workspace has the message ${message.ts}`);
    return found;
  }
}

/**
 * What a person does: each verb changes the workspace and tells the app, as Slack would.
 *
 * People and channels are given by name or id; `ada` in `general` where nothing else is said.
 */
import {randomUUID} from 'node:crypto';
import type {Delivery, Kind, Signing} from './delivery.js';
import {mentionEvent} from './events.js';
import type {Fields} from './fields.js';
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
  message(text: string, {threadTs, ...place}: Place & Partial<{threadTs: string}> = {}): Message {
    const {workspace, user, channel} = this.scene(place);
    const clientMsgId = randomUUID();
    const message = workspace.post({channel: channel.id, user: user.id, text, threadTs, clientMsgId});
    announce(this.platform, workspace, message);
    return message;
  }

  /**
   * Name the bot in a channel or thread: the app hears of it twice, once as `app_mention` and once as `message`.
   *
   * @param text What is typed after the name; `@bot` in it is where the name stands instead.
   */
  mention(text: string, place: Place & Partial<{threadTs: string}> = {}): Message {
    const {workspace, channel} = this.scene(place);
    const botUser = workspace.installation?.botUser ?? '';
    const message = this.message(mentionText(botUser, text), place);
    const member = channel.members.has(botUser) && channel.type !== 'im';
    if (member && this.platform.app.events.includes('app_mention'))
      this.platform.tell(workspace, mentionEvent(this.platform, workspace, channel, message));
    return message;
  }

  /** Write to the bot alone. */
  direct(
    text: string,
    {user = 'ada', workspace = this.home(), ...more}: Place & Partial<{threadTs: string}> = {},
  ): Message {
    const channel = workspace.directChannel(workspace.user(user).id).id;
    return this.message(text, {...more, user, workspace, channel});
  }

  /** Change a message of one's own. The text is taken as it is, the bot's name in it included. */
  edit(message: Message, text: string): void {
    const workspace = this.workspaceOf(message);
    changeMessage(this.platform, workspace, message, {text});
  }

  delete(message: Message): void {
    deleteMessage(this.platform, this.workspaceOf(message), message);
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

/**
 * What the whole of the loopback Slack knows: the app, the workspaces, the clock, and the record of what was done.
 */
import {EventEmitter} from 'node:events';
import {Faults} from './faults.js';
import type {Fields} from './fields.js';
import {FileStore} from './files-store.js';
import {OAuth} from './oauth.js';
import {Workspace, type Installation} from './workspace.js';

/** A rule of the platform that the app broke. */
export interface Violation {
  readonly rule: string;
  readonly where: string;
  readonly detail: string;
}

/** A call of the Web API or of a response_url, with what it was answered. */
export interface Call {
  readonly method: string;
  readonly team: string | undefined;
  readonly args: Fields;
  readonly answer: Fields;
  /** The fault it met by script, if any. */
  readonly fault: string | undefined;
}

interface Trigger {
  readonly user: string;
  readonly at: number;
  used: boolean;
}

export interface App {
  readonly id: string;
  readonly name: string;
  readonly appToken: string;
  readonly signingSecret: string;
  readonly verificationToken: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Events it subscribed to: `app_mention`, `message.channels`, and so on. */
  readonly events: readonly string[];
}

/** Scopes of a fresh installation where nothing else is asked for. */
export const allScopes: readonly string[] = (
  'app_mentions:read channels:history channels:read chat:write commands files:read files:write groups:history ' +
  'groups:read im:history im:read im:write mpim:history mpim:read reactions:write team:read users:read'
).split(' ');

export const allEvents: readonly string[] = (
  'app_home_opened app_mention app_uninstalled member_joined_channel message.channels message.groups message.im ' +
  'message.mpim tokens_revoked'
).split(' ');

export class Platform {
  readonly workspaces = new Map<string, Workspace>();
  readonly violations: Violation[] = [];
  /** What is allowed but worth a look. */
  readonly notes: Violation[] = [];
  readonly calls: Call[] = [];
  readonly faults = new Faults();
  readonly files = new FileStore(this);
  readonly oauth = new OAuth(this);
  readonly app: App;
  readonly #changes = new EventEmitter();
  readonly #triggers = new Map<string, Trigger>();
  #ids = 0;
  /** Set once the server listens. */
  url = '';
  /** Deliver an event to the app; set where deliveries are made. */
  tell: (workspace: Workspace, event: Fields) => void = () => undefined;

  constructor(
    readonly now: () => number,
    events: readonly string[],
  ) {
    this.#changes.setMaxListeners(0);
    this.app = {
      id: this.newId('A'),
      name: 'bpf-howto',
      appToken: 'xapp-1-loopback',
      signingSecret: 'loopback-signing-secret',
      verificationToken: 'loopback-verification-token',
      clientId: '1000.2000',
      clientSecret: 'loopback-client-secret',
      events,
    };
  }

  /** An id that nothing else has, in Slack's form. */
  newId(prefix: string): string {
    this.#ids += 1;
    return prefix + this.#ids.toString(36).toUpperCase().padStart(10, '0');
  }

  /** A workspace with two people and three channels, in which the app is not installed yet. */
  addWorkspace(domain: string): Workspace {
    const workspace = new Workspace(this.newId('T'), domain, (prefix) => this.newId(prefix), this.now);
    for (const name of ['ada', 'brian']) workspace.addUser(name);
    workspace.addChannel('general');
    workspace.addChannel('uninvited');
    workspace.addChannel('secret', {type: 'group'});
    this.workspaces.set(workspace.id, workspace);
    return workspace;
  }

  /** Install the app: the bot joins all channels but `uninvited`. An earlier token keeps working, as on Slack. */
  install(workspace: Workspace, scopes: readonly string[] = allScopes): Installation {
    const before = workspace.installation;
    if (before && !before.revoked) {
      before.scopes = [...new Set([...before.scopes, ...scopes])];
      return before;
    }
    const bot = workspace.addUser(this.app.name, true);
    const botToken = `xoxb-${workspace.id}-${this.newId('')}`;
    const installation = {botToken, botId: this.newId('B'), botUser: bot.id, scopes, revoked: false};
    workspace.installation = installation;
    for (const {name, members} of workspace.channels.values()) if (name !== 'uninvited') members.add(bot.id);
    return installation;
  }

  /** A trigger_id of a person's doing: good for 3 seconds and one view. */
  newTrigger(user: string): string {
    const id = `${this.newId('')}.${this.newId('')}.trigger`;
    this.#triggers.set(id, {user, at: this.now(), used: false});
    return id;
  }

  /** @returns The trigger where it is good, otherwise the error Slack would give. */
  useTrigger(id: string | undefined): Trigger | string {
    const trigger = this.#triggers.get(id ?? '');
    if (!trigger) return 'invalid_trigger_id';
    if (this.now() - trigger.at > 3000) return 'expired_trigger_id';
    if (trigger.used) return 'exchanged_trigger_id';
    trigger.used = true;
    return trigger;
  }

  violate(rule: string, where: string, detail: string): void {
    this.violations.push({rule, where, detail});
    this.changed();
  }

  /** Tell those who wait that something happened. */
  changed(): void {
    this.#changes.emit('change');
  }

  /**
   * Wait for something to be so; it is looked at after each change, never by polling.
   *
   * @throws Error after `timeoutMs`, naming what was waited for.
   */
  async until<T>(what: string, look: () => T | undefined | false, timeoutMs = 10_000): Promise<T> {
    return new Promise((resolve, reject) => {
      const stop = (): void => {
        clearTimeout(timer);
        this.#changes.off('change', check);
      };
      const check = (): void => {
        const seen = look();
        if (seen === undefined || seen === false) return;
        stop();
        resolve(seen);
      };
      const timer = setTimeout(() => {
        stop();
        reject(new Error(`Waited ${timeoutMs} ms in vain: ${what}`));
      }, timeoutMs);
      this.#changes.on('change', check);
      check();
    });
  }
}

/**
 * A Discord on this machine, for the real client library to talk to.
 *
 * REST and gateway as Discord documents them (API version 10), what people do as calls of `say`, faults by script, and
 * a list of everything the bot sent that breaks a rule. See README.md.
 */
import {createServer, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {type APIAttachment, type APIMessage, type APIUser} from 'discord.js';
import {WebSocketServer} from 'ws';
import {createCheck} from './check.js';
import {createFaults, type Faults} from './faults.js';
import {createGateway, type Gateway} from './gateway.js';
import {createLand, type Land} from './land.js';
import type {Command, Interaction, Violation, World} from './model.js';
import {createRateLimits, type RateLimits} from './rate-limits.js';
import {createRest, type Seen} from './rest.js';
import {accountRoutes} from './routes-account.js';
import {channelRoutes} from './routes-channels.js';
import {commandRoutes} from './routes-commands.js';
import {interactionRoutes} from './routes-interactions.js';
import {addUpload} from './message-body.js';
import {messageRoutes} from './routes-messages.js';
import {createSay, type Say} from './say.js';
import {createSnowflakes} from './snowflake.js';
import {createWatch, type Until} from './until.js';

export interface Options {
  /** 0 takes any free one. */
  readonly port?: number;
  readonly token?: string;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  readonly rateLimits?: Partial<RateLimits>;
}

export interface LoopbackDiscord {
  /** For `rest: {api}` of the client. */
  readonly apiUrl: string;
  readonly token: string;
  readonly bot: APIUser;
  /** A guild with one channel, and two people in it. */
  readonly guild: string;
  readonly channel: string;
  readonly ada: APIUser;
  readonly bob: APIUser;
  /** Where files are kept. */
  readonly filesUrl: string;
  /** Keep a file that somebody has at hand, to put into `files` of a message or a box of a command. */
  readonly upload: (name: string, content: string | Buffer, odd?: Partial<APIAttachment>) => APIAttachment;
  /** A file that the bot sent, as text. */
  readonly fileText: (attachment: APIAttachment) => string | undefined;
  /** Requests for files, and whose token they carried. */
  readonly downloads: World['downloads'];
  /** What people do. */
  readonly say: Say;
  /** Guilds, channels and threads that come, change and go; permissions of the bot. */
  readonly land: Land;
  readonly faults: Faults;
  readonly gateway: Gateway;
  readonly violations: readonly Violation[];
  /** Whether bodies are checked against the OpenAPI document, which is not always there. */
  readonly shapesChecked: boolean;
  /** Requests so far, the last thousands of them. */
  readonly requests: readonly Seen[];
  readonly interactions: () => readonly Interaction[];
  /** Registered commands, global or of one guild. */
  readonly commands: (guild?: string) => readonly Command[];
  /** All messages of a channel as people see them, ephemeral ones with the others. */
  readonly messages: (channel?: string) => readonly APIMessage[];
  /** The bot's first message after this one in its channel. */
  readonly answerTo: (message: APIMessage) => Promise<APIMessage>;
  /** When a message was written, by `performance.now()` of this process. */
  readonly writtenMs: (messageId: string) => number | undefined;
  readonly until: Until;
  /** Put the server's clock forward. */
  readonly advance: (ms: number) => void;
  readonly stop: () => Promise<void>;
}

export async function startDiscord(options: Options = {}): Promise<LoopbackDiscord> {
  const {now = Date.now, token = 'loopback.discord.token', port = 0, rateLimits = {}} = options;
  let aheadMs = 0;
  const clock = (): number => now() + aheadMs;
  const watch = createWatch();
  const server = createServer();
  const gateways: Gateway[] = [];
  const nextId = createSnowflakes(clock);
  const world: World = {
    now: clock,
    nextId,
    base: () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    bot: person(nextId(), 'howto-bot', true),
    token,
    users: new Map(),
    guilds: new Map(),
    channels: new Map(),
    interactions: new Map(),
    commands: new Map(),
    uploads: new Map(),
    downloads: [],
    violations: [],
    unheard: new Set(),
    writtenMs: new Map(),
    dispatch: (event) => {
      for (const gateway of gateways) gateway.dispatch(event);
    },
    changed: watch.changed,
  };
  const gateway = createGateway(world);
  gateways.push(gateway);
  const faults = createFaults();
  const requests: Seen[] = [];
  const limit = createRateLimits({globalPerSecond: 50, buckets: false, ...rateLimits}, clock);
  const routes = {
    ...accountRoutes(gateway),
    ...commandRoutes,
    ...channelRoutes,
    ...messageRoutes,
    ...interactionRoutes,
  };
  const {check, shapesChecked} = createCheck(Object.keys(routes));
  server.on('request', createRest({world, routes, faults, limit, check, requests}));
  const sockets = listen(server, gateway);
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));

  const [ada, bob] = [person(nextId(), 'ada', false), person(nextId(), 'bob', false)];
  for (const user of [world.bot, ada, bob]) world.users.set(user.id, user);
  const land = createLand(world);
  const guild = land.addGuild('Kernel');
  const channel = land.addChannel(guild, 'general');

  return {
    apiUrl: `${world.base()}/api`,
    token,
    bot: world.bot,
    guild,
    channel,
    ada,
    bob,
    filesUrl: world.base(),
    upload: (name, content, odd = {}) => ({...addUpload(world, name, 'text/plain', Buffer.from(content)), ...odd}),
    fileText: ({id}) => world.uploads.get(id)?.bytes.toString('utf8'),
    downloads: world.downloads,
    say: createSay(world, watch.until, {channel, user: ada.id}),
    land,
    faults,
    gateway,
    violations: world.violations,
    shapesChecked,
    requests,
    interactions: () => [...world.interactions.values()],
    commands: (scope = 'global') => world.commands.get(scope) ?? [],
    messages: (id = channel) => world.channels.get(id)?.messages ?? [],
    answerTo: (message) =>
      watch.until(
        () =>
          world.channels
            .get(message.channel_id)
            ?.messages.find(({id, author}) => author.id === world.bot.id && BigInt(id) > BigInt(message.id)),
        `an answer to ${JSON.stringify(message.content)}`,
      ),
    writtenMs: (id) => world.writtenMs.get(id),
    until: watch.until,
    advance: (ms) => {
      aheadMs += ms;
    },
    async stop() {
      for (const socket of sockets.clients) socket.terminate();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function listen(server: Server, gateway: Gateway): WebSocketServer {
  const sockets = new WebSocketServer({noServer: true});
  server.on('upgrade', (request, socket, head) => {
    const {pathname, searchParams} = new URL(request.url ?? '/', 'http://127.0.0.1');
    if (!pathname.startsWith('/gateway')) return void socket.destroy();
    sockets.handleUpgrade(request, socket, head, (ws) => {
      gateway.accept(ws, searchParams.get('compress') === 'zlib-stream');
    });
  });
  return sockets;
}

function person(id: string, username: string, bot: boolean): APIUser {
  const plain = {id, username, discriminator: bot ? '0001' : '0', global_name: null, avatar: null};
  return bot ? {...plain, bot} : plain;
}

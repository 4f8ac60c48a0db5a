/**
 * The loopback Slack by remote control, for another process or a person with curl.
 *
 * `POST /<verb>` with JSON does what a person does, `GET /state` and `GET /timings` tell what came of it.
 */
import {createServer, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import type {Fault} from './faults.js';
import {flood, type Flood} from './flood.js';
import {isFields, listOf, present, textOf, unpack, type Fields} from './fields.js';
import type {LoopbackSlack} from './index.js';
import type {Said} from './say.js';
import {readBody} from './server.js';
import {messageShape} from './shapes.js';
import {timingsOf} from './timings.js';
import type {Message} from './workspace.js';

type Verb = (slack: LoopbackSlack, args: Fields) => unknown;

const verbs: Readonly<Record<string, Verb>> = {
  command: async ({say}, args) => ackOf(say.command(text(args), placeOf(args))),
  mention: ({say}, args) => ({ts: say.mention(text(args), placeOf(args)).ts}),
  message: ({say}, args) => ({ts: say.message(text(args), placeOf(args)).ts}),
  direct: ({say}, args) => ({ts: say.direct(text(args), placeOf(args)).ts}),
  edit: (slack, args) => slack.say.edit(messageOf(slack, args), text(args)),
  delete: (slack, args) => slack.say.delete(messageOf(slack, args)),
  press: async (slack, args) => ackOf(slack.press.button(messageOf(slack, args), name(args), placeOf(args))),
  choose: async (slack, args) =>
    ackOf(slack.press.option(messageOf(slack, args), name(args), textOf(args.option) ?? '', placeOf(args))),
  shortcut: async (slack, args) => ackOf(slack.press.shortcut(messageOf(slack, args), name(args), placeOf(args))),
  home: ({press}, args) => press.openHome(placeOf(args)),
  faults: ({faults}, args) => faults.next(textOf(args.method) ?? '', ...((listOf(args.faults) ?? []) as Fault[])),
  refresh: ({sockets}) => sockets.disconnect(),
  drop: ({sockets}) => sockets.drop(),
  'deliver-to': ({deliverTo}, args) => void deliverTo(textOf(args.target) ?? ''),
  flood: (slack, args) => flood(slack, args as unknown as Flood),
  state: (slack) => stateOf(slack),
  timings: (slack) => timingsOf(slack),
};

/** Start the control server on a free loopback port. */
export async function startControl(slack: LoopbackSlack): Promise<{readonly url: string; readonly server: Server}> {
  const answer = async (path: string, body: string): Promise<[status: number, said: unknown]> => {
    const verb = verbs[path.slice(1)];
    const args = body === '' ? {} : unpack(body);
    if (!verb || !isFields(args)) return [404, {error: `POST JSON to one of: ${Object.keys(verbs).join(', ')}`}];
    try {
      return [200, (await verb(slack, args)) ?? {}];
    } catch (error) {
      return [400, {error: error instanceof Error ? error.message : String(error)}];
    }
  };
  const server = createServer((request, response) => {
    void readBody(request)
      .then((body) => answer(request.url ?? '/', body))
      .then(([status, said]) => response.writeHead(status).end(`${JSON.stringify(said)}\n`));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server};
}

function text(args: Fields): string {
  return textOf(args.text) ?? '';
}

function name(args: Fields): string {
  return textOf(args.name) ?? '';
}

function placeOf(args: Fields): Readonly<Partial<Record<'user' | 'channel' | 'threadTs', string>>> {
  const place = {user: textOf(args.user), channel: textOf(args.channel), threadTs: textOf(args.threadTs)};
  return present(place);
}

/** The message of a `ts`; the app's latest where none is given. */
function messageOf({workspace}: LoopbackSlack, args: Fields): Message {
  const ts = textOf(args.ts);
  const found = ts === undefined ? workspace.byBot().at(-1) : workspace.messages.find((message) => message.ts === ts);
  if (!found) throw new Error(`No message ${ts ?? 'of the app'}`);
  return found;
}

async function ackOf({delivery}: Said): Promise<Fields> {
  return {...(await delivery.acked)};
}

function stateOf({platform, violations, notes, calls, deliveries, sockets}: LoopbackSlack): Fields {
  const messages = [...platform.workspaces.values()].flatMap((workspace) =>
    workspace.messages.map((message) => {
      const {channel, deleted, ephemeralTo} = message;
      return present({...messageShape(platform, workspace, message), channel, deleted, ephemeralTo});
    }),
  );
  const delivered = deliveries.map(({kind, attempts}) => ({kind, attempts}));
  return {messages, violations, notes, calls, deliveries: delivered, sockets: sockets.count, unacked: sockets.unacked};
}

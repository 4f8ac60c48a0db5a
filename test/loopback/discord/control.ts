/**
 * A door for other processes, and for a person with curl: verbs by POST with JSON, the state by GET.
 */
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {flood, type Flood} from './flood.js';
import type {Exchange} from './exchange.js';
import type {Fault} from './faults.js';
import type {LoopbackDiscord} from './index.js';
import {readBody} from './read-body.js';

interface PlannedByScript {
  readonly route: string;
  readonly fault: Fault;
  readonly times?: number;
  readonly done?: boolean;
}

export interface Control {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

export async function startControl(discord: LoopbackDiscord, port = 0): Promise<Control> {
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    readBody(request)
      .then(({body}) => obey(discord, url, request.method === 'POST' ? body : undefined))
      .then((result) => [200, result ?? null] as const)
      .catch((error: unknown) => [400, {error: error instanceof Error ? error.message : String(error)}] as const)
      .then(([status, result]) => {
        response.writeHead(status, {'content-type': 'application/json'}).end(JSON.stringify(result, withoutBigInts));
      })
      .catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function obey(discord: LoopbackDiscord, url: URL, body: unknown): Promise<unknown> {
  const [, thing = '', verb = ''] = url.pathname.split('/');
  switch (thing) {
    case 'state':
      return stateOf(discord);
    case 'messages':
      return discord.messages(url.searchParams.get('channel') ?? undefined);
    case 'requests':
      return discord.requests;
    case 'say':
      return sayResult(call(discord.say, verb, body));
    case 'land':
      return call(discord.land, verb, body);
    case 'gateway':
      return call(discord.gateway, verb, body);
    case 'faults': {
      const {route, fault, ...options} = body as PlannedByScript;
      discord.faults.next(route, fault, options);
      return undefined;
    }
    case 'advance':
      discord.advance(Number(body));
      return undefined;
    case 'flood':
      return flood(discord, body as Flood);
    default:
      throw new Error(
        `Nothing is called ${thing}. There are state, messages, requests, say, land, gateway, faults, advance and flood.`,
      );
  }
}

/** Call a verb with its argument, or with several where the body is a list. */
function call(things: object, verb: string, body: unknown): unknown {
  const known = Object.entries(things).filter(([, value]) => typeof value === 'function');
  const found = known.find(([name]) => name === verb)?.[1] as ((...given: unknown[]) => unknown) | undefined;
  if (!found) throw new Error(`No verb ${verb}. There are ${known.map(([name]) => name).join(', ')}.`);
  return found(...(Array.isArray(body) ? (body as unknown[]) : [body]));
}

/** An interaction is told when it was answered: the first answer, and the messages so far. */
async function sayResult(result: unknown): Promise<unknown> {
  if (!isExchange(result)) return result;
  const callback = await result.answered();
  return {id: result.id, callback, messages: result.messages()};
}

function isExchange(value: unknown): value is Exchange {
  return typeof value === 'object' && value !== null && 'answered' in value;
}

function stateOf(discord: LoopbackDiscord): object {
  const {apiUrl, token, guild, channel, bot, ada, bob, violations, shapesChecked, requests, gateway} = discord;
  return {
    apiUrl,
    token,
    guild,
    channel,
    bot: bot.id,
    ada: ada.id,
    bob: bob.id,
    violations,
    shapesChecked,
    requests: requests.length,
    connected: [...gateway.sessions.values()].filter(({connection}) => connection).length,
    history: gateway.history,
    commands: discord.commands(),
  };
}

function withoutBigInts(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value;
}

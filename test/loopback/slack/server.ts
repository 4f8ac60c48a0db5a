/**
 * The HTTP side of the loopback Slack: bodies in, answers out, and faults in between.
 */
import {createServer, type IncomingMessage, type Server, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import {answerCall} from './api/index.js';
import {tokenOf} from './api/token.js';
import type {Fault} from './faults.js';
import {isFields, unpack, without, type Fields} from './fields.js';
import type {Platform} from './platform.js';
import type {ResponseUrls} from './response-urls.js';
import type {Sockets} from './sockets.js';

interface Reply {
  readonly status: number;
  readonly body: Fields;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A whole body, as text. */
export async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

/** The arguments of a call: from its query, and a body that is a form or JSON. */
function argsOf(url: URL, type: string, body: string): Fields {
  const query = Object.fromEntries(url.searchParams);
  if (type.includes('json')) {
    const parsed = unpack(body);
    return isFields(parsed) ? {...query, ...parsed} : query;
  }
  return {...query, ...Object.fromEntries(new URLSearchParams(body))};
}

/** What goes over the wire: an answer, nothing at all, or the end of the connection. */
type Wire = {readonly status: number; readonly body: string; readonly headers?: Reply['headers']} | 'silence' | 'cut';

/** What a fault makes of a reply. */
function wireOf({status, body, headers}: Reply, fault: Fault | undefined): Wire {
  switch (fault?.type) {
    case 'accept-then-timeout':
      return 'silence';
    case 'drop':
    case 'accept-then-drop':
      return 'cut';
    case 'rate-limited': {
      const waiting = {'Retry-After': String(fault.retryAfterSeconds)};
      return {status: 429, body: '{"ok":false,"error":"ratelimited"}', headers: waiting};
    }
    case 'status':
      return {status: fault.status, body: '<html>Server Error</html>', headers: {'Content-Type': 'text/html'}};
    case 'broken-json':
      return {status: 200, body: '{"ok":true,"channel":'};
    case 'error':
      return {status: 200, body: JSON.stringify({ok: false, error: fault.error})};
    case 'delay':
    case undefined:
      return {status, body: JSON.stringify(body), ...(headers && {headers})};
  }
}

async function send(response: ServerResponse, reply: Reply, fault: Fault | undefined): Promise<void> {
  if (fault?.type === 'delay') await new Promise((later) => setTimeout(later, fault.ms));
  const wire = wireOf(reply, fault);
  if (wire === 'cut') response.destroy();
  if (typeof wire === 'string') return;
  response.writeHead(wire.status, {'Content-Type': 'application/json; charset=utf-8', ...wire.headers});
  response.end(wire.body);
}

/** Faults that leave nothing done. */
function undoes(fault: Fault | undefined): boolean {
  return fault !== undefined && !['accept-then-timeout', 'accept-then-drop', 'delay'].includes(fault.type);
}

/** Start the server on a free loopback port. */
export async function startServer(platform: Platform, sockets: Sockets, responseUrls: ResponseUrls): Promise<Server> {
  const carryOut = (url: URL, request: IncomingMessage, args: Fields): Reply & {readonly team: string | undefined} => {
    if (url.pathname.startsWith('/response/'))
      return {...responseUrls.receive(url.pathname, args), team: url.pathname.split('/')[2]};
    const name = url.pathname.replace(/^\/api\//u, '');
    if (name === 'oauth.v2.access')
      return {status: 200, body: platform.oauth.access(request.headers.authorization, args), team: undefined};
    const token = tokenOf(request.headers.authorization, args);
    const {body, team, scopes} = answerCall(platform, () => sockets.newUrl(), name, token, args);
    return {status: 200, body, team, headers: {'X-OAuth-Scopes': scopes.join(',')}};
  };

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', platform.url);
    if (url.pathname.startsWith('/files-pri/')) {
      platform.files.serve(request, response, url);
      return;
    }
    if (url.pathname.startsWith('/upload/')) return platform.files.receive(request, response, url);
    if (url.pathname === '/oauth/v2/authorize') {
      platform.oauth.authorize(response, url.searchParams);
      return;
    }
    const method = url.pathname.startsWith('/response/') ? 'response_url' : url.pathname.replace(/^\/api\//u, '');
    const args = argsOf(url, request.headers['content-type'] ?? '', await readBody(request));
    const fault = platform.faults.take(method);
    const reply = undoes(fault) ? {status: 200, body: {}, team: undefined} : carryOut(url, request, args);
    const said = without(args, ['token', 'client_secret']);
    platform.calls.push({method, team: reply.team, args: said, answer: reply.body, fault: fault?.type});
    platform.changed();
    await send(response, reply, fault);
  };

  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      platform.violate('server-error', request.url ?? '', String(error));
      response.destroy();
    });
  });
  server.on('upgrade', (request, socket, head) => sockets.upgrade(request, socket, head));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  platform.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return server;
}

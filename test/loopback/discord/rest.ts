/**
 * The HTTP side: finds the route, checks the token, limits, breaks by script, and answers as Discord does.
 */
import type {IncomingMessage, RequestListener, ServerResponse} from 'node:http';
import type {Answer, Call, Routes} from './call.js';
import {DiscordError, type FormError} from './discord-error.js';
import type {Fault, Faults} from './faults.js';
import type {World} from './model.js';
import type {Limited} from './rate-limits.js';
import {readBody} from './read-body.js';

/** One request that came in, for tests to look at. */
export interface Seen {
  readonly route: string;
  readonly path: string;
  readonly body: unknown;
  /** 0 where no answer was given. */
  status: number;
}

interface Parts {
  readonly world: World;
  readonly routes: Routes;
  readonly faults: Faults;
  readonly limit: (route: string, resource: string, exempt: boolean) => Limited;
  readonly check: (call: Call) => readonly FormError[];
  readonly requests: Seen[];
}

interface Found {
  readonly route: string;
  readonly params: Readonly<Record<string, string>>;
}

/** Where files are fetched from, as the faults name it. */
const uploadRoute = 'GET /attachments/:id/:name';
/** Requests kept to look at. */
const keptRequests = 5000;

export function createRest({world, routes, faults, limit, check, requests}: Parts): RequestListener {
  const find = createRouter(Object.keys(routes));

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', world.base());
    if (url.pathname.startsWith('/attachments/')) {
      const id = url.pathname.split('/')[2] ?? '';
      const seen: Seen = {route: uploadRoute, path: url.pathname, body: undefined, status: 200};
      world.downloads.push({id, authorization: request.headers.authorization});
      const planned = faults.take(uploadRoute);
      if (!planned || !(await meet(planned.fault, response, seen))) sendUpload(world, id, response);
      world.changed();
      return;
    }
    const found = find(request.method ?? 'GET', decodeURIComponent(url.pathname));
    if (!found) {
      send(response, {status: 404, body: {message: '404: Not Found', code: 0}});
      return;
    }
    const {route, params} = found;
    const seen: Seen = {route, path: url.pathname, body: undefined, status: 0};
    let answer: Answer;
    let headers: Readonly<Record<string, string>> = {};
    try {
      const {body, files} = await readBody(request);
      const call: Call = {world, route, params, query: url.searchParams, body, files};
      requests.push(Object.assign(seen, {body}));
      if (requests.length > keptRequests) requests.shift();
      const planned = faults.take(route);
      if (planned && !planned.done && (await meet(planned.fault, response, seen))) return;
      const exempt = isInteraction(route);
      if (!exempt && request.headers.authorization !== `Bot ${world.token}`) throw new DiscordError(40001);
      const limited = limit(route, params.channel ?? params.token ?? '', exempt);
      ({headers} = limited);
      answer = limited.refused ? tooMany(limited.refused) : run(call);
      if (planned?.done === true) {
        // The sender cannot know that it was heard, and may rightly say it again.
        if (params.token !== undefined) world.unheard.add(params.token);
        if (await meet(planned.fault, response, seen)) return;
      }
    } catch (error) {
      if (!(error instanceof DiscordError)) throw error;
      if (error.code === 50006) world.violations.push({where: route, rule: 'empty message'});
      answer = {status: error.status, body: error.toBody()};
    }
    seen.status = answer.status;
    send(response, answer, headers);
    world.changed();
  }

  function run(call: Call): Answer {
    const form = check(call);
    if (form.length > 0) throw new DiscordError(50035, form);
    const handle = routes[call.route];
    return handle ? handle(call) : {status: 404};
  }

  return (request, response) => {
    serve(request, response).catch((error: unknown) => {
      world.violations.push({where: 'loopback', rule: `the server failed: ${String(error)}`});
      if (!response.headersSent) send(response, {status: 500, body: {message: '500: Internal Server Error', code: 0}});
    });
  };
}

function isInteraction(route: string): boolean {
  return route.includes(' /interactions/') || route.includes(' /webhooks/');
}

function createRouter(routes: readonly string[]): (method: string, path: string) => Found | undefined {
  const patterns = routes.map((route) => {
    const [method = '', path = ''] = route.split(' ');
    return {route, method, parts: path.split('/').slice(1)};
  });
  return (method, pathname) => {
    const parts = pathname
      .replace(/^\/api\/v10/, '')
      .split('/')
      .slice(1);
    for (const pattern of patterns) {
      if (pattern.method !== method || pattern.parts.length !== parts.length) continue;
      const pairs = pattern.parts.map((wanted, at) => [wanted, parts[at] ?? ''] as const);
      if (!pairs.every(([wanted, given]) => wanted.startsWith(':') || wanted === given)) continue;
      const params = pairs
        .filter(([wanted]) => wanted.startsWith(':'))
        .map(([wanted, given]) => [wanted.slice(1), given]);
      return {route: pattern.route, params: Object.fromEntries(params) as Record<string, string>};
    }
    return undefined;
  };
}

/** Let a fault happen. @returns Whether the request has had its answer, or will never have one. */
async function meet(fault: Fault, response: ServerResponse, seen: Seen): Promise<boolean> {
  switch (fault.type) {
    case 'rate-limit':
      seen.status = 429;
      sendTooMany(response, fault.retryAfterS, fault.scope ?? 'user', undefined);
      return true;
    case 'error': {
      const error = new DiscordError(fault.code);
      seen.status = error.status;
      if (error.status === 429) sendTooMany(response, fault.retryAfterS ?? 1, 'shared', error);
      else send(response, {status: error.status, body: error.toBody()});
      return true;
    }
    case 'status':
      seen.status = fault.status;
      response.writeHead(fault.status, {'content-type': 'text/html'}).end('<html>upstream error</html>');
      return true;
    case 'broken-json':
      seen.status = 200;
      response.writeHead(200, {'content-type': 'application/json'}).end('{"id": "1", ');
      return true;
    case 'silence':
      return true;
    case 'drop':
      response.socket?.destroy();
      return true;
    case 'endless':
      pourOut(response);
      return true;
    case 'delay':
      await new Promise((resolve) => setTimeout(resolve, fault.ms));
      return false;
  }
}

function sendTooMany(
  response: ServerResponse,
  retryAfterS: number,
  scope: string,
  error: DiscordError | undefined,
): void {
  const global = scope === 'global';
  const headers = {
    'Retry-After': String(Math.ceil(retryAfterS)),
    'X-RateLimit-Scope': scope,
    ...(global ? {'X-RateLimit-Global': 'true'} : {'X-RateLimit-Bucket': 'scripted', 'X-RateLimit-Remaining': '0'}),
    'X-RateLimit-Reset-After': String(retryAfterS),
  };
  const message = 'You are being rate limited.';
  send(
    response,
    {status: 429, body: {message, code: 0, ...error?.toBody(), retry_after: retryAfterS, global}},
    headers,
  );
}

function tooMany({retryAfterS, global}: {readonly retryAfterS: number; readonly global: boolean}): Answer {
  return {status: 429, body: {message: 'You are being rate limited.', retry_after: retryAfterS, global}};
}

function send(response: ServerResponse, {status, body}: Answer, headers: Readonly<Record<string, string>> = {}): void {
  if (response.destroyed || response.headersSent) return;
  const refused = status === 429 && headers['Retry-After'] === undefined ? retryHeader(body) : {};
  const type = body === undefined ? {} : {'content-type': 'application/json'};
  response.writeHead(status, {...headers, ...refused, ...type});
  response.end(body === undefined ? undefined : JSON.stringify(body));
}

function retryHeader(body: unknown): Record<string, string> {
  const seconds = typeof body === 'object' && body !== null && 'retry_after' in body ? Number(body.retry_after) : 1;
  return {'Retry-After': String(Math.ceil(seconds))};
}

function sendUpload(world: World, id: string, response: ServerResponse): void {
  const upload = world.uploads.get(id);
  if (!upload) return void response.writeHead(404).end();
  response.writeHead(200, {'content-type': upload.attachment.content_type ?? 'application/octet-stream'});
  response.end(upload.bytes);
}

function pourOut(response: ServerResponse): void {
  response.writeHead(200);
  const chunk = Buffer.alloc(16_384, 'x');
  const more = (): void => {
    while (!response.destroyed && response.write(chunk));
  };
  response.on('drain', more);
  more();
}

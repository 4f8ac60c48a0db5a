/**
 * The one HTTP server of the process: health for whoever runs it, and the paths that platforms mount on it.
 */
import {createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';

/** Long enough for a slow sender, short enough that open sockets do not pile up. Slack itself gives up after 3 s. */
const requestTimeoutMs = 10_000;

export interface HttpServer {
  /** The port that was given, or the one the system chose for port 0. */
  readonly port: number;
  /** Serve all paths below `prefix`, such as `/slack/`; undone by the function returned. */
  mount(prefix: string, listener: RequestListener): () => void;
  /** Answer what is in flight, take nothing new. */
  close(): Promise<void>;
}

/** What a fixed path answers: JSON with a status. */
export type Page = () => {readonly status: number; readonly body: unknown};

/**
 * @param port 0 takes any that is free.
 * @param pages By path, such as `/healthz`.
 * @throws A system error with `code`, such as EADDRINUSE.
 */
export async function startHttp(port: number, pages: Readonly<Record<string, Page>>): Promise<HttpServer> {
  const mounted = new Map<string, RequestListener>();
  const server = createServer(
    {requestTimeout: requestTimeoutMs, headersTimeout: requestTimeoutMs},
    (request, response) => {
      const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
      const listener = [...mounted].find(([prefix]) => path.startsWith(prefix))?.[1];
      if (listener) listener(request, response);
      else answer(Object.hasOwn(pages, path) ? pages[path] : undefined, request, response);
    },
  );
  await listen(server, port);
  return {
    port: (server.address() as AddressInfo).port,
    mount(prefix, listener) {
      mounted.set(prefix, listener);
      return () => {
        if (mounted.get(prefix) === listener) mounted.delete(prefix);
      };
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
      }),
  };
}

function answer(page: Page | undefined, request: IncomingMessage, response: ServerResponse): void {
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  const {status, body} = !page
    ? {status: 404, body: {error: 'There is nothing at this path.'}}
    : isRead
      ? page()
      : {status: 405, body: {error: 'This path is read with GET.'}};
  response.writeHead(status, {'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store'});
  response.end(request.method === 'HEAD' ? undefined : `${JSON.stringify(body)}\n`);
  request.resume();
}

async function listen(server: Server, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

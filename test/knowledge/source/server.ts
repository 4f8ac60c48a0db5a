/**
 * A web server on this machine whose behaviour a test sets, one request after another.
 */
import {createServer, type IncomingMessage, type RequestListener, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';

export class TestServer {
  /** What was asked, in order. */
  readonly requests: IncomingMessage[] = [];
  /** How the next request is answered. */
  answer: RequestListener = (_request, response) => response.end();
  readonly #server: Server;

  constructor() {
    this.#server = createServer((request, response) => {
      this.requests.push(request);
      this.answer(request, response);
    });
  }

  async start(): Promise<void> {
    await new Promise<void>((done) => this.#server.listen(0, '127.0.0.1', done));
  }

  async stop(): Promise<void> {
    await new Promise((done) => {
      this.#server.close(done);
      this.#server.closeAllConnections();
    });
  }

  address(path: string): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}${path}`;
  }
}

/** Answers with a text, and with 304 where it is asked for conditionally and did not change. */
export function answerText(text: string, headers: Readonly<Record<string, string>> = {}): RequestListener {
  const {etag, 'last-modified': lastModified} = headers;
  return (request, response) => {
    const isSame =
      (etag !== undefined && request.headers['if-none-match'] === etag) ||
      (lastModified !== undefined && request.headers['if-modified-since'] === lastModified);
    response.writeHead(isSame ? 304 : 200, {'content-type': 'text/plain; charset=utf-8', ...headers});
    response.end(isSame ? undefined : text);
  };
}

export function answerStatus(status: number, headers: Readonly<Record<string, string>> = {}): RequestListener {
  return (_request, response) => response.writeHead(status, headers).end('what a server says of itself');
}

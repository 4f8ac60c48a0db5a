/**
 * Files: those people share, fetched with a token, and those the app uploads in three steps.
 */
import type {IncomingMessage, ServerResponse} from 'node:http';
import {tokenOf} from './api/token.js';
import type {Fields} from './fields.js';
import type {Platform} from './platform.js';
import type {Workspace} from './workspace.js';

export interface NewFile {
  readonly name: string;
  readonly mimetype?: string;
  readonly content: string | Buffer;
  /** Fields of the file's shape that are otherwise than of a plain file: mode, size, url_private, and so on. */
  readonly odd?: Fields;
  /** What messages carry of it, where that is not the whole shape: shared from another workspace, the id and no more. */
  readonly told?: Fields;
}

/** What goes wrong with the next download. */
export type DownloadFault =
  | {readonly type: 'status'; readonly status: number; readonly location?: string}
  | {readonly type: 'silence' | 'endless' | 'cut'};

/** A request for a file, and whose token it carried. */
export interface Download {
  readonly id: string;
  readonly authorization: string | undefined;
}

export class FileStore {
  /** Contents by file id; nothing yet where an upload was announced only. */
  readonly #contents = new Map<string, Buffer | undefined>();
  readonly #names = new Map<string, string>();
  readonly #shapes = new Map<string, Fields>();
  /** Met by downloads, in this order. */
  readonly faults: DownloadFault[] = [];
  readonly downloads: Download[] = [];

  constructor(private readonly platform: Platform) {}

  /** Store a file of a person's, and give its shape as messages carry it. */
  add(workspace: Workspace, user: string, {name, mimetype = 'text/plain', content, odd = {}, told}: NewFile): Fields {
    const id = this.platform.newId('F');
    const bytes = Buffer.from(content);
    this.#contents.set(id, bytes);
    this.#names.set(id, name);
    const created = Math.floor(this.platform.now() / 1000);
    const address = `${this.platform.url}/files-pri/${workspace.id}-${id}/${encodeURIComponent(name)}`;
    const filetype = name.split('.').at(-1) ?? 'text';
    const more = {mode: 'hosted', editable: false, is_external: false, is_public: true, file_access: 'visible'};
    const addresses = {url_private: address, url_private_download: address, permalink: address};
    const size = bytes.length;
    const plain = {id, created, timestamp: created, name, title: name, mimetype, filetype, user, size};
    const shape = {...plain, ...more, ...addresses, ...odd};
    this.#shapes.set(id, shape);
    return told ? {id, ...told} : shape;
  }

  /** As `files.info` tells it. */
  shape(id: string): Fields | undefined {
    return this.#shapes.get(id);
  }

  /** Let all files be gone. */
  forget(): void {
    this.#shapes.clear();
    this.#contents.clear();
  }

  announce(name: string): {readonly id: string; readonly url: string} {
    const id = this.platform.newId('F');
    this.#names.set(id, name);
    this.#contents.set(id, undefined);
    return {id, url: `${this.platform.url}/upload/${id}`};
  }

  /** A finished upload. */
  uploaded(id: string): {readonly name: string; readonly content: Buffer} | undefined {
    const content = this.#contents.get(id);
    return content && {name: this.#names.get(id) ?? '', content};
  }

  /** `GET /files-pri/…`: without a good token there is a page to sign in, and no error. */
  serve(request: IncomingMessage, response: ServerResponse, url: URL): void {
    const id = (url.pathname.split('/')[2] ?? '').split('-')[1] ?? '';
    const token = tokenOf(request.headers.authorization, {});
    const allowed = [...this.platform.workspaces.values()].some(
      ({installation}) =>
        installation?.botToken === token && !installation?.revoked && installation?.scopes.includes('files:read'),
    );
    const content = this.#contents.get(id);
    this.downloads.push({id, authorization: request.headers.authorization});
    this.platform.changed();
    const fault = this.faults.shift();
    if (fault) meet(fault, response);
    else if (!allowed) response.writeHead(200, {'Content-Type': 'text/html'}).end('<html>Sign in</html>');
    else if (!content) response.writeHead(404).end();
    else response.writeHead(200, {'Content-Type': 'application/octet-stream'}).end(content);
  }

  /** `POST /upload/…`, as `files.getUploadURLExternal` told. */
  async receive(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const id = url.pathname.split('/')[2] ?? '';
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const known = this.#contents.has(id);
    if (known) this.#contents.set(id, Buffer.concat(chunks));
    response.writeHead(known ? 200 : 404).end(known ? 'OK' : '');
    this.platform.changed();
  }
}

function meet(fault: DownloadFault, response: ServerResponse): void {
  switch (fault.type) {
    case 'status':
      response.writeHead(fault.status, fault.location === undefined ? {} : {Location: fault.location}).end();
      return;
    case 'silence':
      return;
    case 'cut':
      response.writeHead(200, {'Content-Length': '1000'});
      response.write('From ');
      response.socket?.destroySoon();
      return;
    case 'endless': {
      response.writeHead(200, {'Content-Type': 'application/octet-stream'});
      const chunk = Buffer.alloc(16_384, 'x');
      const more = (): void => {
        while (!response.destroyed && response.write(chunk));
      };
      response.on('drain', more);
      more();
    }
  }
}

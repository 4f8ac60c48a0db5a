/** Bodies of requests: JSON, or multipart with the JSON in `payload_json` and files beside it. */
import type {IncomingMessage} from 'node:http';
import type {SentFile} from './call.js';
import {DiscordError} from './discord-error.js';

export interface Body {
  readonly body: unknown;
  readonly files: ReadonlyMap<string, SentFile>;
}

/** @throws DiscordError 50109 for JSON that does not parse. */
export async function readBody(request: IncomingMessage): Promise<Body> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  if (bytes.length === 0) return {body: undefined, files: new Map()};
  const boundary = /^multipart\/form-data;.*boundary="?([^";]+)/.exec(request.headers['content-type'] ?? '')?.[1];
  return boundary === undefined ? {body: parse(bytes.toString()), files: new Map()} : readForm(bytes, boundary);
}

/** Source: RFC 7578. Every part ends before a line break and the boundary. */
function readForm(bytes: Buffer, boundary: string): Body {
  const files = new Map<string, SentFile>();
  const mark = Buffer.from(`--${boundary}`);
  let body: unknown = {};
  let at = bytes.indexOf(mark);
  for (let next = bytes.indexOf(mark, at + 1); next > at; next = bytes.indexOf(mark, next + 1)) {
    const part = bytes.subarray(at + mark.length + 2, next - 2);
    at = next;
    const headEnd = part.indexOf('\r\n\r\n');
    const head = part.subarray(0, headEnd).toString();
    const content = part.subarray(headEnd + 4);
    const name = /\bname="([^"]*)"/i.exec(head)?.[1] ?? '';
    if (name === 'payload_json') body = parse(content.toString());
    const filename = /\bfilename="([^"]*)"/i.exec(head)?.[1];
    const type = /^content-type: *(.*)$/im.exec(head)?.[1] ?? 'application/octet-stream';
    const number = /^files\[(\d+)\]$/.exec(name)?.[1] ?? name;
    if (filename !== undefined) files.set(number, {name: filename, type, bytes: Buffer.from(content)});
  }
  return {body, files};
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new DiscordError(50109);
  }
}

/**
 * A document at an address.
 */
import {basename} from 'node:path';
import {maxBytes, textOf, tooLarge} from './read.js';
import {SourceError, type SourceText} from './source.js';

/** How long an address may take before it counts as dead. */
const timeoutMs = 10_000;

/** What is used of `fetch`. */
export type Fetch = (url: string, init: {readonly signal: AbortSignal}) => Promise<Response>;

/** Plain http is for this machine only; elsewhere anyone on the way could change the text. */
export function isAllowedUrl(url: URL): boolean {
  const isLoopback = url.hostname === 'localhost' || url.hostname === '[::1]' || /^127(?:\.\d+){3}$/.test(url.hostname);
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback);
}

/** @throws SourceError */
export async function readUrl(address: string, fetchUrl: Fetch): Promise<SourceText> {
  const url = parseUrl(address);
  if (!url) throw new SourceError(`${address} is no address. Write it as https://host/path.rst.`, address);
  if (!isAllowedUrl(url)) throw new SourceError(`${address} is not https. Only https addresses are read.`, address);
  try {
    const response = await fetchUrl(address, {signal: AbortSignal.timeout(timeoutMs)});
    if (!response.ok) {
      throw new SourceError(
        `${address} answered ${response.status}. Open it in a browser and check the address.`,
        address,
      );
    }
    if (/^text\/html\b/i.test(response.headers.get('content-type') ?? '')) {
      throw new SourceError(`${address} is a web page. Name the address of the plain .rst or .md file.`, address);
    }
    const declared = Number(response.headers.get('content-length') ?? 0);
    if (declared > maxBytes) throw tooLarge(address, declared);
    return textOf(address, basename(url.pathname) || url.hostname, await bodyOf(response, address));
  } catch (cause) {
    if (cause instanceof SourceError) throw cause;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new SourceError(`${address} cannot be read (${reason}). Check the network and the address.`, address, {
      cause,
    });
  }
}

function parseUrl(address: string): URL | undefined {
  try {
    return new URL(address);
  } catch {
    return undefined;
  }
}

/** The body, as long as it is not too large; a server may send more than it declared. */
async function bodyOf(response: Response, address: string): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  if (response.body) {
    for await (const part of response.body as unknown as AsyncIterable<Uint8Array>) {
      bytes += part.length;
      if (bytes > maxBytes) throw tooLarge(address, bytes);
      parts.push(part);
    }
  }
  return Buffer.concat(parts);
}

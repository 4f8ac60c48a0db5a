/**
 * Which addresses are read: https, and plain http on this machine alone.
 *
 * Elsewhere anyone on the way could change the text, and readers would be told what they wrote.
 */
import {SourceError} from './source.js';

/** @throws SourceError where it is no address that is read. */
export function parseAddress(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url) throw new SourceError(`${address} is no address. Write it as https://host/path.rst.`, address);
  if (url.username !== '' || url.password !== '') {
    const named = withoutCredentials(url);
    throw new SourceError(`${named} was given with a user or a password. Name an address that needs none.`, named);
  }
  if (!isAllowed(url)) throw new SourceError(`${address} is not https. Only https addresses are read.`, address);
  return url;
}

/**
 * Where a redirect leads.
 *
 * A server elsewhere cannot send us to this machine: what listens here may trust whoever asks.
 *
 * @returns undefined where it leads to nothing that is read.
 */
export function redirectTarget(from: URL, location: string): URL | undefined {
  if (!URL.canParse(location, from.href)) return undefined;
  const to = new URL(location, from.href);
  if (to.username !== '' || to.password !== '') return undefined;
  return isAllowed(to) && (!isLoopback(to) || isLoopback(from)) ? to : undefined;
}

function isAllowed(url: URL): boolean {
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url));
}

function isLoopback({hostname}: URL): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d+){3}$/.test(hostname);
}

/** A password has no place in a log. */
function withoutCredentials(url: URL): string {
  const bare = new URL(url);
  bare.username = '';
  bare.password = '';
  return bare.href;
}

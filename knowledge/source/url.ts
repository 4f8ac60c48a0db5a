/**
 * A document at an address.
 *
 * It is asked for again only where it changed (ETag, Last-Modified), and the last good copy is kept: an address that
 * fails later takes nothing from the readers.
 * Source: RFC 9110, sections 13 (conditional requests) and 15.4 (redirects).
 */
import {basename} from 'node:path';
import {parseAddress, redirectTarget} from './address.js';
import {publishedPage} from './path.js';
import {maxBytes, textOf, tooLarge} from './read.js';
import {hopedHowto, SourceError, staleError, type Hoped, type Source, type SourceText} from './source.js';

/** How long an address may take, its body included, before it counts as dead. */
const defaultTimeoutMs = 10_000;

/** Redirects that are followed for one reading. */
const maxRedirects = 5;

/** What is used of `fetch`. */
export type Fetch = (
  url: string,
  init: {readonly signal: AbortSignal; readonly headers: Record<string, string>; readonly redirect: 'manual'},
) => Promise<Response>;

/** A copy that was good, with what its server said to ask for a newer one by. */
interface Copy {
  readonly text: SourceText;
  /** Where it came from after redirects; the headers mean something to that address only. */
  readonly url: string;
  readonly headers: Record<string, string>;
}

interface UrlOptions {
  readonly fetchUrl: Fetch;
  readonly timeoutMs?: number;
  readonly hoped?: Hoped;
}

export class UrlSource implements Source {
  readonly named: string;
  readonly #fetchUrl: Fetch;
  readonly #timeoutMs: number;
  readonly #hoped: Hoped;
  #copy: Copy | undefined;
  #stale: SourceError | undefined;

  constructor(address: string, options: UrlOptions) {
    this.named = address;
    this.#fetchUrl = options.fetchUrl;
    this.#timeoutMs = options.timeoutMs ?? defaultTimeoutMs;
    this.#hoped = options.hoped ?? hopedHowto;
  }

  get stale(): SourceError | undefined {
    return this.#stale;
  }

  async read(): Promise<SourceText> {
    try {
      this.#copy = await this.#readNow();
      this.#stale = undefined;
      return this.#copy.text;
    } catch (cause) {
      const error = cause instanceof SourceError ? cause : this.#failure(cause);
      if (!this.#copy) throw error;
      this.#stale = staleError(error, this.#copy.text.revision);
      return this.#copy.text;
    }
  }

  async #readNow(): Promise<Copy> {
    const copy = this.#copy;
    const asked = parseAddress(this.named);
    const {response, url} = await this.#fetchThroughRedirects(asked, copy);
    // Without a copy nothing was asked for conditionally, and 304 is as wrong an answer as any.
    if (response.status === 304 && copy) {
      await response.body?.cancel();
      return copy;
    }
    try {
      this.#refuseUnfit(response);
      // Named for what the operator wrote: where a redirect leads may be a name of digits.
      const name = basename(asked.pathname) || asked.hostname;
      const text = textOf(this.named, name, await this.#bodyOf(response), publishedPage(asked.pathname), this.#hoped);
      return {text, url: url.href, headers: validatorsOf(response)};
    } catch (error) {
      if (!response.bodyUsed) await response.body?.cancel();
      throw error;
    }
  }

  async #fetchThroughRedirects(asked: URL, copy: Copy | undefined): Promise<{response: Response; url: URL}> {
    const signal = AbortSignal.timeout(this.#timeoutMs);
    let url = asked;
    for (let redirects = 0; redirects <= maxRedirects; redirects++) {
      const headers = copy?.url === url.href ? copy.headers : {};
      const response = await this.#fetchUrl(url.href, {signal, headers, redirect: 'manual'});
      const location = response.headers.get('location');
      if (response.status < 301 || response.status > 308 || response.status === 304 || location === null) {
        return {response, url};
      }
      await response.body?.cancel();
      const target = redirectTarget(url, location);
      if (!target) throw this.#error(`redirects to ${location}, which is not read. Name the final https address.`);
      url = target;
    }
    throw this.#error(`redirects more than ${maxRedirects} times. Name the final https address.`);
  }

  #refuseUnfit(response: Response): void {
    if (!response.ok) throw this.#error(`answered ${response.status}. Open it in a browser and check the address.`);
    if (/^(?:text\/html|application\/xhtml\+xml)\b/i.test(response.headers.get('content-type') ?? '')) {
      throw this.#error(`is a web page. Name the address of the plain ${this.#hoped.file}.`);
    }
    const declared = Number(response.headers.get('content-length') ?? 0);
    if (declared > maxBytes) throw tooLarge(this.named, declared);
  }

  /** The body, as long as it is not too large; a server may send more than it declared, or never end. */
  async #bodyOf(response: Response): Promise<Uint8Array> {
    const parts: Uint8Array[] = [];
    let bytes = 0;
    if (response.body) {
      for await (const part of response.body as unknown as AsyncIterable<Uint8Array>) {
        bytes += part.length;
        if (bytes > maxBytes) throw tooLarge(this.named);
        parts.push(part);
      }
    }
    return Buffer.concat(parts);
  }

  #failure(cause: unknown): SourceError {
    if (cause instanceof Error && cause.name === 'TimeoutError') {
      return this.#error(`took longer than ${this.#timeoutMs / 1000} s. Check the network and the address.`, cause);
    }
    return this.#error(`cannot be read (${reasonOf(cause)}). Check the network and the address.`, cause);
  }

  #error(predicate: string, cause?: unknown): SourceError {
    return new SourceError(`${this.named} ${predicate}`, this.named, cause === undefined ? {} : {cause});
  }
}

/** `fetch` says "fetch failed" for everything and keeps the reason one level below. */
function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  const inner = cause.cause;
  if (!(inner instanceof Error)) return cause.message;
  return inner.message === '' && 'code' in inner ? String(inner.code) : inner.message;
}

function validatorsOf({headers}: Response): Record<string, string> {
  const etag = headers.get('etag');
  const lastModified = headers.get('last-modified');
  return {
    ...(etag === null ? {} : {'if-none-match': etag}),
    ...(lastModified === null ? {} : {'if-modified-since': lastModified}),
  };
}

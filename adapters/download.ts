/**
 * Files that people attached, fetched from where the platform keeps them.
 *
 * Only the platform's own hosts are asked, no redirect is followed, nothing larger than the platform said is taken, and
 * nothing is waited for longer than a while. Addresses come out of messages, so none of this is left to their sender.
 */
import {UserError} from '../bot/errors.js';
import {quote} from '../bot/quote.js';

/** A file as the platform tells it. */
export interface RemoteFile {
  /** As its sender called it. */
  readonly name: string;
  readonly sizeBytes: number;
  readonly url: string;
}

/** How one platform gives its files. */
export interface Downloads {
  /** The platform's name, for sentences. */
  readonly platform: string;
  /** Whether the address is one of the platform's own. */
  readonly isOwn: (url: URL) => boolean;
  /** Sent along, to those addresses only. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly fetch: typeof fetch;
  /** For the whole of one file. */
  readonly timeoutMs: number;
}

export interface Downloaded {
  readonly bytes: Uint8Array;
  /** Empty where none is told. */
  readonly contentType: string;
}

/** How long a platform may take to give a file. */
export const downloadMs = 10_000;
/** What a platform may count otherwise, such as ends of lines. */
const slackBytes = 1024;
const nameChars = 80;

/** A redirect, told apart since platforms send those they do not know to a page to sign in. */
export class RedirectError extends UserError {}

/** @throws UserError where it cannot be had, with a sentence for the asker. */
export async function download(file: RemoteFile, from: Downloads): Promise<Downloaded> {
  const {platform, isOwn, headers = {}, timeoutMs} = from;
  const name = quote(file.name, nameChars);
  const url = URL.canParse(file.url) ? new URL(file.url) : undefined;
  if (!url || !isOwn(url)) {
    throw new UserError(`${name} is kept outside of ${platform}, and I follow no links. Attach the file itself.`);
  }
  try {
    const signal = AbortSignal.timeout(timeoutMs);
    const response = await from.fetch(url, {headers, redirect: 'manual', signal});
    const {status} = response;
    if (status === 200) {
      return {bytes: await readBody(response, file), contentType: response.headers.get('content-type') ?? ''};
    }
    await response.body?.cancel();
    if (status >= 300 && status < 400) throw new RedirectError(`${platform} did not give ${name}.`);
    throw new UserError(
      status === 404 || status === 403 || status === 410
        ? `${name} is gone from ${platform}. Attach it once more.`
        : `${platform} did not give ${name} (status ${status}). Try again in a minute, or paste the patch as text.`,
    );
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(
      `${platform} did not give ${name} in time. Try again in a minute, or paste the patch as text.`,
      {
        cause: error,
      },
    );
  }
}

/** What comes beyond the told size is not taken in. */
async function readBody({body}: Response, {name, sizeBytes}: RemoteFile): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  // The iterator cancels the rest when it is left.
  for await (const chunk of (body ?? []) as AsyncIterable<Uint8Array>) {
    length += chunk.length;
    if (length > sizeBytes + slackBytes) {
      throw new UserError(`${quote(name, nameChars)} is larger than was told, so it is not read. Attach it once more.`);
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

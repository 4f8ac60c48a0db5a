/**
 * Files of messages, fetched with the bot's token, which goes to Slack's own hosts and nowhere else.
 *
 * Source: Slack, "File object", "Working with files" (url_private_download, scope files:read, file_access and mode).
 */
import type {webApi} from '@slack/bolt';
import type {Attached, AttachedFile} from '../../bot/attached.js';
import {UserError} from '../../bot/errors.js';
import {quote} from '../../bot/quote.js';
import {download, RedirectError, type Downloads} from '../download.js';
import {failureOf} from './failure.js';
import {persist} from './persist.js';
import type {RawMessage} from './raw-message.js';
import {whyNot} from './why-not.js';

/** The fields that are read of a file; events may carry its id alone. */
export interface RawFile {
  readonly id?: string;
  readonly name?: string | null;
  readonly title?: string | null;
  readonly size?: number;
  readonly mimetype?: string;
  readonly mode?: string;
  readonly file_access?: string;
  readonly is_external?: boolean;
  readonly url_private?: string;
  readonly url_private_download?: string;
}

/** How files are fetched; without the token, which is each workspace's own. */
export type FileAccess = Pick<Downloads, 'fetch' | 'timeoutMs'> & {
  /** Of the Web API, whose host may give files too. */
  readonly apiUrl: string;
};

/** Of one message, those of which Slack tells the id alone and that are asked for. */
const mostAsked = 20;
/** Of `Attached.reference`. */
const referenceChars = 60;
/** The message that has the files, where their ids do not fit: channel, and both halves of its `ts`. */
const ofMessage = /^([CDG][A-Z\d]+)-(\d{1,12})-(\d{1,8})$/u;

export interface SlackFiles {
  /** @returns Undefined for a message without files. What is wrong with one is said when it is read. */
  of(message: RawMessage, client: webApi.WebClient): Promise<Attached | undefined>;
  /** Those of a message that says that it has some, and not which. */
  at(channel: string, ts: string, client: webApi.WebClient): Promise<Attached | undefined>;
  /** The files of a reference. @throws UserError where they cannot be had. */
  again(reference: string, client: webApi.WebClient): Promise<Attached>;
}

export function slackFiles(access: FileAccess): SlackFiles {
  const fileOf = (raw: RawFile, {token = ''}: webApi.WebClient): AttachedFile => {
    const name = nameOf(raw);
    const hindrance = hindranceOf(raw);
    if (hindrance !== undefined) return unreadable(name, hindrance);
    const sizeBytes = raw.size ?? 0;
    const url = raw.url_private_download ?? raw.url_private ?? '';
    return {name, sizeBytes, read: () => read({name, sizeBytes, url}, raw.mimetype, access, token)};
  };
  const askedFor = async (raw: RawFile, client: webApi.WebClient): Promise<AttachedFile> => {
    try {
      return fileOf(await infoOf(raw, client), client);
    } catch (error) {
      if (error instanceof UserError) return unreadable(nameOf(raw), error.message);
      throw error;
    }
  };
  const of: SlackFiles['of'] = async (message, client) => {
    const raws = message.files ?? [];
    if (raws.length === 0) return undefined;
    const files: AttachedFile[] = [];
    let asked = 0;
    for (const raw of raws) {
      const isPart = isPartial(raw);
      asked += isPart ? 1 : 0;
      files.push(isPart && asked <= mostAsked ? await askedFor(raw, client) : fileOf(raw, client));
    }
    const reference = referenceTo(raws) ?? referenceToMessage(message);
    return {files, ...(reference === undefined ? {} : {reference})};
  };
  const at = async (channel: string, ts: string, client: webApi.WebClient) =>
    of(await messageAt(channel, ts, client), client);
  return {
    of,
    at: (channel, ts, client) =>
      at(channel, ts, client).catch((error: unknown) => {
        if (!(error instanceof UserError)) throw error;
        return {files: [unreadable('A file', error.message)]};
      }),
    async again(reference, client) {
      const [, channel, seconds, rest] = ofMessage.exec(reference) ?? [];
      if (channel !== undefined) return (await at(channel, `${seconds}.${rest}`, client)) ?? none;
      const files: AttachedFile[] = [];
      for (const id of reference.split('-')) files.push(fileOf(await infoOf({id}, client), client));
      return {files, reference};
    },
  };
}

/** Slack tells of files shared from elsewhere, and in mentions of all files, no more than the id. */
function isPartial({file_access, size, url_private}: RawFile): boolean {
  return file_access === 'check_file_info' || size === undefined || url_private === undefined;
}

/** @throws UserError */
async function infoOf(raw: RawFile, client: webApi.WebClient): Promise<RawFile> {
  const {id = ''} = raw;
  if (raw.mode !== undefined && goneModes.has(raw.mode)) return raw;
  try {
    const {file} = await persist(() => client.files.info({file: id}));
    return file as RawFile;
  } catch (error) {
    const failure = failureOf(error);
    if (!failure) throw error;
    const {reason} = failure;
    if (reason.type === 'refused' && goneErrors.has(reason.error)) {
      throw new UserError('A file is gone from Slack, or is not shown to me. Attach it once more.');
    }
    throw new UserError(`Slack did not give a file. ${whyNot(reason)}`);
  }
}

const none: Attached = {files: []};
const goneModes = new Set(['tombstone', 'hidden_by_limit']);
const goneErrors = new Set(['file_not_found', 'file_deleted', 'access_denied', 'not_visible']);

/** A sentence on a file that Slack tells of and does not give. */
function hindranceOf(raw: RawFile): string | undefined {
  const name = quote(nameOf(raw), 80);
  if (raw.mode === 'tombstone') return `${name} was deleted. Attach it once more.`;
  if (raw.mode === 'hidden_by_limit') {
    return `${name} is older than this workspace's plan lets anybody see. Attach it once more.`;
  }
  if (raw.is_external === true || raw.mode === 'external') {
    return `${name} is kept outside of Slack, and I follow no links. Attach the file itself.`;
  }
  if (isPartial(raw)) return `Slack does not give ${name} to me. Attach it here once more.`;
  return undefined;
}

function unreadable(name: string, sentence: string): AttachedFile {
  return {name, sizeBytes: 0, read: () => Promise.reject(new UserError(sentence))};
}

function nameOf({name, title, id}: RawFile): string {
  return [name, title, id].find((each) => each != null && each !== '') ?? 'A file';
}

/** Ids of files in a row; undefined where they do not fit, or are none of Slack's. */
function referenceTo(raws: readonly RawFile[]): string | undefined {
  const ids = raws.map(({id}) => id ?? '');
  const reference = ids.join('-');
  return reference.length <= referenceChars && ids.every((id) => /^F[A-Z\d]+$/u.test(id)) ? reference : undefined;
}

function referenceToMessage({channel, ts}: RawMessage): string | undefined {
  const reference = `${channel ?? ''}-${(ts ?? '').replace('.', '-')}`;
  return reference.length <= referenceChars && ofMessage.test(reference) ? reference : undefined;
}

/** @throws UserError where it is gone, or the bot may not read it. */
async function messageAt(channel: string, ts: string, client: webApi.WebClient): Promise<RawMessage> {
  try {
    const range = {channel, ts, oldest: ts, latest: ts, inclusive: true, limit: 1};
    const {messages = []} = await persist(() => client.conversations.replies(range));
    const found = (messages as readonly RawMessage[]).find((message) => message.ts === ts);
    if (found) return {...found, channel};
  } catch (error) {
    const failure = failureOf(error);
    if (!failure) throw error;
    throw new UserError(`The message with the files cannot be read. ${whyNot(failure.reason)}`, {cause: error});
  }
  throw new UserError('The message with the files is gone. Attach them once more.');
}

async function read(
  file: {readonly name: string; readonly sizeBytes: number; readonly url: string},
  mimetype: string | undefined,
  {apiUrl, fetch, timeoutMs}: FileAccess,
  token: string,
): Promise<Uint8Array> {
  const headers = {Authorization: `Bearer ${token}`};
  try {
    const from = {platform: 'Slack', isOwn: (url: URL) => isSlackUrl(url, apiUrl), headers, fetch, timeoutMs};
    const {bytes, contentType} = await download(file, from);
    // Without the right to read files Slack answers with a page to sign in, and no error.
    if (/^text\/html\b/iu.test(contentType) && mimetype !== 'text/html') throw new RedirectError('');
    return bytes;
  } catch (error) {
    if (!(error instanceof RedirectError)) throw error;
    const reason = {type: 'refused', error: 'missing_scope', needed: 'files:read'} as const;
    throw new UserError(`Slack did not give ${quote(file.name, 80)}. ${whyNot(reason)}`, {cause: error});
  }
}

/** Slack's own hosts, and that of the Web API where a setting names another. */
function isSlackUrl(url: URL, apiUrl: string): boolean {
  if (url.username !== '' || url.password !== '') return false;
  return (
    url.origin === 'https://files.slack.com' ||
    url.origin === 'https://slack.com' ||
    url.origin === new URL(apiUrl).origin
  );
}

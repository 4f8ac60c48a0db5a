/**
 * Addresses that stand in the text without any markup: URLs and mail addresses.
 *
 * Source: docutils' Inliner patterns `uri` and `email`, and its list of registered schemes. Both patterns are read
 * here by scanning from the `:` or the `@`, so that a long line takes time in proportion to its length.
 */
import {mayFollow, mayPrecede} from './punctuation.js';

export interface Found {
  /** Where the address stands in the text, `to` exclusive. */
  readonly from: number;
  readonly to: number;
  readonly type: 'url' | 'mail';
}

/** Schemes that people write in documents about software; others stay text. */
const schemes = new Set(
  (
    'about acct afp cvs data dict dns doi file ftp ftps git gopher hdl http https imap info irc jabber ldap ldaps magnet mailto mms news nfs ' +
    'nntp pop rsync rtsp sftp sip sips sms smtp snmp ssh svn tag tel telnet tftp urn vnc webcal ws wss xmpp'
  ).split(' '),
);

const schemeChar = /[a-zA-Z0-9.+-]/;
/** Characters of a URL. Source: `uric`. */
const urlChar = /[-_.!~*'()[\];/:@&=+$,%a-zA-Z0-9]/;
/** Characters a URL may end with. Source: `urilast`. */
const lastChar = /[_~*/=+a-zA-Z0-9]/;
/** Characters of either side of a mail address. Source: `emailc`, with the dot that parts them. */
const mailChar = /[-_!~*'{|}/#?^`&=+$%a-zA-Z0-9.]/;

/** All addresses in a text, in order, none overlapping. */
export function findAddresses(text: string): Found[] {
  const found: Found[] = [];
  let done = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text[at];
    if (char !== ':' && char !== '@') continue;
    const address = char === ':' ? urlAround(text, at, done) : mailAround(text, at, done);
    if (!address) continue;
    found.push(address);
    done = address.to;
    at = done - 1;
  }
  return found;
}

/** First place from `from` on, before `to`, that markup may start at. */
function startWithin(text: string, from: number, to: number): number {
  for (let at = from; at < to; at++) if (mayPrecede(text.charAt(at - 1))) return at;
  return -1;
}

/** How far back from `at` a class of characters reaches, but not before `floor`. The longest name has 64 characters. */
function runBefore(text: string, at: number, floor: number, chars: RegExp): number {
  let from = at;
  const least = Math.max(floor, at - 64);
  while (from > least && chars.test(text.charAt(from - 1))) from--;
  return from;
}

function urlAround(text: string, colon: number, floor: number): Found | undefined {
  const run = runBefore(text, colon, floor, schemeChar);
  const from = startWithin(text, run, colon);
  if (from < 0 || !schemes.has(text.slice(from, colon).toLowerCase())) return undefined;
  let end = colon + 1;
  let query = false;
  let fragment = false;
  for (; end < text.length; end++) {
    const char = text.charAt(end);
    if (urlChar.test(char)) continue;
    if (char === '?' && !query && !fragment) query = true;
    else if (char === '#' && !fragment) fragment = true;
    else break;
  }
  const to = endOf(text, colon + 1, end);
  return to < 0 ? undefined : {from, to, type: text.slice(from, colon).toLowerCase() === 'mailto' ? 'mail' : 'url'};
}

function mailAround(text: string, sign: number, floor: number): Found | undefined {
  const run = runBefore(text, sign, floor, mailChar);
  let from = startWithin(text, run, sign);
  while (from >= 0 && text[from] === '.') from = startWithin(text, from + 1, sign);
  if (from < 0 || text[sign - 1] === '.' || text.slice(from, sign).includes('..')) return undefined;
  let end = sign + 1;
  while (end < text.length && mailChar.test(text.charAt(end))) end++;
  if (text[sign + 1] === '.') return undefined;
  const to = endOf(text, sign + 1, end);
  // docutils takes one letter for a host too; `a@b` in prose is rather a reading error, but it is what it links.
  return to < 0 ? undefined : {from, to, type: 'mail'};
}

/** The last place where an address may end: a closing character, with something after it that may follow. */
function endOf(text: string, from: number, end: number): number {
  for (let to = end; to > from; to--) {
    const last = text.charAt(to - 1);
    const next = text.charAt(to);
    const closes = lastChar.test(last) || (next === '>' && urlChar.test(last));
    if (closes && mayFollow(next)) return to;
  }
  return -1;
}

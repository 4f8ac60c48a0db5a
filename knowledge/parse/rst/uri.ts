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

/** Registered schemes that make a word a link. Source: docutils.utils.urischemes; `git` is ours. */
const schemes = new Set(
  (
    'about acap addbook afp afs aim callto castanet chttp cid crid data dav dict dns eid fax feed file finger ' +
    'freenet ftp git go gopher gsm-sms h323 h324 hdl hnews http https hydra iioploc ilu im imap info ior ipp ' +
    'irc iris.beep iseek jar javascript jdbc ldap lifn livescript lrq mailbox mailserver mailto md5 mid mocha ' +
    'modem mtqp mupdate news nfs nntp opaquelocktoken phone pop pop3 pres printer prospero rdar res rtsp rvp ' +
    'rwhois rx sdp service shttp sip sips smb snews snmp soap.beep soap.beeps ssh t120 tag tcp tel telephone ' +
    'telnet tftp tip tn3270 tv urn uuid vemmi videotex view-source wais whodp whois++ x-man-page xmlrpc.beep ' +
    'xmlrpc.beeps z39.50r z39.50s'
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
  let from = startWithin(text, run, colon);
  while (from >= 0 && !/[a-zA-Z]/.test(text.charAt(from))) from = startWithin(text, from + 1, colon);
  const scheme = from < 0 ? '' : text.slice(from, colon).toLowerCase();
  if (!schemes.has(scheme) || (scheme === 'git' && !text.startsWith('//', colon + 1))) return undefined;
  let end = colon + 1;
  let query = false;
  let fragment = false;
  for (; end < text.length; end++) {
    const char = text.charAt(end);
    if (urlChar.test(char)) continue;
    // An escape inside an address: `\*` is a star of it.
    if (char === '\\' && text[end + 1] !== '\\') continue;
    if (char === '?' && !query && !fragment) query = true;
    else if (char === '#' && !fragment) fragment = true;
    else break;
  }
  const to = endOf(text, colon + 1, end);
  return to < 0 ? undefined : {from, to, type: scheme === 'mailto' ? 'mail' : 'url'};
}

function mailAround(text: string, sign: number, floor: number): Found | undefined {
  const run = runBefore(text, sign, floor, mailChar);
  let from = startWithin(text, run, sign);
  while (from >= 0 && text[from] === '.') from = startWithin(text, from + 1, sign);
  if (from < 0 || text[sign - 1] === '.' || text.slice(from, sign).includes('..')) return undefined;
  let end = sign + 1;
  while (end < text.length && mailChar.test(text.charAt(end))) end++;
  if (text[sign + 1] === '.') return undefined;
  // A host has two characters at least: `4@0` is no address.
  const to = endOf(text, sign + 2, end);
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

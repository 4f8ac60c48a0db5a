/**
 * The headers of a message that say something of a patch: unfolded, then decoded.
 *
 * Headers of transport are passed over unread. A line that is neither a header nor the rest of one ends them, and the
 * last of several headers of one name counts, both as in git.
 * Source: RFC 5322, section 2.2.
 */
import type {Caps} from './caps.js';
import {decodeHeader} from './encoded-words.js';
import type {Remark} from './remark.js';

const wanted = [
  'subject', 'from', 'date', 'message-id', 'content-type', 'content-transfer-encoding', 'content-disposition', 'in-reply-to', 'references', 'to', 'cc',
] as const; // prettier-ignore

export type HeaderName = (typeof wanted)[number];

export interface Header {
  /** As it stands, folds kept; one character a byte. */
  readonly raw: string;
  /** Unfolded and decoded, without control characters. */
  readonly text: string;
  /** Of its first line, counted like the line given to `readHeaders`. */
  readonly line: number;
}

export interface Headers {
  readonly get: (name: HeaderName) => Header | undefined;
  /** Where the body starts in the text, and on which line. */
  readonly bodyAt: number;
  readonly bodyLine: number;
  readonly remarks: readonly Remark[];
}

const field = /^([!-9;-~]+)[ \t]*:/u;

/**
 * @param text A message; one character a byte.
 * @param firstLine The number of its first line.
 */
export function readHeaders(text: string, firstLine: number, caps: Caps): Headers {
  const found = new Map<string, Found>();
  let open: string[] | undefined;
  let at = 0;
  let line = firstLine;
  while (at < text.length) {
    const newline = text.indexOf('\n', at);
    const end = newline < 0 ? text.length : newline;
    const content = text.slice(at, end);
    const isRest = (content.startsWith(' ') || content.startsWith('\t')) && line > firstLine;
    const name = isRest ? undefined : field.exec(content)?.[1]?.toLowerCase();
    if (!isRest && name === undefined && !/^>?From /u.test(content)) {
      if (content.trim() === '') {
        at = end + 1;
        line += 1;
      }
      break;
    }
    if (isRest) open?.push(content);
    else if (name !== undefined) {
      const value = content.slice(content.indexOf(':') + 1);
      const before = found.get(name);
      open = undefined;
      if (before && (name === 'to' || name === 'cc')) {
        open = before.raw;
        open.push(`, ${value}`);
      } else if (isWanted(name)) {
        open = [value];
        found.set(name, {raw: open, line, isRepeated: before !== undefined});
      }
    }
    at = end + 1;
    line += 1;
  }
  return {...decodeAll(found, caps), bodyAt: Math.min(at, text.length), bodyLine: line};
}

function isWanted(name: string): name is HeaderName {
  return (wanted as readonly string[]).includes(name);
}

interface Found {
  /** Its lines, the first one without the name. */
  readonly raw: string[];
  readonly line: number;
  readonly isRepeated: boolean;
}

function decodeAll(found: ReadonlyMap<string, Found>, caps: Caps) {
  const headers = new Map<string, Header>();
  const remarks: Remark[] = [];
  for (const name of wanted) {
    const header = found.get(name);
    if (!header) continue;
    const {line} = header;
    const raw = header.raw.join('\n').trim();
    if (raw.length > caps.maxHeaderBytes) {
      const text = `The header ${titled(name)} has more than ${caps.maxHeaderBytes} bytes and is not read.`;
      remarks.push({type: 'headers', text, line});
      continue;
    }
    const {text, troubles} = decodeHeader(raw.replace(/\n[ \t]*/gu, ' '));
    headers.set(name, {raw, text, line});
    for (const trouble of new Set(troubles)) remarks.push({type: 'charset', text: `${titled(name)}: ${trouble}`, line});
    if (header.isRepeated) {
      const repeated = `The header ${titled(name)} stands there more than once; the last one counts, as for git.`;
      remarks.push({type: 'repeated', text: repeated, line});
    }
  }
  return {get: (name: HeaderName) => headers.get(name), remarks};
}

/** `message-id` is `Message-Id`. */
function titled(name: string): string {
  return name.replace(/\b[a-z]/gu, (letter) => letter.toUpperCase());
}

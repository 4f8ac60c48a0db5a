/**
 * Names and addresses of mail, read as `git mailinfo` reads an author.
 */
import {decodeHeader} from './encoded-words.js';

export interface Address {
  /** The address again where no fit name is written. */
  readonly name: string;
  readonly email: string;
}

/** Longest name that git takes, in bytes; a longer one is rather not a name. */
const longestName = 60;
/** Longest part of an address before its `@` that is looked for. */
const longestLocal = 1000;

/** @param text Decoded, on one line: `Name <address>`, `address (Name)` or an address alone. */
export function readAddress(text: string): Address | undefined {
  const plain = unquote(text);
  const at = plain.indexOf('@');
  if (at < 0) return readBogus(text);
  const before = /[^\s<]*$/u.exec(plain.slice(Math.max(0, at - longestLocal), at))?.[0] ?? '';
  const start = at - before.length;
  const rest = plain.slice(at).search(/[\s>]/u);
  const end = rest < 0 ? plain.length : at + rest;
  const email = plain.slice(start, end);
  const head = plain.slice(0, start).replace(/<$/u, ' ');
  const name = `${head}${plain.slice(end + 1)}`.replace(/\s+/gu, ' ').trim();
  const bare = name.startsWith('(') && name.endsWith(')') ? name.slice(1, -1) : name;
  return {name: isName(bare) ? bare : email, email};
}

function isName(name: string): boolean {
  return name !== '' && Buffer.byteLength(name) <= longestName && !/[@<>]/u.test(name);
}

/** `Name <nobody>`: no address, but said to be one. */
function readBogus(text: string): Address | undefined {
  const open = text.indexOf('<');
  const close = text.indexOf('>', open);
  if (open < 0 || close < 0) return undefined;
  const email = text.slice(open + 1, close).trim();
  const name = text.slice(0, open).replace(/\s+/gu, ' ').trim();
  return {name: isName(name) ? name : email, email};
}

/** Take the quotes and backslashes away that only protect: `"A, B" <c>` is `A, B <c>`. Comments keep their quotes. */
function unquote(text: string): string {
  if (!text.includes('"') && !text.includes('\\')) return text;
  let plain = '';
  let isQuoted = false;
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? '';
    if (character === '\\' && (isQuoted || depth > 0)) plain += text[++at] ?? '';
    else if (character === '"' && depth === 0) isQuoted = !isQuoted;
    else {
      if (!isQuoted && character === '(') depth += 1;
      if (!isQuoted && character === ')' && depth > 0) depth -= 1;
      plain += character;
    }
  }
  return plain;
}

/**
 * The addresses of To or Cc; what holds none is left out.
 *
 * @param raw One character a byte. It is cut before words are decoded: a comma inside an encoded name parts nothing.
 */
export function readAddresses(raw: string): Address[] {
  const line = raw.replace(/\n[ \t]*/gu, ' ');
  return (cutList(line) ?? line.split(/[,;]/u)).flatMap((part) => {
    const address = readAddress(decodeHeader(part.replace(/^[^<@"]*:(?=\s*\S)/u, '')).text);
    return address ? [address] : [];
  });
}

/** Cut at commas outside quotes and comments; undefined where one of these never ends. */
function cutList(text: string): string[] | undefined {
  const parts: string[] = [];
  let from = 0;
  let isQuoted = false;
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '\\') at += 1;
    else if (character === '"' && depth === 0) isQuoted = !isQuoted;
    else if (isQuoted) continue;
    else if (character === '(') depth += 1;
    else if (character === ')') depth = Math.max(0, depth - 1);
    else if ((character === ',' || character === ';') && depth === 0) {
      parts.push(text.slice(from, at));
      from = at + 1;
    }
  }
  return isQuoted || depth > 0 ? undefined : [...parts, text.slice(from)];
}

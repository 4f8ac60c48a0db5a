/**
 * Names and addresses of mail, read as `git mailinfo` reads an author.
 */

export interface Address {
  /** The address again where no fit name is written. */
  readonly name: string;
  readonly email: string;
}

/** Longest name that git takes, in bytes; a longer one is rather not a name. */
const longestName = 60;

/** @param text Decoded, on one line: `Name <address>`, `address (Name)` or an address alone. */
export function readAddress(text: string): Address | undefined {
  const plain = text.includes('"') || text.includes('\\') ? unquote(text) : text;
  const at = plain.indexOf('@');
  if (at < 0) return readBogus(plain);
  const before = /[^\s<]*$/u.exec(plain.slice(Math.max(0, at - 1000), at))?.[0] ?? '';
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
  const bytes = Buffer.byteLength(name);
  return bytes >= 3 && bytes <= longestName && !/[@<>]/u.test(name);
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

/** Take the quotes away that only protect: `"A, B" <c>` is `A, B <c>`. */
function unquote(text: string): string {
  let plain = '';
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? '';
    if (character === '\\' && at + 1 < text.length) plain += text[++at] ?? '';
    else if (character !== '"') plain += character;
  }
  return plain;
}

/** The addresses of To or Cc; what holds none is left out. */
export function readAddresses(text: string): Address[] {
  const parts: string[] = [];
  let from = 0;
  let isQuoted = false;
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '\\') at++;
    else if (character === '"') isQuoted = !isQuoted;
    else if (isQuoted) continue;
    else if (character === '(') depth++;
    else if (character === ')') depth = Math.max(0, depth - 1);
    else if ((character === ',' || character === ';') && depth === 0) {
      parts.push(text.slice(from, at));
      from = at + 1;
    }
  }
  parts.push(text.slice(from));
  return parts.flatMap((part) => {
    const address = readAddress(part.replace(/^[^<@"]*:(?=\s*[^\s])/u, '').trim());
    return address ? [address] : [];
  });
}

/**
 * What b4 reads of a subject; maintainers fetch series with it.
 *
 * Source: b4's parser as run on real subjects. Only blanks part words, so a comma hides what is glued by it; a number has
 * up to four digits; a version may be glued to PATCH. What else is glued behind PATCH or RFC is dropped with it.
 */
import {leadingBrackets} from './brackets.js';

export interface B4Reading {
  readonly reply: boolean;
  readonly patch: boolean;
  readonly rfc: boolean;
  readonly resend: boolean;
  readonly version: number;
  readonly index: number | null;
  readonly total: number | null;
  /** All other words of the brackets. */
  readonly prefixes: readonly string[];
  readonly title: string;
}

/** @param line A subject on one line, decoded. */
export function readAsB4(line: string): B4Reading {
  const bracketed = /^\w{2,9}: *(?=\[)/u.exec(line)?.[0] ?? '';
  const reply = /^(?:re|aw|fwd):/iu.test(line) || /^\w{2,3}: *\[/u.test(line);
  const {groups, rest} = leadingBrackets(flatten(reply ? line.slice(bracketed.length) : line));
  const words = groups.flatMap((group) =>
    group
      .replace(/patch(?=v\d)/giu, '$& ')
      .split(/\s+/u)
      .map((word) => word.replace(/[,;]{1,9}$/u, ''))
      .filter((word) => word !== ''),
  );
  const low = words.map((word) => word.toLowerCase());
  const version = low.findLast(isVersion);
  const number = low.findLast(isNumber)?.split('/').map(Number);
  return {
    reply,
    patch: low.some((word) => word.startsWith('patch')),
    rfc: low.some((word) => word.startsWith('rfc')),
    resend: low.includes('resend'),
    version: version === undefined ? 1 : Number(version.slice(1)),
    index: number?.[0] ?? null,
    total: number?.[1] ?? null,
    prefixes: words.filter((word) => !isVersion(word) && !isNumber(word) && !/^(?:patch|rfc|resend$)/iu.test(word)),
    title: rest,
  };
}

/** Brackets inside of the first group are dropped: `[PATCH [bpf] 1/2]` is `[PATCH bpf 1/2]`. */
function flatten(line: string): string {
  if (!line.startsWith('[')) return line;
  let depth = 0;
  let at = 0;
  for (; at < line.length; at += 1) {
    if (line[at] === '[') depth += 1;
    else if (line[at] === ']') depth -= 1;
    if (depth === 0) break;
  }
  return depth > 0 ? line : `[${line.slice(1, at).replace(/[[\]]/gu, '')}]${line.slice(at + 1)}`;
}

function isVersion(word: string): boolean {
  return /^v\d{1,9}$/iu.test(word);
}

function isNumber(word: string): boolean {
  return /^\d{1,4}\/\d{1,4}$/u.test(word);
}

/**
 * What is odd about how a subject is written, with its place, so that rules can name it and say who misreads it.
 */
import type {BareWords, TitleVersion} from './subject-pieces.js';
import {readWord, type Part} from './subject-words.js';

/**
 * - `version-glued`: `PATCHv2`, `v2PATCH`, `RFC-V2`, `-v2`, `(v2)` in the brackets; `v 2`, `rev2`, `v2.1`.
 * - `version-in-title`: `(v2)`. `version-before-title`: `[PATCH] v3: x`. `version-twice`: `v2 v2`.
 * - `number-glued`: `PATCH1/8`, `(1/8)`. `number-spaced`: `1 / 8`. `number-of`: `1 of 8`. `number-behind`:
 *   `[PATCH bpf] 1/8 x`. `number-large`: a day written as a number, above 9999.
 * - `commas`, also `;`. `nested-bracket`: `[PATCH [bpf] 1/2]`. `stray-bracket`. `no-brackets`: `PATCH 1/2: x`,
 *   `RESEND: [PATCH bpf] x`.
 */
export type FormName =
  | 'version-glued'
  | 'version-in-title'
  | 'version-before-title'
  | 'version-twice'
  | 'number-glued'
  | 'number-spaced'
  | 'number-of'
  | 'number-behind'
  | 'number-large'
  | 'commas'
  | 'nested-bracket'
  | 'stray-bracket'
  | 'no-brackets';

export interface OddForm {
  readonly form: FormName;
  /** As it is written. */
  readonly text: string;
  /** Offset of its first character in the subject on one line. */
  readonly at: number;
}

/** No series of the lists has more patches; what is above is a day. */
const largestTotal = 9999;

/** @param parts The words of all brackets that are the patch's. */
export function formsOfParts(parts: readonly Part[]): OddForm[] {
  let versions = 0;
  return parts.flatMap(({text, at}) => {
    const forms: OddForm[] = [];
    const add = (form: FormName) => forms.push({form, text, at});
    const word = readWord(text);
    if (word?.version !== undefined) {
      versions += 1;
      if (versions === 2) add('version-twice');
      if (!/^v\d+$/iu.test(text)) add('version-glued');
    }
    if (word?.number) {
      if (word.number[1] > largestTotal) add('number-large');
      if (/^\d+ ?of ?\d/iu.test(text)) add('number-of');
      else if (text.includes(' ')) add('number-spaced');
      else if (!/^\d+\//u.test(text)) add('number-glued');
    }
    return forms;
  });
}

/** @param start Where the group's text stands in the subject. */
export function formsOfGroup(group: string, start: number): OddForm[] {
  const forms: OddForm[] = [];
  const comma = group.search(/[,;]/u);
  if (comma >= 0) forms.push({form: 'commas', text: group.charAt(comma), at: start + comma});
  const bracket = group.indexOf('[');
  if (bracket >= 0) forms.push({form: 'nested-bracket', text: '[', at: start + bracket});
  return forms;
}

/** Words of the patch that stand outside of brackets. */
export function formsAround(words: {
  readonly resend: Part | undefined;
  readonly behind: BareWords | undefined;
  readonly hasBrackets: boolean;
}): OddForm[] {
  const {resend, behind, hasBrackets} = words;
  const number = behind?.parts.find(({text}) => readWord(text)?.number) ?? behind?.parts[0];
  return [
    ...(resend ? [{form: 'no-brackets', ...resend} as const] : []),
    ...(number ? [{form: hasBrackets ? 'number-behind' : 'no-brackets', ...number} as const] : []),
  ];
}

/** @param at Where the title stands in the subject. */
export function formsOfTitle(title: string, at: number, version: TitleVersion | undefined): OddForm[] {
  return [
    ...(version?.form ? [{form: version.form, text: version.text, at: at + version.at}] : []),
    ...(title.startsWith(']') ? [{form: 'stray-bracket', text: ']', at} as const] : []),
  ];
}

/**
 * Whether a copy of a document is damaged, told by what is wrong with it.
 *
 * Copies with exchanged letters or words are public. Their hosts do not work, and anyone could register them. No single
 * substitution is looked for: hosts that resemble known ones, common words respelt, and traces of tools that failed.
 * An unknown host alone, or a document in another language, is no damage.
 */
import type {Entry} from '../entry.js';
import {resembledAddress, resembledHost, resembledPath} from './known-hosts.js';
import {missingLetters} from './letters.js';
import {spellingOf, wordAfterThe, type Respelling, type Spelling} from './spelling.js';

export {deadenLinks} from './links.js';

/** How many examples a reason names. */
const shown = 3;

/** @returns Plain sentences for the operator, each a reason; none where the copy is sound. */
export function assessDamage(text: string, entries: readonly Entry[]): readonly string[] {
  const urls = entries.flatMap((entry) => entry.links.map((link) => link.url.replace(/^mailto:/i, '')));
  return [...addressReasons([text, ...urls].join('\n')), ...spellingReasons(text), ...traceReasons(text)];
}

const address = /(?:https?|ftps?|git|ssh):\/\/(?:[\w.~-]+@)?([\w.-]+)((?:\/[\w.~-]+)*)|[\w.+-]@([\w-]+(?:\.[\w-]+)+)/gi;

const mailAddress = /(?<![\w.+-])[\w+-][\w.+-]{0,63}@[\w-]+(?:\.[\w-]+)+/g;

function addressReasons(text: string): string[] {
  const hosts = new Map<string, string | undefined>();
  const paths = new Map<string, string>();
  for (const [, urlHost, path = '', mailHost = ''] of text.matchAll(address)) {
    const host = (urlHost ?? mailHost).toLowerCase().replace(/[.-]+$/, '');
    if (!hosts.has(host)) hosts.set(host, resembledHost(host));
    const known = resembledPath(host + path);
    if (known !== undefined) paths.set(host + path, known);
  }
  for (const [mail] of text.matchAll(mailAddress)) {
    const like = resembledAddress(mail.toLowerCase());
    if (like !== undefined) paths.set(mail, like);
  }
  const resembling = [...hosts].flatMap(([host, known]) => (known === undefined ? [] : [`${host} for ${known}`]));
  const changed = [...paths].map(([path, known]) => `${path} for ${known}`);
  return [
    ...reason(resembling, 'host is not known and resembles a known one', 'hosts are not known and resemble known ones'),
    ...reason(changed, 'address differs from a known one in one part', 'addresses differ from known ones in one part'),
  ];
}

function reason(examples: readonly string[], one: string, many: string): string[] {
  const {length} = examples;
  if (length === 0) return [];
  const more = length > shown ? ` and ${length - shown} more` : '';
  return [`${length} ${length === 1 ? one : many}: ${examples.slice(0, shown).join(', ')}${more}.`];
}

/**
 * The limits lie between what 1,778 documents of the kernel show and what damage does to the HOWTO: a letter exchanged
 * throughout makes 6 or more common words another (sound: at most 4), swaps in a tenth of the words show in
 * 47 or more (sound: at most 1).
 */
function spellingReasons(text: string): string[] {
  const spelling = spellingOf(text);
  const respelt = spelling.respellings.filter((respelling) => isDamage(respelling, spelling));
  const all = spelling.respellings.flatMap(({pairs}) => pairs);
  const isScattered = all.length >= 30 && sum(spelling.respellings) >= 0.08 * spelling.long;
  const pairs = respelt.length > 0 ? respelt.flatMap((respelling) => respelling.pairs) : isScattered ? all : [];
  const examples = pairs.map(([word, common]) => `${word} for ${common}`);
  const after = wordAfterThe(text);
  return [
    ...reason(examples, 'common word is misspelt', 'common words are misspelt'),
    ...(pairs.length === 0 ? letterReasons(spelling, text) : []),
    ...(isNoWriting(spelling, text) ? ['The letters follow one another as in no common word.'] : []),
    ...(after.times >= 5 && after.times >= 0.8 * after.of
      ? [`"${after.word}" follows "the" in ${after.times} of ${after.of} places.`]
      : []),
  ];
}

/** Other languages have other letters; where few words are common, the text is in one. */
const leastCommon = 0.25;

function letterReasons({words, common}: Spelling, text: string): string[] {
  if (common < leastCommon * words) return [];
  return missingLetters(text).map(
    ({letter, here, usual}) => `"${letter}" is ${here} of 1000 letters, where ${usual} are usual.`,
  );
}

function isDamage({change, pairs, times}: Respelling, {long}: Spelling): boolean {
  if (pairs.length < 3) return false;
  if (change === 'swap' || change === 'digits') return times >= 0.03 * (times + long);
  return times > long || (pairs.length >= 6 && times >= 0.02 * (times + long));
}

/**
 * Lists of devices have odd words among common ones; a language in Latin letters has few odd ones, one in others only
 * names.
 */
function isNoWriting({words, common, odd}: Spelling, text: string): boolean {
  if (words < 40 || odd < 0.5 * words || common > 0.03 * words) return false;
  return (text.match(/[^\p{ASCII}\p{Script=Latin}]/gu)?.length ?? 0) < words;
}

function sum(respellings: readonly Respelling[]): number {
  return respellings.reduce((total, {times}) => total + times, 0);
}

/** A title may be underlined with seven signs, so a marker counts with the name of its side only. */
function traceReasons(text: string): string[] {
  const opens = /^<{7} \S/m.test(text);
  const closes = /^={7}\r?$/m.test(text) && /^>{7} \S/m.test(text);
  const lost = text.split('\ufffd').length - 1;
  return [
    ...(opens || closes ? ['Conflict markers of a merge stand in the text.'] : []),
    ...(lost > 0
      ? [`${lost} ${lost === 1 ? 'character was' : 'characters were'} lost when the text was converted.`]
      : []),
    ...(/Ã[\u0080-\u00bf]|â€|Â[\u00a0-\u00bf]/.test(text) ? ['Text was read in the wrong character encoding.'] : []),
  ];
}

/**
 * `prefix`: the subjects of patches, and the commands that write them.
 *
 * Source: BPF HOWTO, "How do I indicate which tree (bpf vs. bpf-next) …?"; see bot/patch/ for what is known of it.
 */
import {defineCommand} from '../command.js';
import type {Reply} from '../message.js';
import {isNumberWord} from '../option-words.js';
import {aimOfBoth, aims, aimWords, meantAim, type Aim} from '../patch/aim.js';
import {tools, type PrefixAsk, type Tools} from '../patch/prefix-ask.js';
import {mostPatches, mostVersions} from '../patch/prefix.js';
import {isRange, rangeChars} from '../patch/range.js';
import {readWord} from '../patch/subject-words.js';
import {treeOfTag} from '../patch/tree-tags.js';
import {meantTree, trees} from '../patch/tree.js';

const versionTrouble = 'A version is a whole number from 1; the first posting writes none.';
const treeOnly = 'Give the tree only; PATCH, vN and the numbers are added.';
const rangeTrouble = 'That is not a revision range; use start..finish, for example bpf-next/master..HEAD.';

const fillers = [
  ...['for', 'a', 'an', 'the', 'of', 'with', 'using', 'and', 'my', 'our', 'as', 'to', 'in', 'on', 'please'],
  ...['patch', 'patches', 'patchset', 'set', 'series', 'cover', 'letter', 'tree', 'branch', 'master'],
];

export const prefix = defineCommand({
  name: 'prefix',
  summary: 'Write the subject prefix of your patches and the command for it',
  usage: 'prefix [tree] [vN] [rfc] [N patches]',
  fillers,
  options: {
    for: {
      type: 'choice',
      choices: aims,
      also: aimWords,
      near: meantAim,
      together: aimOfBoth,
      optional: true,
      summary: 'What the patches do, or the tree they are for',
    },
    version: {
      type: 'integer',
      min: 1,
      max: mostVersions,
      optional: true,
      isNamed: true,
      unfit: versionTrouble,
      summary: 'Which revision you send',
    },
    patches: {
      type: 'integer',
      min: 1,
      max: mostPatches,
      optional: true,
      units: ['patches', 'patch'],
      summary: 'How many patches, without the cover letter',
    },
    rfc: {type: 'flag', summary: 'You ask for comments'},
    resend: {type: 'flag', summary: 'You send the same again, unchanged'},
    range: {
      type: 'word',
      optional: true,
      maxChars: rangeChars,
      looksLike: (word) => word.includes('..') || word.startsWith('HEAD'),
      accepts: isRange,
      unfit: rangeTrouble,
      summary: 'Which commits, as start..finish',
    },
    with: {type: 'choice', choices: tools, default: 'both', summary: 'Which tool you post with'},
  },
  strayWord,
  async run({for: aim, version, patches, rfc, resend, range, with: tool}, context): Promise<Reply> {
    const ask: PrefixAsk = {
      ...(aim === undefined ? {} : {aim: aim satisfies Aim}),
      ...(version === undefined ? {} : {version}),
      ...(patches === undefined ? {} : {patches}),
      rfc,
      resend,
      ...(range === undefined ? {} : {range}),
      with: tool satisfies Tools,
    };
    const {prefixReply} = await import('../prefix-reply.js');
    return prefixReply(ask, context);
  },
});

function strayWord(word: string): string | undefined {
  if (/^-?v?-?\d{1,9}(?:\.\d{1,9})?$/iu.test(word) || isNumberWord(word)) return versionTrouble;
  if (word.length > rangeChars) return undefined;
  if (word.split(/[\s,[\]:]+/u).some((part) => readWord(part) !== undefined)) return treeOnly;
  const named = treeOfTag(word);
  if (named?.tree === 'stable')
    return `There is no prefix here for ${shown(word)}. \`prefix stable\` says what to do instead.`;
  const tree = meantTree(word);
  if (tree !== undefined) return `I don't know the tree "${shown(word)}". Did you mean ${tree}?`;
  return named && `Prefixes are written here for ${trees.join(', ')}; ${shown(word)} is none of them.`;
}

/** A tree is named in letters, digits and few signs; nothing else is said back. */
function shown(word: string): string {
  return word.replace(/[^\w./ -]/gu, '?');
}

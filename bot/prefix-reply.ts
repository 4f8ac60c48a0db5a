/**
 * What `prefix` answers: subjects, one command, the same with b4, lists, who would misread it, notes, and the HOWTO's entry.
 */
import type {RootContent} from 'mdast';
import type {Entry} from '../knowledge/index.js';
import {entryReply} from './answer.js';
import type {Context} from './command.js';
import {bullets, code, paragraph, text} from './flow.js';
import {paragraphs, type Block, type Choice, type Json, type Reply} from './message.js';
import {treeOfAim} from './patch/aim.js';
import {b4Lines, gitLine} from './patch/posting.js';
import {carried, prefixOf, type PrefixAsk} from './patch/prefix-ask.js';
import {formatPrefix, mostVersions, subjectsOf, type Prefix} from './patch/prefix.js';
import {misreadings, readerRoles, readers, type Misreading, type Reader} from './patch/readers/misreadings.js';
import {listsOf, type Lists, type Tree} from './patch/tree.js';
import {pointerBlocks} from './pointer.js';
import {notesOn} from './prefix-notes.js';
import {releasedQuestion, treeQuestion, urgentQuestion} from './prefix-questions.js';
import {wordList} from './word-list.js';

/** Subjects that are all shown; of more, the first two and the last. */
const shownSubjects = 5;
const treeEntry = 'q-how-do-i-indicate-which-tree-bpf-vs-bpf-next-my-patch-should-be-applied-to';
const iproute2Entry = 'q-do-you-accept-patches-as-well-for-iproute2-s-bpf-loader';
const stableEntry = 'q-the-bpf-patch-i-am-about-to-submit-needs-to-go-to-stable-as-well';
const rangeAside: Block = {
  type: 'aside',
  text: 'This range is too long for the buttons: after one is pressed, start..finish stands in its place.',
};
const noStablePrefix =
  'There is no prefix for stable. Send the fix for bpf, with a Fixes: tag, and ask for stable below ---: ' +
  "so says the HOWTO. netdev's handbook of Linux 7.2 allows the tag Cc: stable@vger.kernel.org too.";

/** @param ask Its range, where it has one, is safe. */
export function prefixReply(ask: PrefixAsk, context: Context): Reply {
  if (ask.aim === 'stable') return stableReply(context);
  const tree = treeOfAim(ask.aim);
  if (tree) return treeReply(ask, tree, context);
  if (ask.aim === 'released') return urgentQuestion(ask);
  return ask.aim === 'other' ? treeQuestion(ask) : releasedQuestion(ask);
}

function treeReply(ask: PrefixAsk, tree: Tree, context: Context): Reply {
  const prefix = prefixOf(ask, tree);
  const subjects = subjectsOf(prefix, ask.patches);
  const git = ask.with === 'b4' ? null : gitLine(prefix, ask.patches, ask.range);
  const b4 = ask.with === 'git' ? [] : b4Lines(prefix);
  const lists = listsOf(tree);
  const misread = misreadings(`${subjects[0] ?? ''} x`);
  const notes = notesOn(ask, tree);
  const entry = context.knowledge.entry(tree.startsWith('iproute2') ? iproute2Entry : treeEntry);
  return {
    outcome: 'page',
    blocks: [
      {
        type: 'prose',
        children: [...subjectLines(subjects), ...(git === null ? [] : [paragraph(text(gitLead(ask))), code(git)])],
      },
      ...(b4.length > 0 ? [{type: 'prose', children: b4Steps(b4, prefix)} as const] : []),
      {type: 'facts', rows: listRows(lists, tree)},
      readersBlock(misread),
      ...(carried(ask).range === ask.range ? [] : [rangeAside]),
      ...(notes.length > 0 ? [{type: 'prose', children: [bullets(notes)]} as const] : []),
      ...(entry ? pointerBlocks(entry, context.knowledge) : []),
    ],
    next: nextOf(ask, prefix, entry),
    data: {
      outcome: 'prefix',
      prefix: formatPrefix(prefix),
      tree,
      version: prefix.version,
      patches: ask.patches ?? null,
      rfc: ask.rfc,
      resend: ask.resend,
      subjects,
      git,
      b4,
      to: lists.to,
      cc: lists.cc,
      misread: misread.map(({reader, reads, consequence, advice}) => ({reader, reads, consequence, advice})),
      notes,
      entry: entryToData(entry),
    },
  };
}

function stableReply(context: Context): Reply {
  const entry = context.knowledge.entry(stableEntry);
  const answer = entry && entryReply(entry, 1, context);
  return {
    outcome: answer?.outcome ?? 'page',
    blocks: [paragraphs(noStablePrefix), ...(answer?.blocks ?? [])],
    next: answer?.next ?? [],
    data: {outcome: 'stable', message: noStablePrefix, entry: entryToData(entry)},
  };
}

/** To look at, and apart from what is copied. */
function subjectLines(subjects: readonly string[]): RootContent[] {
  return [
    paragraph(text(subjects.length === 1 ? 'The subject begins:' : 'The subjects begin:')),
    code(shorten(subjects).join('\n')),
  ];
}

/** @returns What stands above the command: what to write in place of a range that was not given. */
function gitLead({range, patches = 1}: PrefixAsk): string {
  if (range !== undefined) return 'With git:';
  const last = patches === 1 ? 'last commit' : `last ${patches} commits`;
  return `With git; in place of start..finish write your range, such as HEAD~${patches}..HEAD for the ${last}:`;
}

/** Each command in a piece of its own, so that a platform's button copies one. */
function b4Steps([prepare = '', send]: readonly string[], {version, resend}: Prefix): RootContent[] {
  const again = resend
    ? `To send v${version} once more:`
    : `b4 counts versions by itself. Where it did not send v${version - 1}:`;
  return [
    paragraph(text('With b4:')),
    code(prepare),
    ...(send === undefined ? [] : [paragraph(text(again)), code(send)]),
  ];
}

/** One thing changed at a time; what was said before stays. */
function nextOf(ask: PrefixAsk, {version, rfc}: Prefix, entry: Entry | undefined): Choice[] {
  const kept = carried(ask);
  const change = (label: string, changes: Partial<PrefixAsk>): Choice => ({
    label,
    action: {type: 'prefix', ask: {...kept, ...changes}},
  });
  return [
    ...(version < mostVersions
      ? [change(`Next version (v${version + 1})`, {version: version + 1, resend: false})]
      : []),
    change(rfc ? 'Without RFC' : 'As RFC', {rfc: !rfc}),
    change('Other tree', {aim: 'other'}),
    ...(entry
      ? [{label: 'What the HOWTO says', action: {type: 'show', entry: entry.id, page: 1}} satisfies Choice]
      : []),
  ];
}

function readersBlock(misread: readonly Misreading[]): Block {
  const right = readers.filter((each) => misread.every(({reader}) => reader !== each));
  const lines = misread.map(({reader, consequence, advice}) => `${named(reader)}: ${consequence} ${advice}`);
  return {
    type: 'prose',
    children: [
      paragraph(
        text(
          `Who will read this how: ${wordList(right.map(named))}${right.length === 1 ? ' reads' : ' read'} it as it is meant.`,
        ),
      ),
      ...(lines.length > 0 ? [bullets(lines)] : []),
    ],
  };
}

function named(reader: Reader): string {
  return `${reader} (${readerRoles[reader]})`;
}

function listRows({to, cc}: Lists, tree: Tree): {readonly name: string; readonly value: string}[] {
  const people = tree.startsWith('iproute2') ? 'the BPF maintainers' : 'whom scripts/get_maintainer.pl names';
  return [
    {name: 'To', value: to.join(', ')},
    {name: 'Cc', value: [...cc, people].join(', ')},
  ];
}

function shorten(subjects: readonly string[]): readonly string[] {
  if (subjects.length <= shownSubjects) return subjects;
  return [...subjects.slice(0, 2), '...', ...subjects.slice(-1)];
}

function entryToData(entry: Entry | undefined): Json {
  return entry ? {id: entry.id, question: entry.question, url: entry.origin.url ?? null} : null;
}

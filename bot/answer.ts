/**
 * What search found becomes a reply: an answer, a choice of questions, or a plain word that the HOWTO does not say.
 */
import type {Paragraph, PhrasingContent} from 'mdast';
import type {Elsewhere, Entry, Knowledge, Match, Outcome} from '../knowledge/index.js';
import type {Context} from './command.js';
import {deadenAddresses} from './dead-addresses.js';
import {answerToData} from './entry-data.js';
import {paragraphs, type Action, type Block, type Choice, type Json, type Reply} from './message.js';
import {paginate} from './pages.js';
import {remembered} from './remembered.js';

/** Questions offered at once. */
export const choiceCount = 3;

export function outcomeToReply(outcome: Outcome, context: Context): Reply {
  const reply = replyFor(outcome, context);
  return {...reply, data: outcomeToData(outcome, context.knowledge)};
}

function replyFor(outcome: Outcome, context: Context): Reply {
  const [best, ...others] = outcome.matches;
  if (outcome.outcome === 'none' || !best) return noneReply(outcome.matches, outcome.elsewhere);
  if (outcome.outcome === 'choices') {
    const entries = outcome.matches.slice(0, choiceCount).map(({entry}) => entry);
    return choicesReply('Which of these do you mean?', entries, elsewhereParagraphs(outcome.elsewhere));
  }
  const reply = entryReply(
    best.entry,
    1,
    context,
    others.map(({entry}) => entry),
  );
  return {...reply, blocks: [...correctionBlocks(outcome), ...reply.blocks]};
}

/**
 * One page of an entry, with all that tells the reader whether to trust it.
 *
 * @param page From 1; a page past the end shows the last.
 * @param others What to offer where this is not what was asked; the related entries where absent.
 */
export function entryReply(entry: Entry, page: number, context: Context, others?: readonly Entry[]): Reply {
  const {knowledge, request} = context;
  const pages = pagesOf(entry, request.pageChars, knowledge);
  const at = Math.min(page, pages.length);
  const blocks = pages[at - 1] ?? [];
  const nearest = (others ?? knowledge.related(entry.id, choiceCount)).slice(0, choiceCount).map(({id}) => id);
  const choice = (label: string, action: Action): Choice => ({label, action});
  const next: Choice[] = [
    ...(request.setting === 'private' ? [choice('Share here', {type: 'share', entry: entry.id, page: at})] : []),
    choice('Related questions', {type: 'related', entry: entry.id}),
    ...(at > 1 ? [choice('Previous page', {type: 'show', entry: entry.id, page: at - 1})] : []),
    ...(at < pages.length ? [choice('Next page', {type: 'show', entry: entry.id, page: at + 1})] : []),
    choice('Not what I asked', {type: 'other', nearest}),
    ...(request.setting === 'public' ? [choice('Remove', {type: 'remove', asker: request.askerId})] : []),
    ...(request.setting === 'terminal'
      ? []
      : [
          choice('Helpful', {type: 'rate', entry: entry.id, helpful: true}),
          choice('Not helpful', {type: 'rate', entry: entry.id, helpful: false}),
        ]),
  ];
  return {outcome: 'answer', blocks, next, data: answerToData(entry, knowledge)};
}

/** Pages by the id of their entry and the room on a page. */
const pagesKept: (knowledge: Knowledge) => Map<string, readonly (readonly Block[])[]> = remembered(() => new Map());

/** All pages of an entry. They are the same for everybody, so they are laid out once. */
function pagesOf(entry: Entry, pageChars: number, knowledge: Knowledge): readonly (readonly Block[])[] {
  const kept = pagesKept(knowledge);
  const key = `${pageChars} ${entry.id}`;
  const known = kept.get(key);
  if (known) return known;
  const pages = pageBlocks(entry, pageChars, knowledge);
  kept.set(key, pages);
  return pages;
}

function pageBlocks(entry: Entry, pageChars: number, knowledge: Knowledge): Block[][] {
  const document = knowledge.documents.find(({name}) => name === entry.origin.document);
  const damaged = document?.damage !== undefined;
  const answer = damaged ? deadenAddresses(entry.answer) : entry.answer;
  const pages = paginate(answer.children, pageChars);
  const notes = knowledge.notes(entry.id);
  return pages.map((children, index) => {
    const at = index + 1;
    return [
      {type: 'heading', text: entry.question},
      ...(damaged ? [damageWarning] : []),
      // Said first: who stops reading after the first sentence must not go away with what is out of date.
      ...(at === 1 && notes.length > 0 ? [notesAhead(notes.length)] : []),
      entry.answer.children.length === 0
        ? paragraphs('The document has no answer to this question.')
        : {type: 'prose', children},
      ...(at === pages.length
        ? notes.map(({author, date, url, text}): Block => ({type: 'note', author, date, url, text}))
        : []),
      ...(pages.length > 1 ? [pageAside(at, pages.length, notes.length)] : []),
      {
        type: 'source',
        document: entry.origin.document,
        revision: document?.revision ?? 'unknown',
        ...(entry.origin.url === undefined ? {} : {url: entry.origin.url}),
      },
    ];
  });
}

/** That others have said something else since, before the answer itself. */
function notesAhead(count: number): Block {
  const text =
    count === 1
      ? 'There is a later statement on this answer: see the note below it.'
      : `There are ${count} later statements on this answer: see the notes below it.`;
  return {type: 'aside', text};
}

/** Up to three questions to pick from, and a way out. */
export function choicesReply(prompt: string, entries: readonly Entry[], after: readonly Paragraph[] = []): Reply {
  const choices = entries.map(entryChoice);
  return {
    outcome: 'choices',
    blocks: [
      {type: 'choices', prompt, choices},
      ...(after.length > 0 ? [{type: 'prose', children: after} as const] : []),
    ],
    next: [{label: 'None of these', action: {type: 'other', nearest: []}}],
    data: entries.map(({id, question}) => ({id, question})),
  };
}

/** The HOWTO does not say: who does, and where to ask. */
export function noneReply(matches: readonly Match[], elsewhere?: Elsewhere): Reply {
  const nearest = matches.slice(0, choiceCount).map(({entry}) => entry.id);
  return {
    outcome: 'none',
    blocks: [
      {
        type: 'prose',
        children: [
          paragraph({type: 'text', value: 'The HOWTO does not cover that.'}),
          ...elsewhereParagraphs(elsewhere),
          askTheList,
        ],
      },
    ],
    next: nearest.length > 0 ? [{label: 'Show the nearest questions', action: {type: 'other', nearest}}] : [],
    data: null,
  };
}

/** The next step where the bot cannot help. */
export const askTheList = paragraph(
  {type: 'text', value: 'Next step: search the archive of the BPF mailing list at '},
  link('https://lore.kernel.org/bpf/', 'https://lore.kernel.org/bpf/'),
  {type: 'text', value: ', then ask on the list: '},
  link('bpf@vger.kernel.org', 'mailto:bpf@vger.kernel.org'),
  {type: 'text', value: '.'},
);

export function entryChoice(entry: Entry): Choice {
  return {label: entry.question, action: {type: 'show', entry: entry.id, page: 1}};
}

const damageWarning: Block = {
  type: 'warning',
  text:
    'This copy of the document is damaged. Its addresses may be wrong and belong to strangers: ' +
    'links are shown as dead text; do not write to them, open them or run commands with them.',
};

function pageAside(page: number, pages: number, notes: number): Block {
  const later =
    page < pages && notes > 0 ? ` The last page has ${notes === 1 ? 'a note' : `${notes} notes`} on this answer.` : '';
  return {type: 'aside', text: `Page ${page} of ${pages}.${later}`};
}

function correctionBlocks({corrections}: Outcome): Block[] {
  if (corrections.length === 0) return [];
  const read = corrections.map(({from, to}) => `"${from}" as "${to}"`).join(', ');
  return [{type: 'aside', text: `Read ${read}.`}];
}

function elsewhereParagraphs(elsewhere: Elsewhere | undefined): Paragraph[] {
  if (!elsewhere?.page) return [];
  const {title, url} = elsewhere.page;
  return [paragraph({type: 'text', value: `${elsewhere.topic}: see `}, link(title, url), {type: 'text', value: '.'})];
}

function paragraph(...children: PhrasingContent[]): Paragraph {
  return {type: 'paragraph', children};
}

function link(text: string, url: string): PhrasingContent {
  return {type: 'link', url, children: [{type: 'text', value: text}]};
}

/** The shape of `ask --json`. */
function outcomeToData(outcome: Outcome, knowledge: Knowledge): Json {
  const [best] = outcome.matches;
  const {elsewhere} = outcome;
  return {
    outcome: outcome.outcome,
    answer: outcome.outcome === 'answer' && best ? answerToData(best.entry, knowledge) : null,
    matches: outcome.matches.map(({entry, confidence, why}) => ({
      id: entry.id,
      question: entry.question,
      url: entry.origin.url ?? null,
      confidence,
      why,
    })),
    elsewhere: elsewhere
      ? {topic: elsewhere.topic, title: elsewhere.page?.title ?? null, url: elsewhere.page?.url ?? null}
      : null,
    corrections: outcome.corrections.map(({from, to}) => ({from, to})),
  };
}

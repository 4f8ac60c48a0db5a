/**
 * What `window` answers: the state of Linux's merge window, the next two dates, what it means for each tree, and what the
 * HOWTO says with the later statements on it.
 *
 * Of bpf-next and net-next only what others have said is told, with its date and link.
 */
import type {ListItem, PhrasingContent} from 'mdast';
import type {Entry} from '../knowledge/index.js';
import type {Context} from './command.js';
import {paragraph, text} from './flow.js';
import {paragraphs, type Block, type Choice, type Reply} from './message.js';
import {pointerBlocks} from './pointer.js';
import {windowToData} from './window-data.js';
import type {TreeNote} from './window/tree-notes.js';
import type {View} from './window/watch.js';
import {forecastFacts, standingSentence} from './window/wording.js';

const windowEntry = 'q-are-patches-applied-to-bpf-next-when-the-merge-window-is-open';

export function windowReply(view: View, notes: readonly TreeNote[], context: Context): Reply {
  const {standing, now, problem} = view;
  const entry = context.knowledge.entry(windowEntry);
  return {
    outcome: 'page',
    blocks: [
      paragraphs(standingSentence(standing, now)),
      ...(problem === undefined ? [] : [{type: 'aside', text: problem} as const]),
      ...(standing.type === 'known'
        ? [{type: 'facts', rows: forecastFacts(standing.state, standing.forecast)} as const]
        : []),
      treesBlock(notes),
      // Of the notes the newest stands first; the others come with the entry.
      ...(entry ? pointerBlocks(entry, context.knowledge, context.knowledge.notes(entry.id)[0]) : []),
    ],
    next: nextOf(entry, context),
    data: windowToData(view, notes),
  };
}

function treesBlock(notes: readonly TreeNote[]): Block {
  return {
    type: 'prose',
    children: [
      paragraph(text('For patches, as others have said:')),
      {type: 'list', ordered: false, children: notes.map(noteItem)},
    ],
  };
}

function noteItem({tree, text: words, url, checkedOn}: TreeNote): ListItem {
  const children: PhrasingContent[] = [
    {type: 'strong', children: [text(tree)]},
    text(`: ${words} `),
    {type: 'link', url, children: [text(`As of ${checkedOn}`)]},
    text('.'),
  ];
  return {type: 'listItem', children: [{type: 'paragraph', children}]};
}

function nextOf(entry: Entry | undefined, {request: {setting, askerId}}: Context): Choice[] {
  return [
    ...(entry
      ? [{label: 'What the HOWTO says', action: {type: 'show', entry: entry.id, page: 1}} satisfies Choice]
      : []),
    ...(setting === 'public' ? [{label: 'Remove', action: {type: 'remove', asker: askerId}} satisfies Choice] : []),
  ];
}

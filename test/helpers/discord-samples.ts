/**
 * Replies that show how Discord messages look: for golden files, and for pictures to look at.
 */
import type {RootContent} from 'mdast';
import {discordPageChars} from '../../adapters/discord/reply.js';
import {entryReply, choicesReply, noneReply} from '../../bot/answer.js';
import {sectionsReply} from '../../bot/commands/browse.js';
import {commands} from '../../bot/commands/index.js';
import type {Reply} from '../../bot/message.js';
import type {PrefixAsk} from '../../bot/patch/prefix-ask.js';
import {flowToPlain} from '../../bot/plain.js';
import {prefixReply} from '../../bot/prefix-reply.js';
import {sectionsOf} from '../../bot/sections.js';
import {loadKnowledge} from '../../knowledge/index.js';
import {makeContext} from './bot.js';
import {checkSamples} from './check-samples.js';
import {goodDocument, makeEntry, makeKnowledge, text} from './knowledge.js';

const nested: readonly RootContent[] = [
  text('Three steps, in arch/*/net/ and bpf-next_base:'),
  {
    type: 'list',
    ordered: true,
    start: 3,
    children: [
      {
        type: 'listItem',
        children: [
          {type: 'paragraph', children: [{type: 'text', value: 'Write to <ast@kernel.org>:'}]},
          {
            type: 'list',
            ordered: false,
            children: ['plainly', 'with the <arch> you mean'].map((value) => ({
              type: 'listItem',
              children: [{type: 'paragraph', children: [{type: 'text', value}]}],
            })),
          },
        ],
      },
      {
        type: 'listItem',
        children: [
          {type: 'paragraph', children: [{type: 'text', value: 'Run the tests:'}]},
          {type: 'code', value: 'cd tools/testing/selftests/bpf\n  ./test_progs -t "*"\n---'},
          {type: 'paragraph', children: [{type: 'text', value: 'All of linux-*.y should pass.'}]},
        ],
      },
      {type: 'listItem', children: [{type: 'paragraph', children: [{type: 'text', value: 'Send them.'}]}]},
    ],
  },
  {
    type: 'blockquote',
    data: {name: 'note'},
    children: [{type: 'paragraph', children: [{type: 'text', value: 'Wait.'}]}],
  },
];

/** Replies by name, out of the bundled HOWTO where it has one of the kind. */
export async function discordSamples(): Promise<Map<string, Reply>> {
  const {knowledge} = await loadKnowledge([{type: 'bundled'}]);
  const context = makeContext(knowledge, {pageChars: discordPageChars, setting: 'private'});
  const chars = (at: number) => flowToPlain(knowledge.entries[at]?.answer.children ?? []).length;
  const [longest] = [...knowledge.entries.keys()].sort((one, other) => chars(other) - chars(one));
  const long = knowledge.entries[longest ?? 0] ?? makeEntry({id: 'none', question: 'None?'});
  const noted = knowledge.entries.toSorted(
    (one, other) => knowledge.notes(other.id).length - knowledge.notes(one.id).length,
  );
  const samples = new Map<string, Reply>();
  for (let page = 1, more = true; more; page += 1) {
    const reply = entryReply(long, page, context);
    samples.set(`longest-page-${page}`, reply);
    more = reply.next.some(({label}) => label === 'Next page');
  }
  const entry = makeEntry({id: 'q-lists', question: 'How do lists with code look?', answer: nested});
  const damage = {reasons: ['Letters were swapped.']};
  const damaged = makeEntry({
    id: 'q-bad',
    question: 'Whewe to?',
    answer: [text('See http://www.kewnew.org/ or bpf@vgew.kewnew.org.')],
  });
  const damagedContext = makeContext(makeKnowledge({entries: [damaged], documents: [{...goodDocument, damage}]}));
  const elsewhere = {
    id: 'libbpf',
    phrases: [],
    topic: 'libbpf',
    page: {title: 'libbpf documentation', url: 'https://libbpf.readthedocs.io/'},
  };
  samples.set('lists-and-code', entryReply(entry, 1, makeContext(makeKnowledge({entries: [entry]}))));
  if (noted[0]) samples.set('notes', entryReply(noted[0], 1, context));
  samples.set('choices', choicesReply('Which of these do you mean?', knowledge.entries.slice(0, 3)));
  samples.set('none', noneReply([], elsewhere));
  const help = await commands.find(({name}) => name === 'help')?.run({}, context);
  if (help) samples.set('help', help);
  const prefix = (ask: Partial<PrefixAsk>) => prefixReply({rfc: false, resend: false, with: 'both', ...ask}, context);
  samples.set('prefix', prefix({aim: 'bpf-next/net', version: 2, rfc: true, patches: 3}));
  samples.set('prefix-question', prefix({version: 2}));
  samples.set('browse', sectionsReply(sectionsOf(knowledge)));
  samples.set('damaged', entryReply(damaged, 1, damagedContext));
  for (const [name, reply] of await checkSamples(knowledge)) samples.set(name, reply);
  return samples;
}

/**
 * The HOWTO on Slack: every page of every entry, and whole payloads to look at.
 *
 * `npx vitest run -u` writes the payloads of `test/fixtures/slack` anew; `test/pictures/slack.ts` draws them.
 */
import {beforeAll, describe, expect, it} from 'vitest';
import {replyToSlack, slackPageChars} from '../../../adapters/slack/message.js';
import {createBot, type Bot} from '../../../bot/index.js';
import type {Reply} from '../../../bot/message.js';
import {replyToPlain} from '../../../bot/plain.js';
import {loadKnowledge, type EntryId, type Knowledge, type SourceSpec} from '../../../knowledge/index.js';
import {request as terminalRequest} from '../../helpers/bot.js';
import {checkSamples} from '../../helpers/check-samples.js';
import {entryId, makeEntry, makeKnowledge, goodDocument, text as paragraphText} from '../../helpers/knowledge.js';
import {hasShared, shared, sharedNote} from '../../helpers/shared.js';
import {messageChars, slackErrors} from '../../helpers/slack-check.js';
import {bareWords, slackVisible} from '../../helpers/slack-visible.js';
import {flowSample} from '../../helpers/flow-sample.js';

const request = {...terminalRequest, setting: 'private', pageChars: slackPageChars} as const;
const bundled: SourceSpec = {type: 'bundled'};
const copies = ['nearest', 'seed', 'v5.10', 'v6.1', 'v7.2'].map((name) => `bpf_devel_QA.${name}.rst`);

async function load(spec: SourceSpec): Promise<{readonly knowledge: Knowledge; readonly bot: Bot}> {
  const {knowledge} = await loadKnowledge([spec]);
  return {knowledge, bot: createBot(() => knowledge, '1.2.3')};
}

const pageOf = async (bot: Bot, entry: EntryId, page: number, pageChars: number) =>
  bot.press({type: 'show', entry, page}, {...request, pageChars});

async function pagesOf(bot: Bot, entry: EntryId, pageChars: number): Promise<Reply[]> {
  const pages = [await pageOf(bot, entry, 1, pageChars)];
  while (pages.at(-1)?.next.some(({label}) => label === 'Next page') === true) {
    pages.push(await pageOf(bot, entry, pages.length + 1, pageChars));
  }
  return pages;
}

describe('the HOWTO on Slack', () => {
  let bot: Bot;
  let knowledge: Knowledge;

  beforeAll(async () => {
    ({bot, knowledge} = await load(bundled));
  });

  async function expectWhole(from: Bot, entry: EntryId, pageChars: number): Promise<void> {
    for (const reply of await pagesOf(from, entry, pageChars)) {
      const message = replyToSlack(reply);
      expect(slackErrors(message)).toEqual([]);
      expect(JSON.stringify(message.blocks).length).toBeLessThan(messageChars);
      expect(bareWords(slackVisible(message))).toBe(bareWords(replyToPlain(reply)));
    }
  }

  it.each([slackPageChars, 700])(
    'shows every entry of the bundled HOWTO whole, with pages of %i',
    async (pageChars) => {
      expect(knowledge.entries.length).toBeGreaterThan(25);
      for (const {id} of knowledge.entries) await expectWhole(bot, id, pageChars);
    },
  );

  it.skipIf(!hasShared).each(copies)(`shows every entry of %s whole${sharedNote}`, async (name) => {
    const copy = await load({type: 'path', path: shared(`howto/${name}`)});
    expect(copy.knowledge.entries.length).toBeGreaterThan(20);
    for (const {id} of copy.knowledge.entries) await expectWhole(copy.bot, id, slackPageChars);
  });

  it('needs one page for the longest entry, and parts it where pages are shorter', async () => {
    const id = entryId('q-clang-flag-for-target-bpf');
    expect(await pagesOf(bot, id, slackPageChars)).toHaveLength(1);
    const pages = await pagesOf(bot, id, 1000);
    expect(pages.length).toBeGreaterThan(2);
    await expectGolden('longest', replyToSlack(await pageOf(bot, id, 1, slackPageChars)));
    for (const [at, page] of pages.entries()) await expectGolden(`longest-page-${at + 1}`, replyToSlack(page));
  });

  it.each([
    ['notes', 'browse q-are-patches-applied-to-bpf-next-when-the-merge-window-is-open'],
    ['steps', 'browse q-how-to-run-bpf-selftests'],
    ['help', 'help'],
    ['help-browse', 'help browse'],
    ['sections', 'browse'],
    ['section', 'browse 2'],
    ['about', 'about'],
    ['prefix', 'prefix bpf-next/net v2 rfc 3'],
    ['prefix-question', 'prefix v2'],
  ])('looks right for %s', async (name, text) => expectGolden(name, replyToSlack(await bot.hear(text, {...request}))));

  it.each([
    ['choices', 'which patches?'],
    ['elsewhere', 'how do I write a map?'],
  ])('looks right for %s', async (name, text) => {
    const page = {title: 'BPF maps', url: 'https://docs.kernel.org/bpf/maps.html'};
    const small = createBot(() => makeKnowledge({elsewhere: {id: 'maps', topic: 'Maps', page, phrases: []}}), '1.2.3');
    await expectGolden(name, replyToSlack(await small.hear(text, request)));
  });

  it('looks right for nested lists, code in lists, and everything else', async () => {
    const entry = makeEntry({id: 'q-all', question: 'What does running text hold?', answer: flowSample});
    const sample = createBot(() => makeKnowledge({entries: [entry]}), '1.2.3');
    await expectGolden('everything', replyToSlack(await pageOf(sample, entry.id, 1, Infinity)));
  });

  it('looks right for what check finds', async () => {
    for (const [name, reply] of await checkSamples(knowledge)) {
      const message = replyToSlack(reply);
      expect(slackErrors(message)).toEqual([]);
      expect(JSON.stringify(message.blocks).length).toBeLessThan(messageChars);
      await expectGolden(name, message);
    }
  });

  it('looks right for a damaged document', async () => {
    const entry = makeEntry({
      id: 'q-bugs',
      question: 'Where do I wepowt bugs?',
      answer: [paragraphText('Wwite to bpf@vgew.kewnew.owg, see https://kewnew.owg/.')],
    });
    const documents = [{...goodDocument, damage: {reasons: ['Its hosts are unknown.'], problems: []}}] as never;
    const damaged = createBot(() => makeKnowledge({entries: [entry], documents}), '1.2.3');
    await expectGolden('damaged', replyToSlack(await pageOf(damaged, entry.id, 1, Infinity)));
  });
});

async function expectGolden(name: string, payload: unknown): Promise<void> {
  await expect(`${JSON.stringify(payload, undefined, 2)}\n`).toMatchFileSnapshot(`../../fixtures/slack/${name}.json`);
}

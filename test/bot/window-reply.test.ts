/**
 * What `window` says on every platform. The law of the house: nothing is claimed of bpf-next or net-next by the bot.
 */
import {describe, expect, it} from 'vitest';
import {replyToPlain} from '../../bot/plain.js';
import {defaultTreeNotes} from '../../bot/window/tree-notes.js';
import {createBot} from '../../bot/index.js';
import {defaultCaps} from '../../bot/patch/mail/caps.js';
import {createWatch, noStore, type ViewWindow} from '../../bot/window/watch.js';
import {loadKnowledge} from '../../knowledge/index.js';
import {makeBot, request} from '../helpers/bot.js';
import {entryId, makeEntry, makeKnowledge} from '../helpers/knowledge.js';
import {releasesJson} from '../helpers/mainline.js';

const entry = makeEntry({
  id: 'q-are-patches-applied-to-bpf-next-when-the-merge-window-is-open',
  question: 'Does bpf-next take patches in the window?',
});
const note = {entry: entryId(entry.id), author: 'Ada', date: '2025-12-06', url: 'https://a.example/', text: 'It does.'};
const older = {...note, date: '2020-09-23', text: 'It will.'};
const knowledge = makeKnowledge({entries: [entry], notes: [note, older]});

function view(now: string, ...rows: readonly (readonly [string, string])[]): ViewWindow {
  const read = () => Promise.resolve(rows.length === 0 ? '<html>' : releasesJson(...rows));
  return createWatch({
    source: {named: 'The list', read},
    store: noStore(),
    now: () => new Date(now),
    warn: () => undefined,
  });
}

const bot = (viewWindow: ViewWindow) => createBot(() => knowledge, '1.2.3', defaultCaps, viewWindow);
const open = view('2023-08-28T06:00:00Z', ['6.5', '2023-08-27T21:49:51Z']);
const closed = view('2023-09-11T06:00:00Z', ['6.6-rc1', '2023-09-10T23:28:31Z']);
const later = view('2023-09-25T06:00:00Z', ['6.6-rc3', '2023-09-24T21:50:00Z']);
const unknown = view('2023-08-28T06:00:00Z');

const trees = defaultTreeNotes.map(({tree, text, url, checkedOn, keptBy}) => ({tree, text, url, checkedOn, keptBy}));

describe('window', () => {
  it('tells the state, the dates, the trees, and the HOWTO with its newest note', async () => {
    const reply = await bot(open).hear('window', request);
    expect(replyToPlain(reply)).toBe(
      [
        "Linux's merge window is open. 6.5 is out, and changes for 6.6 are being merged.",
        '',
        'Open since    Sun 27 Aug 2023, 21:49 UTC',
        'Closes        with 6.6-rc1: about Sun 10 Sep 2023, about 19 in 20',
        'Next release  6.6: probably Sun 29 Oct 2023, about 4 in 5; else Sun 5 Nov 2023',
        '',
        'For patches, as others have said:',
        '',
        ...defaultTreeNotes.map(({tree, text, url, checkedOn}) => `- ${tree}: ${text} As of ${checkedOn} (${url}).`),
        '',
        'In the HOWTO: Does bpf-next take patches in the window?',
        '',
        'Note, Ada, 2025-12-06: It does. https://a.example/',
        '',
        `Source: doc.rst, revision 0123456789ab, https://docs.kernel.org/doc.html#${entry.id}`,
      ].join('\n'),
    );
    expect(reply.next).toEqual([{label: 'What the HOWTO says', action: {type: 'show', entry: entry.id, page: 1}}]);
  });

  it.each([
    [
      'open',
      open,
      {
        state: 'open',
        version: '6.5',
        since: '2023-08-27T21:49:51.000Z',
        nextRelease: {version: '6.6', on: '2023-10-29', odds: 0.8, otherwise: '2023-11-05'},
        nextRc1On: '2023-09-10',
        closesOn: '2023-09-10',
        asOf: '2023-08-28T06:00:00.000Z',
      },
    ],
    [
      'closed',
      closed,
      {
        state: 'closed',
        version: '6.6-rc1',
        since: '2023-09-10T23:28:31.000Z',
        nextRelease: {version: '6.6', on: '2023-10-29', odds: 0.8, otherwise: '2023-11-05'},
        nextRc1On: '2023-11-12',
        closesOn: null,
        asOf: '2023-09-11T06:00:00.000Z',
      },
    ],
    [
      'closed, since nobody saw when',
      later,
      {
        state: 'closed',
        version: '6.6-rc3',
        since: null,
        nextRelease: {version: '6.6', on: '2023-10-29', odds: 0.8, otherwise: '2023-11-05'},
        nextRc1On: '2023-11-12',
        closesOn: null,
        asOf: '2023-09-25T06:00:00.000Z',
      },
    ],
    [
      'unknown',
      unknown,
      {state: 'unknown', version: null, since: null, nextRelease: null, nextRc1On: null, closesOn: null, asOf: null},
    ],
  ])('has data for programs: %s', async (_name, viewWindow, data) =>
    expect((await bot(viewWindow).hear('window', request)).data).toEqual({...data, trees}),
  );

  it('says why it does not know', async () =>
    expect(replyToPlain(await bot(unknown).hear('window', request))).toMatch(
      /^I don't know whether .*\n\nThe list cannot be used: it is a web page, not JSON\.\n\nFor patches/u,
    ));

  it('can be taken back where everybody sees it', async () => {
    const {next} = await bot(open).hear('window', {...request, setting: 'public'});
    expect(next.at(-1)).toEqual({label: 'Remove', action: {type: 'remove', asker: 'U1'}});
  });

  it.each([['window'], ['/window'], ['window status'], ['Window now']])('is what %j asks for', async (text) =>
    expect(replyToPlain(await bot(open).hear(text, request))).toMatch(/^Linux's merge window is open\./u),
  );

  it('does without the entry', async () => {
    const reply = await makeBot().hear('window', request);
    expect([reply.blocks.map(({type}) => type), reply.next]).toEqual([['prose', 'prose'], []]);
  });

  it.each([open, closed, later, unknown])('claims nothing of bpf-next or net-next by itself', async (viewWindow) => {
    const {knowledge: bundled} = await loadKnowledge([{type: 'bundled'}]);
    const text = replyToPlain(await createBot(() => bundled, '1', defaultCaps, viewWindow).hear('window', request));
    expect(text).not.toMatch(/(?:bpf|net)-next (?:is|was) (?:open|closed)/iu);
    expect(text).toContain('https://netdev.bots.linux.dev/net-next.html');
    expect(text).toContain('Note, Alexei Starovoitov, 2025-12-06:');
  });
});

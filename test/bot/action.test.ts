import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {customIds} from '../../adapters/discord/controls.js';
import {formatAction, parseAction} from '../../bot/action.js';
import type {Action} from '../../bot/message.js';
import {aims, pressedAims} from '../../bot/patch/aim.js';
import {carried, tools, type PrefixAsk} from '../../bot/patch/prefix-ask.js';
import {mostPatches, mostVersions} from '../../bot/patch/prefix.js';
import {isRange} from '../../bot/patch/range.js';
import {entryId, makeEntry, makeKnowledge, sampleEntries} from '../helpers/knowledge.js';

const long = makeEntry({id: `q-${'very-'.repeat(60)}long`, question: 'How long?'});
const knowledge = makeKnowledge({entries: [...sampleEntries, long]});

const actions: readonly Action[] = [
  {type: 'show', entry: entryId('q-bugs'), page: 1},
  {type: 'show', entry: long.id, page: 9999},
  {type: 'share', entry: entryId('q-tree'), page: 2},
  {type: 'related', entry: entryId('q-list')},
  {type: 'other', nearest: []},
  {type: 'other', nearest: [entryId('q-list'), long.id, entryId('q-bugs')]},
  {type: 'browse'},
  {type: 'rate', entry: entryId('q-list'), helpful: true},
  {type: 'rate', entry: long.id, helpful: false},
  {type: 'remove', asker: 'U0123ABCD'},
  {type: 'remove', asker: '12345678901234567890'},
  {type: 'browse', section: ['Patches', 'Stable']},
  {type: 'prefix', ask: {rfc: false, resend: false, with: 'both'}},
  {type: 'prefix', ask: {aim: 'bpf-next/net', version: 2, patches: 3, rfc: true, resend: false, with: 'git'}},
  {type: 'prefix', ask: {aim: 'released', version: 99, patches: 999, rfc: true, resend: true, with: 'b4'}},
  {
    type: 'prefix',
    ask: {aim: 'iproute2-next', patches: 10, rfc: true, resend: true, range: `a..${'b'.repeat(42)}`, with: 'both'},
  },
];

const anyAsk: fc.Arbitrary<PrefixAsk> = fc.record(
  {
    aim: fc.constantFrom(...aims, ...pressedAims),
    version: fc.integer({min: 1, max: mostVersions}),
    patches: fc.integer({min: 1, max: mostPatches}),
    rfc: fc.boolean(),
    resend: fc.boolean(),
    range: fc
      .string({unit: fc.constantFrom('a', 'b', '~3', '/', '-', '#'), minLength: 1, maxLength: 100})
      .map((revision) => `a${revision}..HEAD`)
      .filter(isRange),
    with: fc.constantFrom(...tools),
  },
  {requiredKeys: ['rfc', 'resend', 'with']},
);

const strangers = [
  '',
  'show',
  'show.nothing.1',
  'dance',
  'browse.nothing',
  'remove',
  'remove.',
  'remove.U1.2',
  'remove.<@U1>',
  'helped.nothing',
  ...[
    'prefix',
    'prefix.-',
    'prefix.bpf.2.3.-',
    'prefix.zebra.2.3.-.both',
    'prefix.bpf.0.3.-.both',
    'prefix.bpf.100.3.-.both',
  ],
  ...['prefix.bpf.2.1000.-.both', 'prefix.bpf.02.3.-.both', 'prefix.bpf.2.3.x.both', 'prefix.bpf.2.3.-.all'],
  ...[
    'prefix.bpf.2.3.-.both.',
    'prefix.bpf.2.3.-.both.YTtscw',
    'prefix.bpf.2.3.-.both.YQ.YQ',
    'prefix.__proto__.2.3.-.both',
  ],
  formatAction({type: 'show', entry: entryId('q-gone'), page: 1}),
  `${formatAction({type: 'related', entry: entryId('q-list')})}.1`,
  formatAction({type: 'show', entry: entryId('q-list'), page: 1}).replace(/1$/u, '0'),
];

describe('actions', () => {
  it.each(actions)('come back as they went: %o', (action) =>
    expect(parseAction(formatAction(action), knowledge)).toEqual(action),
  );
  it.each(actions)('fit a button: %o', (action) => {
    const chars = action.type === 'prefix' ? 95 : 40;
    expect(formatAction(action)).toMatch(new RegExp(`^[\\w.-]{1,${chars}}$`, 'u'));
  });
  it('fit a button of Discord, whatever is asked of a prefix', () =>
    fc.assert(
      fc.property(anyAsk, (given) => {
        const action: Action = {type: 'prefix', ask: carried(given)};
        expect(parseAction(formatAction(action), knowledge)).toEqual(action);
        expect(customIds()(action).length).toBeLessThanOrEqual(100);
      }),
    ));
  it.each(strangers)('are nothing: %j', (text) => expect(parseAction(text, knowledge)).toBeUndefined());
  it('drop entries that are gone from what is near', () =>
    expect(
      parseAction(formatAction({type: 'other', nearest: [entryId('q-gone'), entryId('q-list')]}), knowledge),
    ).toEqual({type: 'other', nearest: ['q-list']}));
});

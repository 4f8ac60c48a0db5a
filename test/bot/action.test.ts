import {describe, expect, it} from 'vitest';
import {formatAction, parseAction} from '../../bot/action.js';
import type {Action} from '../../bot/message.js';
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
];

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
  formatAction({type: 'show', entry: entryId('q-gone'), page: 1}),
  `${formatAction({type: 'related', entry: entryId('q-list')})}.1`,
  formatAction({type: 'show', entry: entryId('q-list'), page: 1}).replace(/1$/u, '0'),
];

describe('actions', () => {
  it.each(actions)('come back as they went: %o', (action) =>
    expect(parseAction(formatAction(action), knowledge)).toEqual(action),
  );
  it.each(actions)('fit a button: %o', (action) => expect(formatAction(action)).toMatch(/^[\w.-]{1,40}$/u));
  it.each(strangers)('are nothing: %j', (text) => expect(parseAction(text, knowledge)).toBeUndefined());
  it('drop entries that are gone from what is near', () =>
    expect(
      parseAction(formatAction({type: 'other', nearest: [entryId('q-gone'), entryId('q-list')]}), knowledge),
    ).toEqual({type: 'other', nearest: ['q-list']}));
});

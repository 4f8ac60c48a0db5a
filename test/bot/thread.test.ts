import {describe, expect, it} from 'vitest';
import {isPointing, questionIn, takenSentence, type Said} from '../../bot/thread.js';
import {makeKnowledge} from '../helpers/knowledge.js';

const pointing = [
  '',
  ' ',
  '^',
  '^^^',
  '?',
  'this?',
  'This one?',
  'can you help?',
  'please answer this',
  'what about that?',
  '👆',
  '↑',
  '...',
  'help with this',
  'any thoughts?',
];
const asking = ['which tree?', 'this patch needs a tree', 'bugs', 'how?', 'is this for stable', '^'.repeat(121)];

const by = (author: string, text: string, isBot = false): Said => ({author, text, isBot});
const knowledge = makeKnowledge();

const threads: readonly (readonly [string, readonly Said[], string | undefined])[] = [
  ['nothing where nobody spoke', [], undefined],
  ['nothing where only bots spoke', [by('CI', 'bugs', true)], undefined],
  ['the only message', [by('Ada', 'bugs')], 'bugs'],
  ['the newest that is answered', [by('Ada', 'bugs'), by('Bob', 'list'), by('Eve', 'thanks')], 'list'],
  ['the first that may be answered', [by('Ada', 'patches'), by('Bob', 'weather'), by('Eve', 'patches')], 'patches'],
  ['the last where nothing is answered', [by('Ada', 'weather'), by('Bob', 'lunch')], 'lunch'],
  ['the first of a long thread', [by('Ada', 'bugs'), ...Array.from({length: 50}, () => by('Bob', 'lunch'))], 'bugs'],
  ['no message that points itself', [by('Ada', 'bugs'), by('Bob', '^ this')], 'bugs'],
];

describe('a thread', () => {
  it.each(pointing)('is pointed at by %j', (text) => expect(isPointing(text)).toBe(true));
  it.each(asking)('is not pointed at by %j', (text) => expect(isPointing(text)).toBe(false));
  it.each(threads)('gives %s', (_name, said, text) => expect(questionIn(said, knowledge)?.said.text).toBe(text));
  it('is quoted without shouting', () =>
    expect(takenSentence(by('Ada\n', `bugs ${'and bugs '.repeat(60)}`))).toMatch(
      /^Taken as the question, from Ada: "bugs and bugs .{150,185}…"$/u,
    ));
});

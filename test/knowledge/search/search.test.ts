/**
 * Search over a handful of topics that can be checked by eye, and over hostile questions.
 */
import {describe, expect, it} from 'vitest';
import type {Entry, EntryId} from '../../../knowledge/entry.js';
import {Search} from '../../../knowledge/search/index.js';
import type {Topic} from '../../../knowledge/search/topic.js';
import type {Weights} from '../../../knowledge/search/rank.js';

function entry(id: string, question: string): Entry {
  return {
    id: id as EntryId,
    section: [],
    heading: `Q: ${question}`,
    question,
    answer: {type: 'root', children: []},
    links: [],
    code: [],
    origin: {document: 'test.rst', line: 1},
  };
}

const lists = entry('q-lists', 'Which list takes patches?');
const stable = entry('q-stable', 'How do I get a fix into stable?');
const llvm = entry('q-llvm', 'How do I build LLVM?');
const windows = {id: 'windows', topic: 'eBPF on Windows', phrases: ['ebpf for windows', 'does it run on windows']};

const topics: Topic[] = [
  {
    entry: lists,
    titles: [lists.question],
    phrases: ['where to send patches', 'mailing list address'],
    body: 'Send them to the list.',
  },
  {
    entry: stable,
    titles: [stable.question],
    phrases: ['backport a fix', 'queue for stable kernels'],
    body: 'Ask the maintainers.',
  },
  {entry: llvm, titles: [llvm.question], phrases: ['compile clang from source'], body: 'Use cmake and ninja.'},
  {elsewhere: windows, titles: [windows.topic], phrases: windows.phrases, body: ''},
];
/** Weights of a shape that can be followed by eye: order by phrase and words, cover by phrase and the lead over topics elsewhere. */
const weights: Weights = {
  order: [4, 8, 2, 2],
  sure: [0, 6, 4, 0, 0, 4, 0, 0, 0, 0, 0, 0, 3, 0, 0, -5],
  answerFrom: 0.6,
  offerFrom: 0.5,
};
const search = new Search(topics, weights);

describe('Search', () => {
  it.each([
    ['where do I send my patches?', 'answer', 'q-lists'],
    ['how do i bckport a fix', 'answer', 'q-stable'],
    ['compiling clang', 'answer', 'q-llvm'],
    ['mailng lsit', 'answer', 'q-lists'],
    ['what is the capital of france', 'none', undefined],
  ])('%s: %s', (question, outcome, id) => {
    const found = search.search(question);
    expect(found.outcome).toBe(outcome);
    if (id !== undefined) expect(found.matches[0]?.entry.id).toBe(id);
  });

  it('weighs scraps of words that nobody knows less than longer ones', () => {
    const weightOf = (question: string): number | undefined =>
      search.look(question).query.terms.find(({known}) => !known)?.weight;
    expect(weightOf('zq patches')).toBeLessThan(weightOf('zqzqzq patches') ?? 0);
  });

  it('points to the page that covers the question', () => {
    const found = search.search('does ebpf run on windows');
    expect(found.outcome).toBe('none');
    expect(found.elsewhere).toEqual(windows);
  });

  it('names what it read differently', () => {
    expect(search.search('bckport a fix').corrections).toEqual([{from: 'bckport', to: 'backport'}]);
  });

  it('offers three questions at most', () => {
    const unsure = new Search(topics, {...weights, answerFrom: 2, offerFrom: 0});
    const found = unsure.search('fix list llvm patches stable build');
    expect(found.outcome).toBe('choices');
    expect(found.matches.length).toBe(3);
  });

  it('gives confidences that are chances and fall', () => {
    const confidences = search.search('send a fix to the stable list').matches.map(({confidence}) => confidence);
    expect(confidences.every((one) => one >= 0 && one <= 1)).toBe(true);
    expect(confidences).toEqual([...confidences].sort((one, other) => other - one));
  });

  it.each([
    ['nothing', ''],
    ['one letter', 'x'],
    ['punctuation', '?!.,;:'],
    ['emoji', '🙂🙃👩‍👩‍👧‍👦'],
    ['right-to-left', 'איפה שולחים טלאי'],
    ['control characters', '\u0000\u001b[31m\u202e'],
    ['lone surrogates', '\ud800\udfff\ud800'],
    ['a regular expression', '(a+)+$ [^]* \\'],
    ['names of built-in properties', '__proto__ constructor toString'],
    ['a megabyte of one word', 'a'.repeat(1_000_000)],
    ['a megabyte of words', 'lorem ipsum '.repeat(90_000)],
  ])('answers %s with none', (_, question) => expect(search.search(question).outcome).toBe('none'));

  it('gives the same answer every time', () => {
    expect(search.search('send patches')).toEqual(search.search('send patches'));
  });

  it('works without any topic', () => {
    expect(new Search([], weights).search('patches')).toEqual({outcome: 'none', matches: [], corrections: []});
  });
});

describe('suggest', () => {
  it.each([
    ['', ['q-lists', 'q-stable', 'q-llvm']],
    ['which l', ['q-lists']],
    ['llvm', ['q-llvm']],
    ['bulid llv', ['q-llvm']],
    ['backport', ['q-stable']],
  ])('completes "%s"', (typed, ids) => expect(search.suggest(typed, 3).map(({id}) => id)).toEqual(ids));

  it('gives no more than asked for', () => expect(search.suggest('', 2).length).toBe(2));
});

describe('near', () => {
  it('never names the entry itself', () => expect(search.near(lists, 5).map(({id}) => id)).not.toContain('q-lists'));
});

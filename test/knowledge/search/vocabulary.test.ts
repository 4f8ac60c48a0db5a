import {describe, expect, it} from 'vitest';
import {closestWord, rankTitles, slipsBetween} from '../../../knowledge/search/fuse.js';
import {Vocabulary} from '../../../knowledge/search/vocabulary.js';

describe('slipsBetween', () => {
  it.each([
    ['bug', 'bug', 0],
    ['bgu', 'bug', 1],
    ['pathces', 'patches', 1],
    ['selftets', 'selftests', 1],
    ['reprot', 'report', 1],
    ['', 'abc', 3],
    ['kitten', 'sitting', 3],
  ])('counts %s to %s as %i', (one, other, slips) => {
    expect(slipsBetween(one, other)).toBe(slips);
    expect(slipsBetween(other, one)).toBe(slips);
  });
});

function vocabularyOf(words: string): Vocabulary {
  const vocabulary = new Vocabulary();
  for (const word of words.split(' ')) vocabulary.add(word);
  return vocabulary;
}

describe('Vocabulary', () => {
  const vocabulary = vocabularyOf(
    'patch patches backport report bug verifier selftests mailing list llvm iproute2 kernel tool tools preload rent with',
  );

  it.each([
    ['bckport', 'backport'],
    ['pathces', 'patches'],
    ['bgu', 'bug'],
    ['llmv', 'llvm'],
    ['iprotue2', 'iproute2'],
    ['verifer', 'verifier'],
    ['mialing', 'mailing'],
    ['wiht', 'with'],
  ])('reads %s as %s', (word, known) => expect(vocabulary.correct(word)).toBe(known));

  it.each([
    ['vewifiew', 'verifier'],
    ['sewftests', 'selftests'],
    ['kewnew', 'kernel'],
  ])('puts the swapped letters of %s right', (word, known) => expect(vocabulary.correct(word)).toBe(known));

  it.each(['totals', 'rant', 'sandwich', 'xq', '12345', 'a'.repeat(40), ''])('leaves %s alone', (word) =>
    expect(vocabulary.correct(word)).toBeUndefined(),
  );

  it('prefers the word that is used more', () => {
    const two = vocabularyOf('trees trees trees treed');
    expect(two.correct('treex')).toBe('trees');
  });
});

describe('closestWord', () => {
  it('finds nothing among nothing', () => expect(closestWord('patch', [], () => 1)).toBeUndefined());
});

describe('rankTitles', () => {
  const titles = ['How do I report bugs?', 'Which tree?', 'How do I build LLVM?'];
  it.each([
    ['bulid llvm', [2]],
    ['wich tree', [1]],
    ['reprot bugs', [0]],
  ])('ranks %s', (typed, ranked) => expect(rankTitles(typed, titles, 1)).toEqual(ranked));
});

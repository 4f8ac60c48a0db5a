import {describe, expect, it} from 'vitest';
import {foldText, isStopWord, termsOf, wordsOf} from '../../../knowledge/search/terms.js';

describe('foldText', () => {
  it.each([
    ['Größe', 'grosse'],
    ['ＢＰＦ', 'bpf'],
    ['ﬁx', 'fix'],
    ['don’t', "don't"],
    ['naïve', 'naive'],
  ])('reads %s as %s', (text, folded) => expect(foldText(text)).toBe(folded));
});

describe('wordsOf', () => {
  it.each([
    ['bpf-next', ['bpf-next', 'bpf', 'next']],
    ['test_verifier.c', ['test_verifier.c', 'test', 'verifier', 'c']],
    ["kernel's", ['kernel']],
    ["don't", ['dont']],
    ['gcc-c++', ['gcc-c++', 'gcc', 'c++']],
    ['', []],
    ['?!… 🙂', []],
    ['x'.repeat(41), []],
  ])('takes %s apart', (text, words) => expect(wordsOf(text).map(({word}) => word)).toEqual(words));

  it('tells parts from wholes', () => {
    expect(wordsOf('cls_bpf')).toEqual([
      {word: 'cls_bpf', part: false},
      {word: 'cls', part: true},
      {word: 'bpf', part: true},
    ]);
  });
});

describe('termsOf', () => {
  it.each([
    ['Where do I submit patches?', 'where should one submit a patch'],
    ['running the selftests', 'run selftest'],
    ['Reporting bugs', 'report a bug'],
  ])('gives %s and %s the same terms', (one, other) => expect(termsOf(one)).toEqual(termsOf(other)));
});

describe('isStopWord', () => {
  it.each(['next', 'not', 'where', 'who', 'when', 'how long'.split(' ')[1] ?? '', 'new'])('keeps %s', (word) =>
    expect(isStopWord(word)).toBe(false),
  );
  it.each(['the', 'please', 'hi', 'thanks', 'should'])('drops %s', (word) => expect(isStopWord(word)).toBe(true));
});

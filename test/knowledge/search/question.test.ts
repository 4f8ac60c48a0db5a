import {describe, expect, it} from 'vitest';
import {askedWords} from '../../../knowledge/search/question.js';

const weightsOf = (message: string): Record<string, number> =>
  Object.fromEntries(askedWords(message).map(({word, weight}) => [word, weight]));

describe('askedWords', () => {
  it('gives a short question full weight', () => {
    expect(weightsOf('where do I send my patches?')).toEqual({where: 1, send: 1, patches: 1});
  });

  it('weighs the story less than the question', () => {
    const weights = weightsOf(
      'Our fleet runs kernel six with cilium and an XDP loadbalancer from a vendor. Two boxes crashed last night under heavy traffic. Which list should I mail?',
    );
    expect(weights.list).toBe(1);
    expect(weights.mail).toBe(1);
    expect(weights.cilium).toBeLessThan(0.5);
  });

  it('gives every word full weight where nothing is asked', () => {
    const weights = weightsOf(
      'sent a series with many patches for the verifier last month, silence from reviewers ever after that, not one reply arrived',
    );
    expect(new Set(Object.values(weights))).toEqual(new Set([1]));
  });

  it.each([
    ['a fenced log', 'which tree?\n```\nkernel panic oops\n```\n'],
    ['quoted mail', '> kernel panic oops\nwhich tree?'],
    ['a kernel log', '[   12.345678] kernel panic oops\nwhich tree?'],
    ['a diff', '+kernel panic oops\n@@ kernel\nwhich tree?'],
  ])('leaves out %s', (_, message) => expect(Object.keys(weightsOf(message))).toEqual(['which', 'tree']));

  it('reads pasted code where there is nothing else', () => {
    expect(Object.keys(weightsOf('> panic oops'))).toEqual(['panic', 'oops']);
  });

  it('takes each word once, at its best place', () => {
    const words = askedWords('tree tree tree, which tree?').map(({word}) => word);
    expect(words).toEqual(['tree', 'which']);
  });

  it('reads the first 4,000 characters', () => {
    expect(weightsOf(`${'x '.repeat(2000)}patches`).patches).toBeUndefined();
  });
});

import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {compareVersions, formatVersion, nextRelease, parseVersion, releaseOf} from '../../../bot/window/version.js';

const read = (text: string) => {
  const version = parseVersion(text);
  if (!version) throw new Error(`${text} is no version`);
  return version;
};

const inOrder = ['2.40', '3.0-rc1', '3.9', '3.10-rc1', '3.10-rc9', '3.10-rc10', '3.10', '3.19', '4.0-rc1', '10.0'];

describe('a version', () => {
  it.each(inOrder)('%s is read and printed', (text) => expect(formatVersion(read(text))).toBe(text));
  it.each([
    ...['', '6', 'v6.5', '6.5.1', '2.6.39', '5.12-rc1-dontuse', '6.5-rc', '6.5-rc0', '6.05', '6.5-rc1 ', '6.5\n'],
    ...['next-20230731', '6.5-RC1', '6.5rc1', '1234.0', '6.1e3', '-6.5', '٦.٥'],
  ])('is not read in %j', (text) => expect(parseVersion(text)).toBeUndefined());

  it('comes before all later ones', () => {
    const shuffled = inOrder.toReversed().map(read);
    expect(shuffled.toSorted(compareVersions).map(formatVersion)).toEqual(inOrder);
  });

  it.each([
    ['6.5', '6.6', false],
    ['6.5-rc3', '6.6', false],
    ['4.18', '4.19', false],
    ['4.19', '5.0', true],
    ['4.20', '5.0', true],
    ['3.9', '3.10', false],
  ])('%s is followed by %s', (text, next, isGuess) =>
    expect(nextRelease(read(text))).toEqual({version: read(next), isGuess}),
  );

  it('is compared the same from both ends', () => {
    const some = fc.record(
      {major: fc.nat(9), minor: fc.nat(20), rc: fc.integer({min: 1, max: 9})},
      {requiredKeys: ['major', 'minor']},
    );
    fc.assert(
      fc.property(some, some, (one, other) => {
        expect(Math.sign(compareVersions(one, other)) + Math.sign(compareVersions(other, one))).toBe(0);
        expect(compareVersions(one, releaseOf(one))).toBeLessThanOrEqual(0);
        expect(compareVersions(releaseOf(one), {...nextRelease(one).version, rc: 1})).toBeLessThan(0);
      }),
    );
  });
});

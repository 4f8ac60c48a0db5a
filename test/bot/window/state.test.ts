import {describe, expect, it} from 'vitest';
import {look, stateOf, type Look, type Memory, type Since} from '../../../bot/window/state.js';
import {formatVersion, parseVersion} from '../../../bot/window/version.js';
import type {Tag} from '../../../bot/window/releases.js';

/** A list on one line: `6.5 08-27T21 6.6-rc1 09-10T21`, in 2023. */
function tagsOf(line: string): [Tag, ...Tag[]] {
  const words = line.split(' ');
  const tags = words.flatMap((word, at): Tag[] => {
    const version = at % 2 === 0 ? parseVersion(word) : undefined;
    return version ? [{version, releasedAt: instant(words[at + 1] ?? '')}] : [];
  });
  const [first, ...others] = tags;
  if (!first) throw new Error(`${line} has no tag`);
  return [first, ...others];
}

function instant(short: string): Date {
  return new Date(`2023-${short}:00:00Z`);
}

function short(at: Date): string {
  return at.toISOString().slice(5, 13);
}

function told(since: Since): string {
  switch (since.type) {
    case 'at':
      return short(since.at);
    case 'between':
      return `between ${short(since.from)} and ${short(since.to)}`;
    case 'unseen':
      return 'unseen';
  }
}

/** Looks one after another, each `when: list`; what was said of each. */
function lookAll(lines: readonly string[]): string[] {
  let memory: Memory | undefined;
  return lines.map((line) => {
    const [when = '', list = ''] = line.split(': ');
    const seen: Look = look(memory, tagsOf(list), instant(when));
    memory = seen.memory;
    const {type, newest, since} = stateOf(memory);
    return [
      `${type} at ${formatVersion(newest.version)} since ${told(since)}`,
      ...seen.announcements.map(
        (each) => `announced ${each.type} by ${formatVersion(each.newest.version)}, ${told(each.since)}`,
      ),
      ...(seen.note === undefined ? [] : [seen.note]),
    ].join('; ');
  });
}

const rows: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  ['the first start ever, open', ['08-28T06: 6.5 08-27T21'], ['open at 6.5 since 08-27T21']],
  ['the first start ever, at rc1', ['09-11T06: 6.6-rc1 09-10T21'], ['closed at 6.6-rc1 since 09-10T21']],
  ['the first start ever, later', ['09-25T06: 6.6-rc3 09-24T21'], ['closed at 6.6-rc3 since unseen']],
  [
    'a whole turn',
    [
      '08-27T20: 6.5-rc7 08-20T13',
      '08-27T22: 6.5 08-27T21',
      '08-27T23: 6.5 08-27T21',
      '09-10T22: 6.6-rc1 09-10T21',
      '09-17T22: 6.6-rc2 09-17T21',
    ],
    [
      'closed at 6.5-rc7 since unseen',
      'open at 6.5 since 08-27T21; announced opened by 6.5, 08-27T21',
      'open at 6.5 since 08-27T21',
      'closed at 6.6-rc1 since 09-10T21; announced closed by 6.6-rc1, 09-10T21',
      'closed at 6.6-rc2 since 09-10T21',
    ],
  ],
  [
    'two mainline rows, since X.Y.1 is not out yet',
    ['08-28T06: 6.5 08-27T21', '09-10T22: 6.5 08-27T21 6.6-rc1 09-10T21', '09-11T22: 6.6-rc1 09-10T21'],
    [
      'open at 6.5 since 08-27T21',
      'closed at 6.6-rc1 since 09-10T21; announced closed by 6.6-rc1, 09-10T21',
      'closed at 6.6-rc1 since 09-10T21',
    ],
  ],
  [
    'two mainline rows at the first start',
    ['09-10T22: 6.5 08-27T21 6.6-rc1 09-10T21'],
    ['closed at 6.6-rc1 since 09-10T21'],
  ],
  [
    'down from the release to rc3',
    ['08-28T06: 6.5 08-27T21', '09-26T06: 6.6-rc3 09-24T21', '10-02T06: 6.6-rc4 10-01T21'],
    [
      'open at 6.5 since 08-27T21',
      'closed at 6.6-rc3 since between 08-28T06 and 09-24T21; announced closed by 6.6-rc3, between 08-28T06 and 09-24T21',
      'closed at 6.6-rc4 since between 08-28T06 and 09-24T21',
    ],
  ],
  [
    'down from before the release to rc2',
    ['08-21T06: 6.5-rc7 08-20T13', '09-18T06: 6.6-rc2 09-17T21'],
    [
      'closed at 6.5-rc7 since unseen',
      'closed at 6.6-rc2 since between 08-21T06 and 09-17T21; announced closed by 6.6-rc2, between 08-21T06 and 09-17T21',
    ],
  ],
  [
    'down for a whole cycle',
    ['06-26T06: 6.4 06-25T21', '08-28T06: 6.5 08-27T21'],
    ['open at 6.4 since 06-25T21', 'open at 6.5 since 08-27T21; announced opened by 6.5, 08-27T21'],
  ],
  [
    'a candidate that is withdrawn, and the next that comes early',
    ['08-28T06: 6.5 08-27T21', '09-10T22: 6.6-rc1 09-10T21', '09-12T22: 6.5 08-27T21', '09-15T22: 6.6-rc2 09-15T21'],
    [
      'open at 6.5 since 08-27T21',
      'closed at 6.6-rc1 since 09-10T21; announced closed by 6.6-rc1, 09-10T21',
      'closed at 6.6-rc1 since 09-10T21; The list of releases has gone back to 6.5; 6.6-rc1 was seen before and is kept.',
      'closed at 6.6-rc2 since 09-10T21',
    ],
  ],
  [
    'a mirror that lags, and one that does not',
    ['08-27T22: 6.5 08-27T21', '08-27T23: 6.5-rc7 08-20T13', '08-28T00: 6.5 08-27T21'],
    [
      'open at 6.5 since 08-27T21',
      'open at 6.5 since 08-27T21; The list of releases has gone back to 6.5-rc7; 6.5 was seen before and is kept.',
      'open at 6.5 since 08-27T21',
    ],
  ],
  [
    'a tag that is made anew keeps its first time',
    ['08-27T22: 6.5 08-27T21', '08-28T22: 6.5 08-28T21'],
    ['open at 6.5 since 08-27T21', 'open at 6.5 since 08-27T21'],
  ],
  [
    'after X.19',
    ['02-01T06: 4.19 01-31T21', '02-14T22: 4.20-rc1 02-14T21', '04-10T22: 4.20 04-10T21', '04-24T22: 5.0-rc1 04-24T21'],
    [
      'open at 4.19 since 01-31T21',
      'closed at 4.20-rc1 since 02-14T21; announced closed by 4.20-rc1, 02-14T21',
      'open at 4.20 since 04-10T21; announced opened by 4.20, 04-10T21',
      'closed at 5.0-rc1 since 04-24T21; announced closed by 5.0-rc1, 04-24T21',
    ],
  ],
];

describe('the merge window', () => {
  it.each(rows)('%s', (_name, looks, said) => expect(lookAll(looks)).toEqual(said));

  it('keeps so much and no more', () => {
    let memory: Memory | undefined;
    for (let minor = 0; minor < 100; minor++) {
      memory = look(memory, tagsOf(`6.${minor} 01-01T00`), instant('02-01T00')).memory;
    }
    expect([memory?.seen.length, memory?.seen[0].version]).toEqual([40, {major: 6, minor: 60}]);
  });
});

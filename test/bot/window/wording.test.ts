import {describe, expect, it} from 'vitest';
import {look, type Memory} from '../../../bot/window/state.js';
import {standingAt} from '../../../bot/window/standing.js';
import {readReleases} from '../../../bot/window/releases.js';
import {forecastFacts, oddsWords, standingSentence} from '../../../bot/window/wording.js';
import {releasesJson} from '../../helpers/mainline.js';

/** Looks as `version, its time, time of the look`, then the time of the answer. */
type Looks = readonly (readonly [version: string, tagged: string, lookedAt: string])[];

function said(looks: Looks, at: string): string[] {
  let memory: Memory | undefined;
  for (const [version, tagged, lookedAt] of looks) {
    const reading = readReleases(releasesJson([version, tagged]), new Date(lookedAt));
    if (reading.type === 'broken') throw new Error(reading.reason);
    memory = look(memory, reading.tags, new Date(lookedAt)).memory;
  }
  const now = new Date(at);
  const standing = standingAt(memory, now);
  const facts = standing.type === 'known' ? forecastFacts(standing.state, standing.forecast) : [];
  return [standingSentence(standing, now), ...facts.map(({name, value}) => `${name}: ${value}`)];
}

const rows: readonly (readonly [string, Looks, string, readonly string[]])[] = [
  [
    'open',
    [['6.5', '2023-08-27T21:49:51Z', '2023-08-28T06:00:00Z']],
    '2023-08-28T06:30:00Z',
    [
      "Linux's merge window is open. 6.5 is out, and changes for 6.6 are being merged.",
      'Open since: Sun 27 Aug 2023, 21:49 UTC',
      'Closes: with 6.6-rc1: about Sun 10 Sep 2023, about 19 in 20',
      'Next release: 6.6: probably Sun 29 Oct 2023, about 4 in 5; else Sun 5 Nov 2023',
    ],
  ],
  [
    'open after X.19',
    [['5.19', '2022-07-31T21:00:00Z', '2022-08-01T06:00:00Z']],
    '2022-08-01T06:30:00Z',
    [
      "Linux's merge window is open. 5.19 is out, and changes for the next version, probably 6.0, are being merged.",
      'Open since: Sun 31 Jul 2022, 21:00 UTC',
      'Closes: with 6.0-rc1: about Sun 14 Aug 2022, about 19 in 20',
      'Next release: probably 6.0: probably Sun 2 Oct 2022, about 4 in 5; else Sun 9 Oct 2022',
    ],
  ],
  [
    'closed over Christmas',
    [['6.2-rc1', '2022-12-25T21:41:39Z', '2022-12-26T06:00:00Z']],
    '2022-12-26T06:30:00Z',
    [
      "Linux's merge window is closed. 6.2 is being stabilised, and 6.2-rc1 is the latest.",
      'Closed since: Sun 25 Dec 2022, 21:41 UTC',
      'Opens: with 6.2: probably Sun 19 Feb 2023, about 2 in 3; else a week earlier, Sun 12 Feb 2023',
      'Closes again: with 6.3-rc1: two weeks after that, so about Sun 5 Mar 2023',
    ],
  ],
  [
    'closed unseen',
    [
      ['6.5', '2023-08-27T21:49:51Z', '2023-08-28T06:00:00Z'],
      ['6.6-rc3', '2023-09-24T21:50:00Z', '2023-09-26T06:00:00Z'],
    ],
    '2023-09-26T06:30:00Z',
    [
      "Linux's merge window is closed. 6.6 is being stabilised, and 6.6-rc3 is the latest.",
      'Closed since: some time between Mon 28 Aug 2023, 06:00 UTC and Sun 24 Sep 2023, 21:50 UTC',
      'Opens: with 6.6: probably Sun 29 Oct 2023, about 4 in 5; else Sun 5 Nov 2023',
      'Closes again: with 6.7-rc1: two weeks after that, so about Sun 12 Nov 2023',
    ],
  ],
  [
    'at rc8, which was never seen before',
    [['6.1-rc8', '2022-12-04T22:48:12Z', '2022-12-05T06:00:00Z']],
    '2022-12-05T06:30:00Z',
    [
      "Linux's merge window is closed. 6.1 is being stabilised, and 6.1-rc8 is the latest.",
      'Closed since: not known; it was before the first look',
      'Opens: with 6.1: Sun 11 Dec 2022',
      'Closes again: with 6.2-rc1: two weeks after that, so about Sun 25 Dec 2022',
    ],
  ],
  [
    'a release that was expected yesterday',
    [['5.18-rc7', '2022-05-15T23:00:00Z', '2022-05-23T06:00:00Z']],
    '2022-05-23T06:30:00Z',
    [
      "Linux's merge window is closed. 5.18 is being stabilised, and 5.18-rc7 is the latest.",
      'Closed since: not known; it was before the first look',
      'Opens: with 5.18: expected Sun 22 May 2022 and not seen yet, so it may come any hour; else Sun 29 May 2022',
      'Closes again: with 5.19-rc1: two weeks after that, so about Sun 5 Jun 2022',
    ],
  ],
  [
    '-rc1 that is late',
    [['3.12', '2013-11-03T23:00:00Z', '2013-11-21T06:00:00Z']],
    '2013-11-21T06:30:00Z',
    [
      "Linux's merge window is open. 3.12 is out, and changes for 3.13 are being merged.",
      'Open since: Sun 3 Nov 2013, 23:00 UTC',
      'Closes: with 3.13-rc1: expected Sun 17 Nov 2013 and late; the next Sunday is Sun 24 Nov 2013',
      'Next release: 3.13: probably Sun 19 Jan 2014, about 2 in 3; else a week earlier, Sun 12 Jan 2014',
    ],
  ],
  [
    'seen 26 hours ago',
    [['6.5', '2023-08-27T21:49:51Z', '2023-08-28T06:00:00Z']],
    '2023-08-29T08:00:00Z',
    [
      'As of Mon 28 Aug 06:00 UTC (26 h ago): open. 6.5 is out, and changes for 6.6 are being merged.',
      'Open since: Sun 27 Aug 2023, 21:49 UTC',
      'Closes: with 6.6-rc1: about Sun 10 Sep 2023, about 19 in 20',
      'Next release: 6.6: probably Sun 29 Oct 2023, about 4 in 5; else Sun 5 Nov 2023',
    ],
  ],
  [
    'seen before something was expected',
    [['6.5-rc7', '2023-08-20T13:02:52Z', '2023-08-24T06:00:00Z']],
    '2023-08-28T08:00:00Z',
    [
      "I don't know whether Linux's merge window is open. As of Thu 24 Aug 06:00 UTC (4 days ago) it was closed, at 6.5-rc7; it may have changed since. Look at https://www.kernel.org/",
    ],
  ],
  [
    'never seen',
    [],
    '2023-08-28T08:00:00Z',
    [
      "I don't know whether Linux's merge window is open: kernel.org's list of releases could not be read. Look at https://www.kernel.org/",
    ],
  ],
];

describe('the window in words', () => {
  it.each(rows)('%s', (_name, looks, at, lines) => expect(said(looks, at)).toEqual(lines));

  it.each([
    [0.8, 'about 4 in 5'],
    [0.67, 'about 2 in 3'],
    [2 / 3, 'about 2 in 3'],
    [0.5, 'about 1 in 2'],
    [0.95, 'about 19 in 20'],
    [0.9, 'about 9 in 10'],
  ])('odds of %d', (odds, words) => expect(oddsWords(odds)).toBe(words));
});

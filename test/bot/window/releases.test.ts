import {readFileSync} from 'node:fs';
import {describe, expect, it} from 'vitest';
import {readReleases} from '../../../bot/window/releases.js';
import {formatVersion} from '../../../bot/window/version.js';
import {releasesJson} from '../../helpers/mainline.js';
import {hasShared, shared, sharedNote} from '../../helpers/shared.js';

const now = new Date('2023-08-28T06:00:00Z');
const row = (changes: object) =>
  JSON.stringify({releases: [{moniker: 'mainline', version: '6.5', released: {timestamp: 1693172991}, ...changes}]});

/** Versions and times, or why there are none. */
function summary(text: string, at: Date) {
  const reading = readReleases(text, at);
  if (reading.type === 'broken') return reading.reason;
  return reading.tags.map(({version, releasedAt}) => `${formatVersion(version)} ${releasedAt.toISOString()}`);
}

const samples: readonly (readonly [string, string, string | readonly string[]])[] = [
  ['recorded-5.10-window-open.json', '2020-12-15', ['5.10 2020-12-13T22:41:30.000Z']],
  ['from-page-5.18-rc6-window-closed.json', '2022-05-09', ['5.18-rc6 2022-05-08T20:54:17.000Z']],
  ['composed-6.5-just-released.json', '2023-08-28', ['6.5 2023-08-27T21:49:51.000Z']],
  [
    'composed-two-mainline-rows-5.0-rc1.json',
    '2019-01-08',
    ['4.20 2018-12-23T12:00:00.000Z', '5.0-rc1 2019-01-07T01:08:20.000Z'],
  ],
  ['composed-5.4-utc-monday.json', '2019-11-25T12:00:00Z', ['5.4 2019-11-25T00:32:01.000Z']],
  ['composed-unknown-fields-6.5-rc4.json', '2023-07-31', ['6.5-rc4 2023-07-30T20:23:47.000Z']],
  ['broken-truncated.json', '2022-05-09', 'it is no JSON, or is cut off'],
  ['broken-no-mainline.json', '2023-07-31', 'it names no mainline version'],
  ['broken-not-json.html', '2023-07-31', 'it is a web page, not JSON'],
];

const made: readonly (readonly [string, string, string | readonly string[]])[] = [
  ['nothing', '', 'it is empty'],
  ['white space', ' \n', 'it is empty'],
  ['a byte order mark', `\ufeff${row({})}`, ['6.5 2023-08-27T21:49:51.000Z']],
  ['a web page in upper case', '  <HTML>', 'it is a web page, not JSON'],
  ['a word', '"6.5"', 'it has no list named `releases`'],
  ['null', 'null', 'it has no list named `releases`'],
  ['a list alone', '[]', 'it has no list named `releases`'],
  ['releases by name', '{"releases": {"6.5": {}}}', 'it has no list named `releases`'],
  ['no rows', '{"releases": []}', 'it names no mainline version'],
  ['rows that are none', '{"releases": [null, 1, "mainline", []]}', 'it names no mainline version'],
  ['a stable version', row({version: '6.5.1'}), 'it names no mainline version'],
  ['a version that is a number', row({version: 6.5}), 'it names no mainline version'],
  ['a withdrawn candidate', row({version: '5.12-rc1-dontuse'}), 'it names no mainline version'],
  [
    'a withdrawn candidate beside a release',
    releasesJson(['5.12-rc1-dontuse', '2023-08-27T12:00:00Z'], ['6.5', '2023-08-27T21:49:51Z']),
    ['6.5 2023-08-27T21:49:51.000Z'],
  ],
  ['another moniker', row({moniker: 'Mainline'}), 'it names no mainline version'],
  ['no time', row({released: {}}), 'the time of 6.5 is to be seconds since 1970, and is none'],
  ['released: null', row({released: null}), 'the time of 6.5 is to be seconds since 1970, and is none'],
  [
    'a time in words',
    row({released: {timestamp: '1693172991'}}),
    'the time of 6.5 is to be seconds since 1970, and is "1693172991"',
  ],
  [
    'a broken row behind a good one',
    JSON.stringify({
      releases: [
        {moniker: 'mainline', version: '6.5', released: {timestamp: 1693172991}},
        {moniker: 'mainline', version: '6.6-rc1', released: {timestamp: -1}},
      ],
    }),
    'the time of 6.6-rc1 is to be seconds since 1970, and is -1',
  ],
  ['milliseconds', row({released: {timestamp: 1693172991000}}), '6.5 has a time that is still to come'],
  ['tomorrow', releasesJson(['6.5', '2023-08-29T06:00:00Z']), '6.5 has a time that is still to come'],
  ['16 minutes ahead', releasesJson(['6.5', '2023-08-28T06:16:00Z']), '6.5 has a time that is still to come'],
  [
    '15 minutes ahead, which counts as now',
    releasesJson(['6.5', '2023-08-28T06:15:00Z']),
    ['6.5 2023-08-28T06:00:00.000Z'],
  ],
  [
    'ten years old',
    releasesJson(['3.11-rc7', '2013-08-26T00:00:00Z']),
    'its newest mainline version is 3.11-rc7 of 2013-08-26, so it is out of date',
  ],
  [
    'two rows, newer first',
    releasesJson(['6.6-rc1', '2023-08-28T05:00:00Z'], ['6.5', '2023-08-27T21:49:51Z']),
    ['6.5 2023-08-27T21:49:51.000Z', '6.6-rc1 2023-08-28T05:00:00.000Z'],
  ],
];

describe('the list of releases', () => {
  it.each(made)('%s', (_name, text, met) => expect(summary(text, now)).toEqual(met));
  it.runIf(hasShared).each(samples)(`%s${sharedNote}`, (name, at, met) =>
    expect(summary(readFileSync(shared(`releases/samples/${name}`), 'utf8'), new Date(at))).toEqual(met),
  );
});

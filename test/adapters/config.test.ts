import {describe, expect, it} from 'vitest';
import {readSettings, readTable, settingRows} from '../../adapters/config.js';
import {choice, list} from '../../adapters/setting.js';
import {parseSource} from '../../adapters/source-spec.js';

const defaults = {
  HOWTO_SOURCE: [{type: 'bundled'}],
  RELEASES_SOURCE: {type: 'url', url: 'https://www.kernel.org/releases.json'},
  LOG_LEVEL: 'warn',
  DISCORD_TOKEN: undefined,
  DISCORD_API_URL: 'https://discord.com/api',
  SLACK_BOT_TOKEN: undefined,
  SLACK_APP_TOKEN: undefined,
  SLACK_SIGNING_SECRET: undefined,
  SLACK_CLIENT_ID: undefined,
  SLACK_CLIENT_SECRET: undefined,
  SLACK_STATE_SECRET: undefined,
  SLACK_API_URL: 'https://slack.com/api',
  PORT: undefined,
  DATA_DIR: 'data',
  DATABASE_URL: undefined,
  PERSON_BUDGET: {count: 20, perMs: 600_000},
  CHANNEL_BUDGET: {count: 60, perMs: 600_000},
  CHECK_MAX_FILE_BYTES: 2_097_152,
  CHECK_MAX_TOTAL_BYTES: 8_388_608,
  CHECK_MAX_MESSAGES: 200,
  CHECK_MAX_HEADER_BYTES: 10_000,
  CHECK_MAX_MIME_DEPTH: 8,
  NO_COLOR: undefined,
  FORCE_COLOR: undefined,
  FORCE_HYPERLINK: undefined,
  XDG_STATE_HOME: undefined,
};

const read: readonly (readonly [string, Record<string, string>, Record<string, string>, object])[] = [
  ['nothing', {}, {}, {}],
  ['the environment', {LOG_LEVEL: 'DEBUG'}, {}, {LOG_LEVEL: 'debug'}],
  ['the file', {}, {LOG_LEVEL: 'error'}, {LOG_LEVEL: 'error'}],
  ['the environment before the file', {LOG_LEVEL: 'info'}, {LOG_LEVEL: 'error'}, {LOG_LEVEL: 'info'}],
  [
    'sources',
    {HOWTO_SOURCE: 'docs/a.rst, https://example.org/b.rst,bundled'},
    {},
    {
      HOWTO_SOURCE: [
        {type: 'path', path: 'docs/a.rst'},
        {type: 'url', url: 'https://example.org/b.rst'},
        {type: 'bundled'},
      ],
    },
  ],
  ['a limit', {CHECK_MAX_MESSAGES: ' 30 '}, {}, {CHECK_MAX_MESSAGES: 30}],
  [
    'the address of a database',
    {DATABASE_URL: ' postgres://bot:p%40ss@db.example:5432/bot?sslmode=require '},
    {},
    {DATABASE_URL: 'postgres://bot:p%40ss@db.example:5432/bot?sslmode=require'},
  ],
  [
    'a list of releases',
    {RELEASES_SOURCE: ' data/releases.json '},
    {},
    {RELEASES_SOURCE: {type: 'path', path: 'data/releases.json'}},
  ],
  ['flags', {NO_COLOR: '1', FORCE_COLOR: '0', FORCE_HYPERLINK: ''}, {}, {NO_COLOR: true, FORCE_COLOR: false}],
  ['an absolute path', {XDG_STATE_HOME: '/var/state'}, {}, {XDG_STATE_HOME: '/var/state'}],
  ['a relative path, which does not count', {XDG_STATE_HOME: 'state'}, {}, {}],
];

const malformed: readonly (readonly [Record<string, string>, string])[] = [
  ...['0', '2 MB', '-1', '1e9', '104857601', ''].map(
    (value) =>
      [
        {CHECK_MAX_FILE_BYTES: value},
        `CHECK_MAX_FILE_BYTES is ${JSON.stringify(value)}. It is a whole number from 1 to 104857600. Change it, or remove it to use the default.`,
      ] as const,
  ),
  [
    {LOG_LEVEL: 'loud'},
    'LOG_LEVEL is "loud". It is one of error, warn, info, debug. Change it, or remove it to use the default.',
  ],
  [
    {HOWTO_SOURCE: 'a.rst,,b.rst'},
    'HOWTO_SOURCE is "a.rst,,b.rst". It is a list of `bundled`, paths and https addresses, parted by commas, and one is empty. Change it, or remove it to use the default.',
  ],
  [
    {DATABASE_URL: 'mysql://bot:hunter@db.example/bot'},
    'DATABASE_URL is malformed. It looks like postgres://user:password@host:5432/database. Change it, or remove it to use the default.',
  ],
  [
    {HOWTO_SOURCE: 'ftp://example.org/a'},
    'HOWTO_SOURCE is "ftp://example.org/a". A source is `bundled`, a path or an https address; ftp:// cannot be read. Change it, or remove it to use the default.',
  ],
];

const unfitReleases: readonly (readonly [string, string])[] = [
  ['bundled', 'The list of releases is at a path or an https address; none is bundled.'],
  ['', 'The list of releases is at a path or an https address; none is bundled.'],
  [
    'https://a:b@example.org/x',
    'The list of releases is at a path or an https address, without a user or a password in it.',
  ],
  ['ftp://example.org/x', 'A source is `bundled`, a path or an https address; ftp:// cannot be read.'],
];

const strangers: readonly (readonly [Record<string, string>, Record<string, string>, readonly string[]])[] = [
  [{HOWTO_SOURCES: 'x'}, {}, ['HOWTO_SOURCES is set, but there is no such setting. Did you mean HOWTO_SOURCE?']],
  [
    {BPF_HOWTO_PORT: '1'},
    {},
    ['BPF_HOWTO_PORT is set, but there is no such setting. `bpf-howto settings` lists those there are.'],
  ],
  [{PATH: '/bin', BPF_HOWTO_SHARED: '/x', LOGLEVEL: 'x'}, {}, []],
  [
    {SLACK_BOT_TOKN: 'x', SLACK_WEBHOOK: 'y'},
    {},
    ['SLACK_BOT_TOKN is set, but there is no such setting. Did you mean SLACK_BOT_TOKEN?'],
  ],
  [{}, {LOG_LEVLE: 'x', OTHER: 'y'}, ['LOG_LEVLE is set, but there is no such setting. Did you mean LOG_LEVEL?']],
];

const withSecret = {
  TOKEN: {
    ...list(
      'words',
      '',
      (text) => {
        if (text !== 'good') return parseSource(`${text}://x`);
        return text;
      },
      {meaning: 'A token.', secret: true as const},
    ),
  },
  LEVEL: choice(['low', 'high'], 'low', {meaning: 'A level.'}),
};

describe('settings', () => {
  it.each(read)('are read from %s', (_name, env, file, values) =>
    expect(readSettings(env, file)).toEqual({values: {...defaults, ...values}, errors: [], warnings: []}),
  );
  it.each(malformed)('refuse %o', (env, sentence) =>
    expect(readSettings(env, {})).toEqual({errors: [sentence], warnings: []}),
  );
  it.each(unfitReleases)('refuse %j as a list of releases', (text, sentence) =>
    expect(readSettings({RELEASES_SOURCE: text}, {}).errors).toEqual([
      `RELEASES_SOURCE is ${JSON.stringify(text)}. ${sentence} Change it, or remove it to use the default.`,
    ]),
  );
  it.each(strangers)('name strangers in %o and %o', (env, file, warnings) =>
    expect(readSettings(env, file).warnings).toEqual(warnings),
  );
  it('never print a secret', () => {
    const env = {TOKEN: 'hunter'};
    expect(settingRows(env, {}, withSecret)[0]).toEqual({
      name: 'TOKEN',
      type: 'list of words, parted by commas',
      default: '',
      meaning: 'A token.',
      value: '(set)',
    });
    expect(JSON.stringify(readTable(withSecret, {TOKEN: 'hunter,,'}, {}))).not.toContain('hunter');
  });
  it('show what is set', () => {
    const rows = settingRows({LOG_LEVEL: 'info', SLACK_BOT_TOKEN: 'xoxb-1'}, {NO_COLOR: '1'});
    expect(rows.map(({name}) => name)).toEqual(Object.keys(defaults));
    expect(rows.flatMap(({name, value}) => (value === null ? [] : [[name, value]]))).toEqual([
      ['LOG_LEVEL', 'info'],
      ['SLACK_BOT_TOKEN', '(set)'],
      ['NO_COLOR', '1'],
    ]);
  });
});

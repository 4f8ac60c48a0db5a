/**
 * The table of settings, and the one way they are read: the environment first, then an optional file `.env`.
 *
 * `bpf-howto settings` prints the table. Settings of the same names that other programs read too (NO_COLOR and its
 * like) keep the meaning those programs gave them.
 */
import {nearestWord} from '../bot/nearest-word.js';
import {defaultCaps} from '../bot/patch/mail/caps.js';
import {
  absolutePath,
  apiUrl,
  budget,
  choice,
  flag,
  folder,
  list,
  one,
  port,
  secret,
  SettingError,
  wholeNumber,
  type Setting,
} from './setting.js';
import {parseReleases, parseSource} from './source-spec.js';

/** What a process can hold several times over. */
const maxBytes = 100 * 2 ** 20;

const settings = {
  HOWTO_SOURCE: list('`bundled`, paths and https addresses', 'bundled', parseSource, {
    meaning: 'Documents to answer from, in the order of preference.',
  }),
  RELEASES_SOURCE: one('path or https address', 'https://www.kernel.org/releases.json', parseReleases, {
    meaning: 'The list of releases that tells the merge window; read once an hour at most.',
  }),
  LOG_LEVEL: choice(['error', 'warn', 'info', 'debug'], 'warn', {
    meaning: 'How much is told on standard error.',
  }),
  DISCORD_TOKEN: secret(
    'token',
    /^(?!Bot\s)[\w.-]{1,200}$/u,
    'It is the token alone, without the word Bot before it: Discord Developer Portal, your application, Bot, Reset Token.',
    {meaning: 'Token of the Discord bot. With it, the bot answers on Discord.'},
  ),
  DISCORD_API_URL: apiUrl('https://discord.com/api', {meaning: 'Where Discord’s REST API is, for tests and proxies.'}),
  SLACK_BOT_TOKEN: secret(
    'token',
    /^xoxb-[\w-]{1,250}$/u,
    'It begins with xoxb-: api.slack.com/apps, your app, OAuth & Permissions, Bot User OAuth Token.',
    {
      meaning:
        'Token of the Slack bot in one workspace. With SLACK_APP_TOKEN or SLACK_SIGNING_SECRET, the bot answers on Slack.',
    },
  ),
  SLACK_APP_TOKEN: secret(
    'token',
    /^xapp-[\w-]{1,250}$/u,
    'It begins with xapp-: api.slack.com/apps, your app, Basic Information, App-Level Tokens, with the scope connections:write.',
    {meaning: 'App-level token for Socket Mode, in which Slack needs no public address of yours.'},
  ),
  SLACK_SIGNING_SECRET: secret(
    'secret',
    /^[\w-]{1,200}$/u,
    'It is a row of letters and digits: api.slack.com/apps, your app, Basic Information, Signing Secret.',
    {meaning: 'Secret that proves that an HTTP request is Slack’s. With it, Slack sends its events to PORT.'},
  ),
  SLACK_CLIENT_ID: secret(
    'id',
    /^[\w.-]{1,100}$/u,
    'It looks like 1234567890.1234567890: api.slack.com/apps, your app, Basic Information, Client ID.',
    {meaning: 'For many workspaces by OAuth, with the next two and SLACK_SIGNING_SECRET or SLACK_APP_TOKEN.'},
  ),
  SLACK_CLIENT_SECRET: secret(
    'secret',
    /^[\w-]{1,200}$/u,
    'It is a row of letters and digits: api.slack.com/apps, your app, Basic Information, Client Secret.',
    {meaning: 'For many workspaces by OAuth.'},
  ),
  SLACK_STATE_SECRET: secret(
    'secret',
    /^.{16,200}$/u,
    'It has at least 16 characters, which you choose at random, the same on every replica.',
    {meaning: 'For many workspaces by OAuth: signs the state of an installation under way.'},
  ),
  SLACK_API_URL: apiUrl('https://slack.com/api', {meaning: 'Where Slack’s Web API is, for tests and proxies.'}),
  PORT: port({
    meaning: 'Port for Slack’s HTTP requests (3000 if left out) and for /healthz and /readyz (nowhere if left out).',
  }),
  DATA_DIR: folder('data', {
    meaning:
      'Folder for what has to outlive a restart: Slack installations, feedback, and what was seen of the merge window.',
  }),
  DATABASE_URL: secret(
    'address',
    /^postgres(?:ql)?:\/\/\S{1,2000}$/u,
    'It looks like postgres://user:password@host:5432/database.',
    {meaning: 'Postgres for what has to outlive a restart, where several replicas run; a file in DATA_DIR without it.'},
  ),
  PERSON_BUDGET: budget('20/10m', {meaning: 'How many questions one person may ask.'}),
  CHANNEL_BUDGET: budget('60/10m', {meaning: 'How many questions may be asked in one channel.'}),
  CHECK_MAX_FILE_BYTES: wholeNumber(defaultCaps.maxFileBytes, 1, maxBytes, {
    meaning: 'Most bytes of one file that `check` reads, packed and unpacked.',
  }),
  CHECK_MAX_TOTAL_BYTES: wholeNumber(defaultCaps.maxTotalBytes, 1, maxBytes, {
    meaning: 'Most bytes of all files together that one `check` reads, unpacked.',
  }),
  CHECK_MAX_MESSAGES: wholeNumber(defaultCaps.maxMessages, 1, 10_000, {
    meaning: 'Most mails that one `check` reads.',
  }),
  CHECK_MAX_HEADER_BYTES: wholeNumber(defaultCaps.maxHeaderBytes, 100, 1_000_000, {
    meaning: 'Most bytes of headers that are read of one mail; those of its transport do not count.',
  }),
  CHECK_MAX_MIME_DEPTH: wholeNumber(defaultCaps.maxMimeDepth, 1, 100, {
    meaning: 'How deep the parts of a mail may stand in one another.',
  }),
  NO_COLOR: flag({meaning: 'No colours and no bold in the terminal. Source: no-color.org.'}),
  FORCE_COLOR: flag({meaning: 'Colours also where output is no terminal; 0 turns them off. Stronger than NO_COLOR.'}),
  FORCE_HYPERLINK: flag({
    meaning: 'Links that can be clicked, whatever the terminal says of itself; 0 turns them off.',
  }),
  XDG_STATE_HOME: absolutePath({meaning: 'Folder for bpf-howto/history; ~/.local/state where it is not set.'}),
};

/** Read by development scripts and tests alone, so it is no slip to have it set. */
const readElsewhere = ['BPF_HOWTO_SHARED', 'TEST_DATABASE_URL'];
/** Names that begin so are ours; an unknown one among them is a slip. */
const ownNames = /^(?:BPF_)?HOWTO_/u;
/** Other programs may have settings that begin so; among them only a near miss is a slip. */
const platformNames = /^(?:SLACK|DISCORD)_/u;

type Table = Readonly<Record<string, Setting<unknown>>>;
export type SettingsOf<T extends Table> = {readonly [Name in keyof T]: ReturnType<T[Name]['read']>};
export type Settings = SettingsOf<typeof settings>;
export type Environment = Readonly<Record<string, string | undefined>>;

export interface ReadSettings<T extends Table> {
  /** Absent where a value could not be read. */
  readonly values?: SettingsOf<T>;
  /** Sentences on values that cannot be read. */
  readonly errors: readonly string[];
  /** Sentences on names that nothing reads. */
  readonly warnings: readonly string[];
}

/**
 * @param env The environment of the process.
 * @param file What `.env` sets; the environment is stronger.
 */
export function readSettings(env: Environment, file: Environment): ReadSettings<typeof settings> {
  return readTable(settings, env, file);
}

/** The same for any table. */
export function readTable<T extends Table>(table: T, env: Environment, file: Environment): ReadSettings<T> {
  const errors: string[] = [];
  const values = Object.entries(table).map(([name, setting]) => {
    const text = env[name] ?? file[name];
    try {
      return [name, setting.read(text)] as const;
    } catch (error) {
      if (!(error instanceof SettingError)) throw error;
      const met = setting.secret ? 'is malformed' : `is ${JSON.stringify(text)}`;
      errors.push(`${name} ${met}. ${error.message} Change it, or remove it to use the default.`);
      return [name, undefined] as const;
    }
  });
  const known = Object.keys(table);
  const strangers = [...new Set([...Object.keys(env), ...Object.keys(file)])].filter((name) => {
    if (known.includes(name) || readElsewhere.includes(name)) return false;
    // A file may belong to another program as well, so of its other names only slips of ours count.
    const isNear = (name in file || platformNames.test(name)) && nearestWord(name, known) !== undefined;
    return ownNames.test(name) || isNear;
  });
  const warnings = strangers.map((name) => strangerSentence(name, known));
  if (errors.length > 0) return {errors, warnings};
  return {values: Object.fromEntries(values) as SettingsOf<T>, errors, warnings};
}

function strangerSentence(name: string, known: readonly string[]): string {
  const meant = nearestWord(name, known);
  const way = meant === undefined ? '`bpf-howto settings` lists those there are.' : `Did you mean ${meant}?`;
  return `${name} is set, but there is no such setting. ${way}`;
}

/** A row as `bpf-howto settings` shows it. A secret says only whether it is set. */
export interface SettingRow {
  readonly name: string;
  readonly type: string;
  readonly default: string | null;
  readonly meaning: string;
  /** What is set now, by environment or file; null where nothing is. */
  readonly value: string | null;
}

export function settingRows(env: Environment, file: Environment, table: Table = settings): SettingRow[] {
  return Object.entries(table).map(([name, setting]) => {
    const set = env[name] ?? file[name];
    return {
      name,
      type: setting.type,
      default: setting.default ?? null,
      meaning: setting.meaning,
      value: set === undefined ? null : setting.secret ? '(set)' : set,
    };
  });
}

import {describe, expect, it} from 'vitest';
import {inviteUrl} from '../../../adapters/discord/invite.js';
import {checkCommandName, messageCommandName, registrations, valuesOf} from '../../../adapters/discord/registration.js';
import {sameRegistration} from '../../../adapters/discord/same-registration.js';
import {defineCommand, type Command} from '../../../bot/command.js';
import {commands} from '../../../bot/commands/index.js';
import {paragraphs} from '../../../bot/message.js';
import {contractErrors} from '../../helpers/discord-contract.js';
import {sharedNote} from '../../helpers/shared.js';

const run: Command['run'] = () => ({
  outcome: 'page',
  blocks: [paragraphs('Yes.')],
  next: [],
  data: null,
});
const many = Array.from({length: 26}, (_, at) => `choice-${at}`);
const every = defineCommand({
  name: 'every',
  summary: 'Takes every kind of option, and has so much to say about it that no line of Discord holds all of its words',
  options: {
    loud: {type: 'flag', summary: 'Say it loud'},
    times: {type: 'integer', min: 1, max: 99, default: 1, summary: 'How often'},
    kind: {type: 'choice', choices: ['fix', 'feature'], summary: 'What it is'},
    tree: {type: 'choice', choices: many, optional: true, summary: 'Where to'},
    range: {
      type: 'word',
      optional: true,
      maxChars: 200,
      looksLike: () => false,
      accepts: () => true,
      unfit: 'No.',
      summary: 'Which ones',
    },
    near: {type: 'choice', choices: ['one'], near: () => 'one', optional: true, summary: 'Typed freely'},
    words: {type: 'text', optional: true, summary: 'What to say'},
  },
  run,
});

describe('registrations', () => {
  it('are those of the table', () => {
    expect(registrations(commands)).toMatchObject([
      {
        type: 1,
        name: 'bpf-howto',
        contexts: [0, 1],
        integration_types: [0],
        options: [
          {
            type: 1,
            name: 'ask',
            description: 'Ask the HOWTO a question in your own words',
            options: [
              {
                type: 3,
                name: 'question',
                description: 'Your question',
                required: true,
                max_length: 2000,
                autocomplete: true,
              },
            ],
          },
          ...commands.slice(1).map(({name}) => ({type: 1, name})),
        ],
      },
      {type: 3, name: messageCommandName, contexts: [0, 1], integration_types: [0]},
      {type: 3, name: checkCommandName, contexts: [0, 1], integration_types: [0]},
    ]);
  });

  it('have every kind of option, the required ones first', () => {
    expect(registrations([every])[0]).toMatchObject({
      options: [
        {
          name: 'every',
          description: `${every.summary.slice(0, 99)}\u2026`,
          options: [
            {
              type: 3,
              name: 'kind',
              required: true,
              choices: [
                {name: 'fix', value: 'fix'},
                {name: 'feature', value: 'feature'},
              ],
            },
            {type: 5, name: 'loud', required: false},
            {type: 4, name: 'times', required: false, min_value: 1, max_value: 99},
            {type: 3, name: 'tree', required: false, autocomplete: true},
            {type: 3, name: 'range', required: false, max_length: 200},
            {type: 3, name: 'near', required: false, autocomplete: true},
            {type: 3, name: 'words', required: false, max_length: 2000},
          ],
        },
      ],
    });
  });

  it.each([commands, [every]])(`are what Discord takes${sharedNote}`, (...table: Command[]) => {
    expect(contractErrors('PUT /applications/:application/commands', registrations(table))).toEqual([]);
    for (const registration of registrations(table)) expect(JSON.stringify(registration).length).toBeLessThan(8000);
    expect(messageCommandName.length).toBeLessThanOrEqual(32);
  });

  it('refuse a table that Discord could not show', () => {
    expect(() => registrations(Array.from({length: 26}, () => every))).toThrow('25 subcommands');
  });
});

/** As Discord gives a registration back. */
function returned(table: readonly Command[]): Record<string, unknown>[] {
  const stored = JSON.parse(JSON.stringify(registrations(table)), (key, value: unknown) =>
    value === false && (key === 'required' || key === 'autocomplete') ? undefined : value,
  ) as Record<string, unknown>[];
  return stored.toReversed().map((command, at) => ({
    id: `10000000000000000${at}`,
    application_id: '100000000000000009',
    version: '100000000000000010',
    default_member_permissions: null,
    dm_permission: true,
    nsfw: false,
    name_localizations: null,
    description_localizations: null,
    ...(command.description === undefined ? {description: ''} : {}),
    ...command,
    contexts: [1, 0],
  }));
}

describe('sameRegistration', () => {
  it.each([[commands], [[every]]])('knows what it sent', (table) => {
    expect(sameRegistration(registrations(table), returned(table))).toBe(true);
  });

  it.each<[what: string, theirs: unknown]>([
    ['nothing', []],
    ['no list', {message: '401: Unauthorized'}],
    ['commands that are none', [null, 7]],
    ['one command too few', returned(commands).slice(1)],
    ['one command too many', [...returned(commands), {name: 'old', type: 1}]],
    ['another description', returned(commands).map((each) => ({...each, description: 'Old'}))],
    ['another table', returned([every])],
    ['other places', returned(commands).map((each) => ({...each, contexts: [0]}))],
    ['an age limit', returned(commands).map((each) => ({...each, nsfw: true}))],
    ['an order of subcommands', returned(commands.toReversed())],
  ])('sees %s as a difference', (_, theirs) => {
    expect(sameRegistration(registrations(commands), theirs)).toBe(false);
  });
});

describe('valuesOf', () => {
  it.each<[options: Parameters<typeof valuesOf>[1], values: object]>([
    [[{name: 'kind', value: 'fix'}], {kind: 'fix', loud: false, times: 1}],
    [
      [
        {name: 'kind', value: 'Feature'},
        {name: 'loud', value: true},
        {name: 'times', value: 7},
        {name: 'tree', value: 'choice-3'},
        {name: 'words', value: ' a\nb '},
        {name: 'gone', value: 'x'},
      ],
      {kind: 'feature', loud: true, times: 7, tree: 'choice-3', words: ' a\nb '},
    ],
    [
      [
        {name: 'kind', value: 'fix'},
        {name: 'words', value: ' '},
      ],
      {kind: 'fix', loud: false, times: 1},
    ],
  ])('reads %j', (options, values) => {
    expect(valuesOf(every, options)).toEqual(values);
  });

  it.each<[options: Parameters<typeof valuesOf>[1], message: string]>([
    [[], 'The kind is missing. It is fix or feature. Usage: `every'],
    [[{name: 'kind', value: 'fixx'}], '`fixx` is not known here. Did you mean `fix`?'],
    [
      [
        {name: 'kind', value: 'fix'},
        {name: 'times', value: 100},
      ],
      '`100` is out of range: times goes from 1 to 99.',
    ],
  ])('refuses %j', (options, message) => {
    expect(() => valuesOf(every, options)).toThrow(message);
  });
});

describe('inviteUrl', () => {
  it('asks for what is used and nothing else', () => {
    const {origin, pathname, searchParams} = new URL(inviteUrl('100000000000000009'));
    expect([origin, pathname]).toEqual(['https://discord.com', '/oauth2/authorize']);
    expect(Object.fromEntries(searchParams)).toEqual({
      client_id: '100000000000000009',
      scope: 'bot applications.commands',
      // View Channel 1024, Send Messages 2048, Read Message History 65536, Send Messages in Threads 2 ** 38.
      permissions: String(1024 + 2048 + 65536 + 2 ** 38),
    });
  });
});

import {describe, expect, it} from 'vitest';
import {defineCommand, type Values} from '../../bot/command.js';
import {commands} from '../../bot/commands/index.js';
import type {Reply} from '../../bot/message.js';
import {parseCommand} from '../../bot/parse.js';

const nothing: Reply = {outcome: 'page', blocks: [], next: [], data: null};
const options = {
  kind: {type: 'choice', choices: ['fix', 'feature'], summary: 'What the patches do'},
  version: {type: 'integer', min: 1, max: 99, default: 1, summary: 'Which revision you send'},
  rfc: {type: 'flag', summary: 'Asks for comments'},
} as const;
const prefix = defineCommand({
  name: 'prefix',
  summary: 'Build a prefix',
  options,
  run({kind, version, rfc}: Values<typeof options>) {
    const typed: readonly ['fix' | 'feature', number, boolean] = [kind, version, rfc];
    return {...nothing, data: typed};
  },
});
const table = [...commands, prefix];

const read: readonly (readonly [string, string, object])[] = [
  ['prefix fix', 'prefix', {kind: 'fix', version: 1, rfc: false}],
  ['prefix fix v3', 'prefix', {kind: 'fix', version: 3, rfc: false}],
  ['  PREFIX   rfc 12 Feature ', 'prefix', {kind: 'feature', version: 12, rfc: true}],
  ['prefix version=7 fix', 'prefix', {kind: 'fix', version: 7, rfc: false}],
  ['/prefix fix', 'prefix', {kind: 'fix', version: 1, rfc: false}],
  ['browse', 'browse', {}],
  ['browse stable submission', 'browse', {section: 'stable submission'}],
  ['ask where do\nI send it', 'ask', {question: 'where do\nI send it'}],
  ['help browse', 'help', {command: 'browse'}],
  ['about', 'about', {}],
];

const questions = [
  '',
  ' ',
  '?',
  '🐝',
  'where do I send my patches',
  'prefix for a patch that is a fix',
  'about bpf-next: who takes it?',
  'browse, or read?',
  'helpful people?',
  'ſ',
  'help me send a patch',
];

const refused: readonly (readonly [string, string])[] = [
  ['prefix', 'The kind is missing. It is fix or feature. Usage: `prefix fix|feature [version] [rfc]`.'],
  ['prefix fxi', '`fxi` is not known here. Did you mean `fix`? Usage: `prefix fix|feature [version] [rfc]`.'],
  ['prefix fix v0', '`v0` is out of range: version goes from 1 to 99. Usage: `prefix fix|feature [version] [rfc]`.'],
  ['/prefix fix please', '`please` is not known here. Usage: `prefix fix|feature [version] [rfc]`.'],
  ['/prefxi fix', 'There is no command `prefxi`. Did you mean `prefix`?'],
  ['/dance', 'There is no command `dance`. `help` lists the commands.'],
  ['ask', 'The question is missing. Usage: `ask <question>`.'],
];

describe('parseCommand', () => {
  it.each(read)('reads %j as %s', (text, name, values) => {
    const parsed = parseCommand(text, table);
    expect({name: parsed?.command.name, values: parsed?.values}).toEqual({name, values});
  });
  it.each(questions)('takes %j for a question', (text) => expect(parseCommand(text, table)).toBeUndefined());
  it.each(refused)('refuses %j', (text, message) => expect(() => parseCommand(text, table)).toThrow(message));
  it('takes a megabyte for a question', () => expect(parseCommand('x'.repeat(2 ** 20), table)).toBeUndefined());
  it('hands typed values to the command', async () => {
    const parsed = parseCommand('prefix fix v3', [prefix]);
    expect((await parsed?.command.run(parsed.values, {} as never))?.data).toEqual(['fix', 3, false]);
  });
});

import {describe, expect, it} from 'vitest';
import type {Option} from '../../bot/command.js';
import {commands} from '../../bot/commands/index.js';
import {makeBot} from '../helpers/bot.js';

const typed: readonly (readonly [string, readonly string[]])[] = [
  ['', ['ask ', 'browse ', 'prefix ', 'check ', 'window ', 'about ', 'help ']],
  ['prefix bpf-', ['prefix bpf-next', 'prefix bpf-next/net']],
  ['prefix bpf re', ['prefix bpf resend']],
  ['br', ['browse ']],
  ['a', ['ask ', 'about ']],
  ['/h', ['/help ']],
  ['/x', []],
  ['which', ['Which list takes patches?', 'Which tree takes patches?']],
  ['Which l', ['Which list takes patches?']],
  ['report', ['Where do I report bugs?']],
  ['zebra', []],
  ['ask where', ['ask Where do I report bugs?']],
  ['ask ', []],
  ['browse p', ['browse Patches', 'browse Patches > Stable']],
  ['browse ', ['browse Reporting bugs', 'browse Patches', 'browse Patches > Stable']],
  ['about ', []],
];

const question: Option = {type: 'text', summary: '', complete: 'question'};
const section: Option = {type: 'text', summary: '', complete: 'section'};
const kind: Option = {type: 'choice', summary: '', choices: ['fix', 'feature', 'docs']};
const tree = commands.find(({name}) => name === 'prefix')?.options.for ?? kind;

const suggested: readonly (readonly [Option, string, readonly string[]])[] = [
  [question, 'list', ['Which list takes patches?']],
  [question, 'zebra', []],
  [section, 'stable', ['Patches > Stable']],
  [section, 'patches', ['Patches', 'Patches > Stable']],
  [section, 'reporting bgus', ['Reporting bugs']],
  [section, 'zebra', []],
  [kind, '', ['fix', 'feature', 'docs']],
  [kind, 'f', ['fix', 'feature']],
  [kind, 'eat', ['feature']],
  [kind, 'dosc', ['docs']],
  [tree, 'bpf-n', ['bpf-next', 'bpf-next/net']],
  [tree, 'bpfnext', ['bpf-next']],
  [tree, 'bpf/for-next', ['bpf-next']],
  [tree, 'Bugfix', ['fix']],
  [tree, 'zebra', []],
  [{type: 'text', summary: ''}, 'a', []],
  [{type: 'flag', summary: ''}, 'a', []],
];

describe('suggest', () => {
  it.each(suggested)('gives %o for %j', (option, line, values) =>
    expect(makeBot().suggest(option, line, 25)).toEqual(values),
  );
  it('starts with all there is', () => expect(makeBot().suggest(question, ' ', 2)).toHaveLength(2));
});

describe('complete', () => {
  it.each(typed)('continues %j', (line, lines) => expect(makeBot().complete(line, 20)).toEqual(lines));
  it('keeps to the limit', () => expect(makeBot().complete('which', 1)).toEqual(['Which list takes patches?']));
});

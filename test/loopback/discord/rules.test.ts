/** Tables of what Discord refuses, once by our own rules and once by its document. */
import {ButtonStyle, ComponentType as Kind, MessageFlags} from 'discord.js';
import {describe, expect, it} from 'vitest';
import {sharedNote} from '../../helpers/shared.js';
import {commandsProblems} from './command-rules.js';
import {messageProblems, modalProblems} from './message-rules.js';
import {loadShapes} from './shapes.js';

const v2 = MessageFlags.IsComponentsV2;
const text = (content: string) => ({type: Kind.TextDisplay, content});
const button = (custom_id: string) => ({type: Kind.Button, style: ButtonStyle.Primary, label: 'Go', custom_id});
const row = (...components: readonly object[]) => ({type: Kind.ActionRow, components});
const rows = (count: number) => Array.from({length: count}, (_, at) => row(button(`b${at}`)));
const link = {type: Kind.Button, style: ButtonStyle.Link, label: 'Read'};

const messages: readonly (readonly [name: string, body: object, paths: readonly string[]])[] = [
  ['2000 characters', {content: 'a'.repeat(2000)}, []],
  ['2001 characters', {content: 'a'.repeat(2001)}, ['content']],
  ['2000 characters outside the first plane', {content: '𝒜'.repeat(2000)}, []],
  ['embeds of 6000', {embeds: [{description: 'a'.repeat(4000)}, {description: 'b'.repeat(2000)}]}, []],
  [
    'embeds of 6001',
    {embeds: [{description: 'a'.repeat(4000)}, {title: 'b', description: 'b'.repeat(2000)}]},
    ['embeds'],
  ],
  ['5 rows', {components: rows(5)}, []],
  ['6 rows', {components: rows(6)}, ['components']],
  ['equal ids', {components: [row(button('a'), button('a'))]}, ['components.0.components.1.custom_id']],
  ['a link without an address', {components: [row(link)]}, ['components.0.components.0.url']],
  ['a link with an address', {components: [row({...link, url: 'https://docs.kernel.org'})]}, []],
  ['words beside components v2', {flags: v2, content: 'a', components: [text('b')]}, ['content']],
  ['4000 characters in v2', {flags: v2, components: [text('a'.repeat(2000)), text('b'.repeat(2000))]}, []],
  ['4001 characters in v2', {flags: v2, components: [text('a'.repeat(2001)), text('b'.repeat(2000))]}, ['components']],
  [
    '41 components, nested',
    {flags: v2, components: [{type: Kind.Container, components: Array.from({length: 40}, () => text('a'))}]},
    ['components'],
  ],
];

const option = (name: string, more: object = {}) => ({type: 3, name, description: 'd', ...more});
const command = (more: object = {}) => ({name: 'ask', description: 'd', ...more});

const commandLists: readonly (readonly [name: string, body: readonly object[], paths: readonly string[]])[] = [
  ['a plain one', [command()], []],
  ['an upper-case name', [command({name: 'Ask'})], ['0.name']],
  ['an upper-case message command', [{name: 'Answer This', type: 3}], []],
  ['no description', [{name: 'ask'}], ['0.description']],
  ['a name twice', [command(), command()], ['1.name']],
  [
    'required after optional',
    [command({options: [option('a'), option('b', {required: true})]})],
    ['0.options.1.required'],
  ],
  [
    'a choice of 101',
    [command({options: [option('a', {choices: [{name: 'a', value: 'v'.repeat(101)}]})]})],
    ['0.options.0.choices.0.value'],
  ],
  ['more than 8000 characters', [command({description: 'd'.repeat(7998)})], ['0']],
  ['101 commands', Array.from({length: 101}, (_, at) => command({name: `c${at}`})), ['']],
];

describe('what the document lets through', () => {
  it.each(messages)('message: %s', (_name, body, paths) => {
    expect(messageProblems(body).map(({path}) => path)).toEqual(paths);
  });

  it.each(commandLists)('commands: %s', (_name, body, paths) => {
    expect(commandsProblems(body).map(({path}) => path)).toEqual(paths);
  });

  it('modal: 6 rows', () => {
    expect(modalProblems({components: rows(6)}).map(({path}) => path)).toEqual(['data.components']);
  });
});

const shapes = loadShapes([]);
const post = 'POST /channels/:channel/messages';
const put = 'PUT /applications/:app/commands';
const callback = 'POST /interactions/:interaction/:token/callback';

const bodies: readonly (readonly [name: string, route: string, body: unknown, fits: boolean])[] = [
  ['a message', post, {content: 'a', allowed_mentions: {parse: []}}, true],
  ['11 embeds', post, {embeds: Array.from({length: 11}, () => ({title: 'a'}))}, false],
  ['an embed title of 257', post, {embeds: [{title: 'a'.repeat(257)}]}, false],
  ['6 buttons in a row', post, {components: [row(...'abcdef'.split('').map(button))]}, false],
  ['a custom_id of 101', post, {components: [row(button('a'.repeat(101)))]}, false],
  ['a nonce of 26', post, {content: 'a', nonce: 'n'.repeat(26)}, false],
  ['commands', put, [command({options: [option('a')]})], true],
  ['26 options', put, [command({options: Array.from({length: 26}, (_, at) => option(`o${at}`))})], false],
  ['a callback', callback, {type: 4, data: {content: 'a'}}, true],
  [
    '26 proposals',
    callback,
    {type: 8, data: {choices: Array.from({length: 26}, () => ({name: 'a', value: 'a'}))}},
    false,
  ],
  ['a modal title of 46', callback, {type: 9, data: {custom_id: 'a', title: 'a'.repeat(46), components: []}}, false],
  ['an edit of the original', 'PATCH /webhooks/:app/:token/messages/:message', {content: 'a'.repeat(2001)}, false],
];

describe.skipIf(!shapes)(`what the document refuses${shapes ? '' : sharedNote}`, () => {
  it.each(bodies)('%s', (_name, route, body, fits) => {
    expect(shapes?.(route, body).length === 0).toBe(fits);
  });
});

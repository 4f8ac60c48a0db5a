import {describe, expect, it} from 'vitest';
import type {Reply} from '../../../bot/message.js';
import {paintReply} from '../../../adapters/terminal/paint.js';

const reply: Reply = {
  outcome: 'answer',
  blocks: [
    {type: 'heading', text: 'Where?\u001b[2J'},
    {
      type: 'prose',
      children: [
        {
          type: 'paragraph',
          children: [
            {type: 'text', value: 'See \u001b]0;x\u0007'},
            {type: 'link', url: 'https://a.example/', children: [{type: 'text', value: 'here'}]},
            {type: 'text', value: ' and '},
            {type: 'link', url: 'https://a.example/\u001b\\x', children: [{type: 'text', value: 'there'}]},
          ],
        },
        {type: 'code', value: 'rm\u001b[31m x'},
      ],
    },
    {type: 'source', document: 'a.rst', revision: 'abc'},
  ],
  next: [{label: 'Related\u202e', action: {type: 'browse'}}],
  data: null,
};
const plain = [
  'Where?',
  '',
  'See here (https://a.example/) and there',
  '',
  '    rm x',
  '',
  'Source: a.rst, revision abc',
  '',
  '1 Related<U+202E>',
];
const bold = (text: string) => `\u001b[1m${text}\u001b[22m`;
const small = (text: string) => `\u001b[2m${text}\u001b[22m`;

describe('paintReply', () => {
  it('writes plain text', () =>
    expect(paintReply(reply, {columns: 80, colour: false, hyperlinks: false})).toEqual(plain));
  it('paints', () =>
    expect(paintReply(reply, {columns: 80, colour: true, hyperlinks: false})).toEqual([
      bold('Where?'),
      '',
      'See here (https://a.example/) and there',
      '',
      '    \u001b[36mrm x\u001b[39m',
      '',
      small('Source: a.rst, revision abc'),
      '',
      small('1 Related<U+202E>'),
    ]));
  it('links', () =>
    expect(paintReply(reply, {columns: 80, colour: false, hyperlinks: true})[2]).toBe(
      'See \u001b]8;;https://a.example/\u001b\\here\u001b]8;;\u001b\\ and there',
    ));
});

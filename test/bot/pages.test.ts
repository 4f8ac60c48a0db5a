import type {RootContent} from 'mdast';
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {paginate} from '../../bot/pages.js';
import {flowToPlain} from '../../bot/plain.js';
import {text} from '../helpers/knowledge.js';

const list = (...items: string[]): RootContent => ({
  type: 'list',
  ordered: true,
  start: 1,
  spread: false,
  children: items.map((each) => ({type: 'listItem', children: [text(each) as never]})),
});

const parted: readonly (readonly [string, readonly RootContent[], number, readonly string[]])[] = [
  ['what fits', [text('one'), text('two')], 10, ['one\n\ntwo']],
  ['between blocks', [text('one'), text('two'), text('six')], 9, ['one\n\ntwo', 'six']],
  ['between items, which keep their numbers', [list('one', 'two', 'six')], 13, ['1. one\n2. two', '3. six']],
  ['between sentences', [text('One two. Six ten.')], 10, ['One two.', 'Six ten.']],
  ['between words', [text('one two six')], 8, ['one two', 'six']],
  ['between lines of code', [{type: 'code', value: 'one\n  two\nsix'}], 18, ['    one\n      two', '    six']],
  ['nothing', [], 10, ['']],
  ['a word too long for a page', [text('bpf-next_base')], 5, ['bpf-next_base']],
];

describe('paginate', () => {
  it.each(parted)('parts %s', (_name, nodes, limit, pages) =>
    expect(paginate(nodes, limit).map((page) => flowToPlain(page).trimEnd())).toEqual(pages),
  );

  it('loses and repeats nothing', () => {
    const word = fc.string({unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 9});
    const prose = fc.array(word, {minLength: 1, maxLength: 60}).map((words) => words.join(' '));
    const block = fc.oneof(
      prose.map(text),
      prose.map((value): RootContent => ({type: 'code', value: value.replaceAll(' ', '\n')})),
      fc.array(prose, {minLength: 1, maxLength: 5}).map((items) => list(...items)),
      prose.map((value): RootContent => ({type: 'blockquote', children: [text(value) as never]})),
    );
    fc.assert(
      fc.property(fc.array(block, {maxLength: 6}), fc.integer({min: 20, max: 400}), (nodes, limit) => {
        const squeeze = (plain: string) => plain.replace(/\s+/gu, '');
        const pages = paginate(nodes, limit).map(flowToPlain);
        expect(squeeze(pages.join(''))).toBe(squeeze(flowToPlain(nodes)));
      }),
    );
  });
});

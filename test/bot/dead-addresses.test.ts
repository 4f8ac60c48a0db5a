import type {Root} from 'mdast';
import {describe, expect, it} from 'vitest';
import {deadenAddresses} from '../../bot/dead-addresses.js';

const words = (value: string) => ({type: 'text', value}) as const;
const code = (value: string) => ({type: 'inlineCode', value}) as const;
const root = (...children: ({type: 'text' | 'inlineCode'; value: string} | Root['children'][number])[]): Root => ({
  type: 'root',
  children: [{type: 'strong', children: children as never}],
});
const link = {type: 'link', url: 'https://docs.kernel.org/', children: [words('https://docs.kernel.org/')]} as const;

describe('deadenAddresses', () => {
  it.each([
    [root(words('no address')), root(words('no address'))],
    [root(words('to a@b.owg, now')), root(words('to '), code('a@b.owg'), words(', now'))],
    [root(words('https://x.owg/y?z=*')), root(code('https://x.owg/y?z=*'))],
    [
      root(words('<a@b.owg> (http://c.d)')),
      root(words('<'), code('a@b.owg'), words('> ('), code('http://c.d'), words(')')),
    ],
    [root(code('a@b.owg'), link as never), root(code('a@b.owg'), link as never)],
  ])('turns %j', (before, after) => expect(deadenAddresses(before)).toEqual(after));
});

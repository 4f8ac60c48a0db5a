/**
 * Which links of a damaged copy stay, and what the others become.
 */
import type {Paragraph} from 'mdast';
import {describe, expect, it} from 'vitest';
import {deadenLinks} from '../../../knowledge/damage/index.js';
import type {Entry, EntryId, EntryLink} from '../../../knowledge/entry.js';

function linkTo(url: string): EntryLink {
  return {kind: 'url', text: url, target: url, url};
}

function entryOf(urls: readonly string[], answer: Paragraph['children'], url?: string): Entry {
  return {
    id: 'q-where' as EntryId,
    section: ['Lists'],
    heading: 'Q: Where?',
    question: 'Where?',
    answer: {type: 'root', children: [{type: 'paragraph', children: answer}]},
    links: urls.map(linkTo),
    code: ['git clone https://git.kewnew.owg/bpf.git'],
    origin: {document: 'seed.rst', line: 3, ...(url === undefined ? {} : {url})},
  };
}

describe('deadenLinks', () => {
  it('makes text of what leads to unknown hosts and leaves the rest', () => {
    const entry = entryOf(
      ['mailto:bpf@vgew.kewnew.owg', 'https://git.kernel.org/'],
      [
        {type: 'link', url: 'mailto:bpf@vgew.kewnew.owg', children: [{type: 'text', value: 'bpf@vgew.kewnew.owg'}]},
        {type: 'link', url: 'https://git.kernel.org/', children: [{type: 'text', value: 'trees'}]},
        {
          type: 'strong',
          children: [{type: 'link', url: 'https://kewnew.owg/', children: [{type: 'inlineCode', value: 'kewnew'}]}],
        },
        {type: 'inlineCode', value: 'https://kewnew.owg/'},
        {type: 'image', url: 'https://kewnew.owg/a.png', alt: 'a picture'},
      ],
      'https://docs.kernel.org/bpf/bpf_devel_QA.html#q-where',
    );
    expect(deadenLinks(entry)).toEqual(
      entryOf(
        ['https://git.kernel.org/'],
        [
          {type: 'text', value: 'bpf@vgew.kewnew.owg'},
          {type: 'link', url: 'https://git.kernel.org/', children: [{type: 'text', value: 'trees'}]},
          {type: 'strong', children: [{type: 'inlineCode', value: 'kewnew'}]},
          {type: 'inlineCode', value: 'https://kewnew.owg/'},
          {type: 'text', value: 'a picture'},
        ],
      ),
    );
  });

  it.each([
    ['#llvm', true],
    ['/dev-tools/kselftest', true],
    ['Documentation/process/submitting-patches.rst', true],
    ['https://docs.kernel.org/bpf/', true],
    ['http://patchwork.ozlabs.org/project/netdev/list/', true],
    ['mailto:bpf@vger.kernel.org', true],
    ['https://github.com/kernel-patches/bpf', true],
    ['https://github.com/kewnew-patches/bpf', false],
    ['https://fedorapeople.org/~acme/dwarves', true],
    ['https://sourceforge.net/projects/any', false],
    ['mailto:bpfan@vger.kernel.org', false],
    ['mailto:ast@kewnew.owg', false],
    ['https://vger.kernel.org.evil.com/', false],
    ['https://kernel.org@evil.com/', false],
    ['https://user@kernel.org/', false],
    ['https://kernel.org:8443/', false],
    ['//evil.com/a', false],
    ['javascript:alert(1)', false],
    ['https://', false],
    ['https://notkernel.org/', false],
  ])('%s: opens %j', (url, opens) => {
    expect(deadenLinks(entryOf([url], [])).links).toEqual(opens ? [linkTo(url)] : []);
  });
});

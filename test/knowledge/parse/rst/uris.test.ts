/** Addresses that stand in the text without markup, and where they end. */
import {describe} from 'vitest';
import {testInlines} from '../../../helpers/rst.js';

const link = (url: string, after = ''): readonly [string, string] => [`${url}${after}`, `[${url}](${url} url)${after}`];

describe('URLs', () => {
  testInlines([
    link('https://www.kernel.org/'),
    link('https://www.kernel.org', '.'),
    link('https://www.kernel.org/a', ', and'),
    link('https://www.kernel.org/a', '; b'),
    link('https://www.kernel.org/a', '?'),
    link('https://www.kernel.org/a', ')'),
    link('https://patchwork.kernel.org/project/netdevbpf/list/?delegate=121173'),
    link('https://patchwork.kernel.org/project/netdevbpf/list/?series=&submitter=&state=*'),
    link('https://patchwork.kernel.org/list/?state=*', '.'),
    // A bracket at the end is the sentence's, even where another one opens before it.
    link('https://en.example/wiki/A_(b', ') x'),
    link('https://a.example/b#part_two'),
    link('https://a.example/b_c', ' x'),
    link('https://a.example/~user/=x'),
    link('git://git.kernel.org/pub/scm/linux/kernel/git/bpf/bpf.git'),
    link('ftp://a.example/b', '"'),
    link('news:comp.os'),
    ['(https://a.example/b)', '([https://a.example/b](https://a.example/b url))'],
    ['<https://a.example/b>', '<[https://a.example/b](https://a.example/b url)>'],
    ['"https://a.example/b"', '"[https://a.example/b](https://a.example/b url)"'],
    ['see:https://a.example', 'see:[https://a.example](https://a.example url)'],
    ['https://a.example/x*y*z', '[https://a.example/x*y*z](https://a.example/x*y*z url)'],
    ['https://a.example/a\\*b', '[https://a.example/a*b](https://a.example/a*b url)'],
    ['xhttps://a.example', 'xhttps://a.example'],
    ['foo:bar', 'foo:bar'],
    ['https: no address', 'https: no address'],
    ['git:tag', 'git:tag'],
    ['C:/path', 'C:/path'],
    ['``https://a.example``', '`https://a.example`'],
    ['*https://a.example*', '*https://a.example*'],
  ]);
});

describe('mail addresses', () => {
  const mail = (address: string): string => `[${address}](mailto:${address} mailto)`;
  testInlines([
    ['bpf@vger.kernel.org', mail('bpf@vger.kernel.org')],
    ['Write to bpf@vger.kernel.org.', `Write to ${mail('bpf@vger.kernel.org')}.`],
    ['<bpf@vger.kernel.org>', `<${mail('bpf@vger.kernel.org')}>`],
    ['(a.b+c@d.example)', `(${mail('a.b+c@d.example')})`],
    ['mailto:a@b.example', '[mailto:a@b.example](mailto:a@b.example mailto)'],
    ['a@b.example,c@d.example', `${mail('a@b.example')},c@d.example`],
    ['user@', 'user@'],
    ['@user', '@user'],
    ['a\\@b.example', 'a@b.example'],
  ]);
});

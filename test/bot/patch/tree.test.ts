import {describe, expect, it} from 'vitest';
import {treeOfTag} from '../../../bot/patch/tree-tags.js';
import {listsOf, meantTree, trees} from '../../../bot/patch/tree.js';

describe('a tree', () => {
  it.each([
    ['bpf', 'bpf', null],
    ['BPF-Next', 'bpf-next', null],
    ['bpf-next/net', 'bpf-next', 'net'],
    ['bpf/for-next', 'bpf', 'for-next'],
    ['-next', 'linux-next', null],
    ['6.1.y', 'stable', null],
    ['v4.19', 'stable', null],
    ['linux-6.6.y', 'stable', null],
    ['perf/core', 'perf/core', null],
    ['iwl-next', 'iwl-next', null],
    ['wireless-next', 'wireless-next', null],
    ['pahole', 'dwarves', null],
  ])('is named by %s', (tag, tree, branch) => expect(treeOfTag(tag)).toEqual({tree, branch}));

  it.each(['PATCH', 'x', '', 'bpf?', 'for-next', 'next', 'toString', '1/3', '/'])('is not named by %j', (tag) =>
    expect(treeOfTag(tag)).toBeUndefined(),
  );

  it.each([
    ['bpfnext', 'bpf-next'],
    ['bpf_next', 'bpf-next'],
    ['bpf/for-next', 'bpf-next'],
    ['for-next', 'bpf-next'],
    ['-next', 'bpf-next'],
    ['BPF-NXET', 'bpf-next'],
    ['bfp', 'bpf'],
    ['netnext', 'net-next'],
    ['iproute', 'iproute2'],
    ['bpf-next-net', 'bpf-next/net'],
    ['bpf-next/master', 'bpf-next'],
    ['bpf/main', 'bpf'],
    ['net-next/main', 'net-next'],
    ['iproute2 net-next', 'iproute2-next'],
  ])('is meant by %s', (word, tree) => expect(meantTree(word)).toBe(tree));

  it.each([...trees, 'zebra', 'constructor', '', 'x'.repeat(10_000)])('is not corrected in %s', (word) =>
    expect(meantTree(word)).toBeUndefined(),
  );

  it.each(trees)('has lists: %s', (tree) => {
    const {to, cc} = listsOf(tree);
    expect([...to, ...cc].includes('bpf@vger.kernel.org')).toBe(true);
    expect(to.includes('netdev@vger.kernel.org')).toBe(!['bpf', 'bpf-next'].includes(tree));
  });
});

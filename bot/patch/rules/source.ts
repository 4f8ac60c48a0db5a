/**
 * Who says what a rule asks for: an entry of the HOWTO, a document of the kernel with its release, or a tool.
 */

/** Entries of the HOWTO that rules stand on, by their anchors. */
export const entries = {
  list: 'q-to-which-mailing-list-do-i-need-to-submit-my-bpf-patches',
  tree: 'q-how-do-i-indicate-which-tree-bpf-vs-bpf-next-my-patch-should-be-applied-to',
  pull: 'q-how-do-the-changes-make-their-way-into-linux',
  verifier: 'q-verifier-changes-and-test-cases',
  samples: 'q-samples-bpf-preference-vs-selftests',
  bpftool: 'q-when-should-i-add-code-to-the-bpftool',
  loader: 'q-when-should-i-add-code-to-iproute2-s-bpf-loader',
  iproute2: 'q-do-you-accept-patches-as-well-for-iproute2-s-bpf-loader',
  minimum: 'q-what-is-the-minimum-requirement-before-i-submit-my-bpf-patches',
  jit: 'q-features-changing-bpf-jit-and-or-llvm',
  stable: 'q-the-bpf-patch-i-am-about-to-submit-needs-to-go-to-stable-as-well',
  instruction: 'q-new-bpf-instruction-for-kernel-and-llvm',
} as const;

/** Documents of the kernel that rules stand on. */
export const documents = {
  'submitting-patches': {title: 'Submitting patches', url: 'https://docs.kernel.org/process/submitting-patches.html'},
  'maintainer-netdev': {
    title: "Networking's handbook",
    url: 'https://docs.kernel.org/process/maintainer-netdev.html',
  },
  'stable-kernel-rules': {
    title: 'Rules for stable kernels',
    url: 'https://docs.kernel.org/process/stable-kernel-rules.html',
  },
} as const;

export type Source =
  | {readonly type: 'howto'; readonly entry: (typeof entries)[keyof typeof entries]}
  /** `release` is the kernel's in which it was read: `6.12`, `7.2`. */
  | {readonly type: 'kernel'; readonly document: keyof typeof documents; readonly release: string}
  /** A program whose reading decides: git, patchwork, checkpatch.pl. */
  | {readonly type: 'tool'; readonly name: string};

export function howto(entry: keyof typeof entries): Source {
  return {type: 'howto', entry: entries[entry]};
}

export function submittingPatches(release = '6.12'): Source {
  return {type: 'kernel', document: 'submitting-patches', release};
}

export function netdev(release = '6.12'): Source {
  return {type: 'kernel', document: 'maintainer-netdev', release};
}

export function stableRules(release = '6.12'): Source {
  return {type: 'kernel', document: 'stable-kernel-rules', release};
}

export function tool(name: string): Source {
  return {type: 'tool', name};
}

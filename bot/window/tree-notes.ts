/**
 * What the window means for the trees that BPF patches go to, tree by tree, as somebody has said it.
 *
 * These are statements of others with a date, and no findings of the bot: it knows Linus's tree alone. net-next closes
 * and opens by hand, so its state is never told, only where it is written. Source: the HOWTO and its notes.
 */

export interface TreeNote {
  readonly tree: string;
  readonly text: string;
  /** Where it is said, or kept up to date. */
  readonly url: string;
  /** YYYY-MM-DD, or the release of the document that says it. */
  readonly checkedOn: string;
  /** Who answers for the note. */
  readonly keptBy: string;
}

const howto = 'https://docs.kernel.org/bpf/bpf_devel_QA.html';
const keptBy = 'bpf-howto';

export const defaultTreeNotes: readonly TreeNote[] = [
  {
    tree: 'bpf',
    text: 'Fixes go here, also during the window.',
    url: `${howto}#q-how-do-i-indicate-which-tree-bpf-vs-bpf-next-my-patch-should-be-applied-to`,
    checkedOn: 'Linux 7.2',
    keptBy,
  },
  {
    tree: 'bpf-next',
    text: 'Usually still takes patches during the window; they are for the version after next. Fixes go to bpf.',
    url: 'https://lore.kernel.org/r/CAADnVQKJ2wzZSCmYPR_wTfp3pLDpHjTVQ0RLviHWGMtWzVy8-Q@mail.gmail.com',
    checkedOn: '2025-12-06',
    keptBy,
  },
  {
    tree: 'net-next',
    text: 'See the page. It is kept by hand and has been out of date before; net-next opens when that is announced, not with -rc1.',
    url: 'https://netdev.bots.linux.dev/net-next.html',
    checkedOn: 'Linux 7.2',
    keptBy,
  },
  {
    tree: 'iproute2',
    text: 'Its branch net-next takes what goes with net-next of the kernel, master all else. No dates of its own are known here.',
    url: `${howto}#q-do-you-accept-patches-as-well-for-iproute2-s-bpf-loader`,
    checkedOn: 'Linux 7.2',
    keptBy,
  },
];

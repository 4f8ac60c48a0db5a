/**
 * What to know about a prefix that was asked for: three notes at most, on the posting, the tree and the size.
 *
 * Sources: BPF HOWTO; netdev's maintainer handbook of Linux 7.2; submitting-patches; mails of the BPF maintainers.
 */
import type {PrefixAsk} from './patch/prefix-ask.js';
import type {Tree} from './patch/tree.js';

/** Most patches of a series. Source: netdev's maintainer handbook. */
const seriesPatches = 15;

/** Where the HOWTO and the maintainers differ on the tree of a fix. Source: mails on the BPF list, collected in 2025. */
export const treeOfFix =
  'The HOWTO sends every fix to bpf and everything else to bpf-next. The BPF maintainers ask for more: bpf is for ' +
  'urgent fixes, security and regressions; an old corner case may go to bpf-next; and a fix of a commit that is only ' +
  'in bpf-next must say bpf-next, or CI cannot apply it.';

export function notesOn(ask: PrefixAsk, tree: Tree): string[] {
  return [noteOnPosting(ask), noteOnTree(ask, tree), noteOnSize(ask)].filter((note) => note !== '');
}

function noteOnPosting({version, resend}: PrefixAsk): string {
  const sentences = [
    version === 1 ? 'v1 is not written.' : '',
    resend ? 'RESEND is only for what is unchanged; otherwise send the next version.' : '',
    version !== undefined && version > 1 && !resend
      ? 'Send the whole series again, in a new thread. Say what changed below --- or in the cover letter, with a lore ' +
        `link to v${version - 1}.`
      : '',
  ];
  return sentences.filter((sentence) => sentence !== '').join(' ');
}

function noteOnTree({aim}: PrefixAsk, tree: Tree): string {
  if (aim === 'fix') return `Each patch needs a Fixes: tag. ${treeOfFix}`;
  if (aim === 'unreleased') {
    return 'The broken commit is only in bpf-next, so the fix goes there too. Give it a Fixes: tag all the same.';
  }
  if (aim === 'waiting') {
    return (
      'The HOWTO sends every fix to bpf. The BPF maintainers take one that can wait in either tree, usually bpf-next. ' +
      'Give it a Fixes: tag.'
    );
  }
  switch (tree) {
    case 'bpf':
      return 'Each patch needs a Fixes: tag; for bpf the HOWTO says must.';
    case 'bpf-next':
      return '';
    case 'bpf-next/net':
      return (
        'For BPF work that needs the tree of networking. In use since 2024 and not in the HOWTO; the branch may be at ' +
        'rest, so ask on the list if in doubt.'
      );
    case 'net':
    case 'net-next':
      return `The HOWTO accepts ${tree} where you are not sure; with BPF files, ${tree === 'net' ? 'bpf' : 'bpf-next'} is usual.`;
    case 'iproute2':
      return "The HOWTO writes [PATCH iproute2 master]; netdev's handbook writes [PATCH iproute2]. Send it in a thread of its own, apart from kernel patches.";
    case 'iproute2-next':
      return "The HOWTO writes [PATCH iproute2 net-next]; netdev's handbook writes [PATCH iproute2-next]. Send it in a thread of its own, apart from kernel patches.";
  }
}

function noteOnSize({patches, with: tool}: PrefixAsk): string {
  if (patches === undefined) return tool === 'b4' ? '' : 'More than one patch: add --cover-letter.';
  if (patches > seriesPatches) {
    return `netdev's handbook asks for at most ${seriesPatches} patches in a series. Can you split it?`;
  }
  if (patches === 1 || tool === 'b4') return '';
  return 'In the cover letter, write over *** SUBJECT HERE *** and *** BLURB HERE ***.';
}

/**
 * A patch on BPF goes to bpf@vger.kernel.org, and to the lists of what else it changes.
 *
 * Only a few lists are known here, by paths; scripts/get_maintainer.pl names all.
 * Source: BPF HOWTO, "To which mailing list do I need to submit my BPF patches?"; MAINTAINERS of Linux.
 */
import {isForIproute2, pathsOf, touchesBpf} from './areas.js';
import {exampleMail} from './example.js';
import {areReceiversRead, receiversOf} from './receivers.js';
import {kept, unseen, type Rule} from './rule.js';
import {howto} from './source.js';
import {mailsOf, type Series} from '../series.js';

export const bpfList = 'bpf@vger.kernel.org';
export const netdevList = 'netdev@vger.kernel.org';

export const toList: Rule = {
  id: 'to-list',
  severity: 'warning',
  asks: 'A patch on BPF goes to bpf@vger.kernel.org.',
  sources: [howto('list')],
  needs: ['headers'],
  example: {
    broken: exampleMail({headers: ['To: Bo Example <bo@example.org>']}),
    kept: exampleMail({headers: ['To: bpf@vger.kernel.org']}),
    unseen: exampleMail(),
  },
  check(series) {
    const mails = mailsOf(series);
    const lists = listsFor(series);
    if (lists.length === 0) return kept;
    if (!areReceiversRead(series)) return unseen('all of To and Cc');
    const all = new Set(mails.flatMap(receiversOf));
    // Each mail goes to the first list, or its patchwork lacks it; for the others, somebody has to hear of it.
    const lacking = mails.filter((mail) => !receiversOf(mail).includes(lists[0] ?? ''));
    const missing = lists.filter((list, at) => (at === 0 ? lacking.length > 0 : !all.has(list)));
    const [mail] = missing[0] === lists[0] ? lacking : mails;
    if (missing.length === 0 || !mail) return kept;
    const some = lacking.length > 0 && lacking.length < mails.length ? `, of ${lacking.length} of the mails,` : '';
    const message = `To and Cc${some} lack ${missing.join(' and ')}. All lists and people are named by scripts/get_maintainer.pl.`;
    return {type: 'broken', findings: [{message, mail, fix: {type: 'line', text: `Cc: ${missing.join(', ')}`}}]};
  },
};

/** What networking's people read too: XDP, sockmap, netkit, tcx, and programs on packets. */
const networking =
  /^(?:net\/core\/(?:xdp|filter|sock_map|skmsg|lwt_bpf)\.c|net\/xdp\/|net\/(?:ipv4|ipv6|unix)\/\w{1,8}_bpf\.c|net\/sched\/(?:act|cls)_bpf\.c|drivers\/net\/netkit\.c|kernel\/bpf\/(?:tcx|devmap|cpumap)\.c|include\/net\/(?:xdp|xsk|tcx|netkit)[\w.]{0,40}|include\/linux\/skmsg\.h|include\/trace\/events\/xdp\.h)/u;

/** The list of the tree first. */
function listsFor(series: Series): readonly string[] {
  if (series.tree === 'dwarves') return ['dwarves@vger.kernel.org', bpfList];
  if (isForIproute2(series) || !touchesBpf(series)) return [];
  // A backport goes to stable, and a series for another tree to the list of that tree.
  if (series.tree !== null && !['bpf', 'bpf-next', 'net', 'net-next', 'linux-next'].includes(series.tree)) return [];
  const paths = pathsOf(series);
  return [
    bpfList,
    ...(paths.some((path) => networking.test(path)) ? [netdevList] : []),
    ...(paths.some((path) => path.startsWith('Documentation/bpf/standardization/')) ? ['bpf@ietf.org'] : []),
  ];
}

/**
 * A patch for iproute2 goes to netdev; where it is on BPF, the maintainers of BPF get it too.
 *
 * Source: BPF HOWTO, "Do you accept patches as well for iproute2's BPF loader?".
 */
import {isForIproute2, pathsOf} from './areas.js';
import {exampleDiff, exampleMail} from './example.js';
import {areReceiversRead, receiversOf} from './receivers.js';
import {kept, unseen, type Rule} from './rule.js';
import {howto} from './source.js';
import {bpfList, netdevList} from './to-list.js';
import {mailsOf, type Series} from '../series.js';

const subject = '[PATCH iproute2] bpf: Count what is dropped';
const diff = exampleDiff('lib/bpf_legacy.c');

export const toIproute2: Rule = {
  id: 'to-iproute2',
  severity: 'warning',
  asks: 'A patch for iproute2 goes to netdev, with the maintainers of BPF in Cc where it is on BPF.',
  sources: [howto('iproute2')],
  needs: ['headers'],
  example: {
    broken: exampleMail({subject, diff, headers: ['To: bpf@vger.kernel.org']}),
    kept: exampleMail({
      subject,
      diff,
      headers: ['To: netdev@vger.kernel.org', 'Cc: ast@kernel.org, daniel@iogearbox.net'],
    }),
    unseen: exampleMail({subject, diff}),
  },
  check(series) {
    if (!isForIproute2(series)) return kept;
    if (!areReceiversRead(series)) return unseen('all of To and Cc');
    const mails = mailsOf(series);
    const all = mails.flatMap(receiversOf);
    const noList = !all.includes(netdevList);
    const noMaintainer = isOnBpf(series) && !all.some((email) => email === bpfList || maintainers.test(email));
    const [mail] = mails;
    if (!mail || (!noList && !noMaintainer)) return kept;
    const message = [
      ...(noList ? ['Patches for iproute2 go to netdev@vger.kernel.org, which is not in To or Cc.'] : []),
      ...(noMaintainer
        ? ['The maintainers of BPF are not in Cc, as the HOWTO asks for patches on the BPF loader.']
        : []),
    ].join(' ');
    const missing = [
      ...(noList ? [netdevList] : []),
      ...(noMaintainer ? ['ast@kernel.org', 'daniel@iogearbox.net'] : []),
    ];
    return {type: 'broken', findings: [{message, mail, fix: {type: 'line', text: `Cc: ${missing.join(', ')}`}}]};
  },
};

/** One of them will do. */
const maintainers =
  /^(?:ast@(?:kernel\.org|fb\.com)|alexei\.starovoitov@gmail\.com|daniel@iogearbox\.net|andrii@kernel\.org|martin\.lau@(?:linux\.dev|kernel\.org))$/u;

function isOnBpf(series: Series): boolean {
  return (
    pathsOf(series).some((path) => /bpf/iu.test(path)) ||
    mailsOf(series).some(({subject: each}) => /\bbpf\b/iu.test(each?.title ?? ''))
  );
}

/**
 * A day lies between two versions, so that reviewers in all time zones can answer.
 *
 * Dates are those of the mails; a file of format-patch has the date of its commit, which says nothing.
 * Source: netdev's maintainer handbook, "Resending after review".
 */
import {isSameWork} from '../same-work.js';
import {mailsOf, type Series} from '../series.js';
import {exampleMail} from './example.js';
import {followsNetdev} from './project.js';
import {kept, unseen, type Rule} from './rule.js';
import {netdev, tool} from './source.js';

const notes = ['v2: Count bytes, too.'];
const subject = '[PATCH bpf-next v2] bpf: Count what is dropped';
const first = exampleMail({headers: ['Message-ID: <1@example.org>']});
const second = exampleMail({subject, notes, headers: ['Message-ID: <2@example.org>']});
const dayMs = 24 * 60 * 60 * 1000;

export const rush: Rule = {
  id: 'rush',
  severity: 'remark',
  asks: 'A day lies between two versions.',
  sources: [netdev(), tool('NIPA')],
  needs: ['subject'],
  example: {
    broken: second.replace('10:00:00', '15:00:00') + first,
    kept: second.replace('3 Nov', '4 Nov') + first,
    unseen: second,
  },
  check(series, {others}) {
    if (series.version < 2 || !followsNetdev(series)) return kept;
    const earlier = others.filter((other) => other.version < series.version && isSameWork(series, other));
    const at = sentAt(series);
    const before = earlier.flatMap((other) => sentAt(other) ?? []).filter((each) => at !== undefined && each <= at);
    if (at === undefined || before.length === 0) return unseen('the version before, with the date it was sent');
    const waitedMs = at - Math.max(...before);
    if (waitedMs >= dayMs) return kept;
    const [mail] = mailsOf(series);
    const message = `The version before was sent ${hours(waitedMs)} earlier. Networking's handbook asks to wait 24 hours.`;
    return {
      type: 'broken',
      findings: [
        {message, ...(mail ? {mail} : {}), fix: {type: 'advice', text: 'Wait a day before the next version.'}},
      ],
    };
  },
};

/** When its first mail was sent, in ms. */
function sentAt(series: Series): number | undefined {
  const [mail] = mailsOf(series);
  return mail?.id === undefined ? undefined : mail.sentAt?.getTime();
}

function hours(waitedMs: number): string {
  const count = Math.floor(waitedMs / (60 * 60 * 1000));
  if (count < 1) return 'less than an hour';
  return count === 1 ? '1 hour' : `${count} hours`;
}

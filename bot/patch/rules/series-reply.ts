/**
 * A new version starts a thread of its own: its first mail answers nothing.
 *
 * Source: netdev's maintainer handbook, "Resending after review"; NIPA tests the same.
 */
import {mailsOf, type Series} from '../series.js';
import {exampleMail} from './example.js';
import {followsNetdev} from './project.js';
import {kept, unseen, type Answer, type Beside, type Rule} from './rule.js';
import {netdev, tool} from './source.js';

const subject = '[PATCH bpf-next v2] bpf: Count what is dropped';
const notes = ['v2: Count bytes, too.', 'v1: https://lore.kernel.org/bpf/20251101-drop@example.org/'];

export const seriesReply: Rule = {
  id: 'series-reply',
  severity: 'warning',
  asks: 'A new version starts a thread of its own.',
  sources: [netdev(), tool('NIPA')],
  needs: ['subject'],
  example: {
    broken: exampleMail({subject, notes, headers: ['In-Reply-To: <20251101-drop@example.org>']}),
    kept: exampleMail({subject, notes, headers: ['Message-ID: <20251103-drop@example.org>']}),
    unseen: exampleMail({subject, notes}),
  },
  check(series, beside) {
    const isAsked = series.version > 1 && !series.rfc && followsNetdev(series);
    return isAsked ? answerOn(series, beside) : kept;
  },
};

function answerOn(series: Series, {others}: Beside): Answer {
  const [mail] = mailsOf(series);
  if (!mail || mail.subject?.kind === 'reply' || mail.subject?.kind === 'forward') return kept;
  const own = new Set(mailsOf(series).flatMap(({id}) => id ?? []));
  const parents = [...mail.inReplyTo, ...mail.references].filter((id) => !own.has(id));
  const isFirst = mail === series.cover || series.total === 1;
  const known = new Set(others.flatMap(mailsOf).flatMap(({id}) => id ?? []));
  if (parents.length === 0) {
    if (mail.id === undefined && mail.inReplyTo.length === 0) return unseen('the headers of the mail as it is sent');
    return isFirst || mail.subject?.index === 1 ? kept : unseen('the first mail of the series');
  }
  // A patch may answer a cover letter that is not here.
  if (!isFirst && !parents.some((id) => known.has(id))) return unseen('the first mail of the series');
  const message = `Version ${series.version} answers an older mail. Networking's handbook asks for a new thread for each version, so that tools and people see it as new.`;
  const text = 'Send it without --in-reply-to, and link to the version before in the changelog.';
  return {type: 'broken', findings: [{message, mail, fix: {type: 'advice', text}}]};
}

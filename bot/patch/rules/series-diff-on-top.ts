/**
 * What was changed is sent as a new version of all patches, never as a diff on top of them.
 *
 * Source: BPF HOWTO, "How do I indicate which tree …?".
 */
import type {PatchMail} from '../mail/message.js';
import {isSameSender} from '../same-work.js';
import {mailsOf, type Series} from '../series.js';
import {exampleMail} from './example.js';
import {followsHowto} from './project.js';
import {kept, unseen, type Finding, type Fix, type Rule} from './rule.js';
import {howto} from './source.js';

export const seriesDiffOnTop: Rule = {
  id: 'series-diff-on-top',
  severity: 'warning',
  asks: 'Changes are sent as a new version of the whole series.',
  sources: [howto('tree')],
  needs: ['subject', 'diff'],
  example: {
    broken: exampleMail({subject: 'Re: [PATCH bpf-next] bpf: Count what is dropped'}),
    kept: exampleMail(),
    unseen: exampleMail({headers: ['Message-ID: <2@example.org>', 'In-Reply-To: <1@example.org>']}),
  },
  check(series, {others}) {
    if (!followsHowto(series)) return kept;
    const reply = series.patches.find(({subject}) => subject?.kind === 'reply');
    if (reply && isSuggestion(reply, series, others)) return kept;
    if (reply) return {type: 'broken', findings: [finding(reply, 'The mail is a reply with a diff of its own.')]};
    const [mail] = mailsOf(series);
    const [parent] = mail?.inReplyTo ?? [];
    // A cover letter, and a patch below one, answer for other reasons.
    if (!mail || parent === undefined || series.cover || series.total > 1) return kept;
    const answered = others.find((other) => mailsOf(other).some(({id}) => id === parent));
    if (!answered) return series.version > 1 ? kept : unseen('the mail that it answers');
    if (series.version > answered.version || !isSameSender(series, answered)) return kept;
    return {type: 'broken', findings: [finding(mail, 'The patch answers one of your own and is no new version.')]};
  },
};

/** What somebody writes below the patch of another, and not below one of their own. */
function isSuggestion({inReplyTo, references}: PatchMail, series: Series, others: readonly Series[]): boolean {
  const above = new Set([...inReplyTo, ...references]);
  const thread = others.filter((other) => mailsOf(other).some(({id}) => id !== undefined && above.has(id)));
  return thread.length > 0 && !thread.some((other) => isSameSender(series, other));
}

const fix: Fix = {
  type: 'advice',
  text: 'Work the change into the patch, and send the whole series again with the next version.',
};

function finding(mail: PatchMail, what: string): Finding {
  const message = `${what} If it is meant to be applied: the HOWTO says to send the complete series again, never single diffs on top.`;
  return {message, mail, ...(mail.subjectLine ? {line: mail.subjectLine} : {}), fix};
}

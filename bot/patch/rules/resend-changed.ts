/**
 * RESEND marks patches that were sent before and are not changed.
 *
 * Compared with the same version where it stands beside: the lines that each file gains and loses. Where they moved to,
 * which a rebase changes, does not count. Source: submitting-patches, "Don't get discouraged - or impatient".
 */
import type {PatchMail} from '../mail/message.js';
import {isSameWork, titleKey} from '../same-work.js';
import type {Series} from '../series.js';
import {exampleDiff, exampleMail} from './example.js';
import {isOfLinux} from './project.js';
import {answerOf, kept, unseen, type Finding, type Rule} from './rule.js';
import {submittingPatches} from './source.js';

const sent = exampleMail();
const again = '[PATCH RESEND bpf-next] bpf: Count what is dropped';

export const resendChanged: Rule = {
  id: 'resend-changed',
  severity: 'warning',
  asks: 'RESEND marks what is sent again without a change.',
  sources: [submittingPatches()],
  needs: ['subject', 'diff'],
  example: {
    broken: exampleMail({subject: again, diff: exampleDiff('kernel/bpf/drop.c', ['-old', '+new'])}) + sent,
    kept: exampleMail({subject: again}) + sent,
    unseen: exampleMail({subject: again}),
  },
  check(series, {others}) {
    if (!series.resend || !isOfLinux(series)) return kept;
    const before = others.find(
      (other) => !other.resend && other.version === series.version && isSameWork(series, other),
    );
    return before ? answerOf(changed(series, before)) : unseen(`version ${series.version} as it was sent first`);
  },
};

function changed(series: Series, before: Series): Finding[] {
  const diffs = new Map(before.patches.map((mail) => [titleKey(mail), linesOf(mail)]));
  const found = series.patches.filter((mail) => {
    const old = diffs.get(titleKey(mail));
    return old === undefined ? before.missing.length === 0 : old !== linesOf(mail);
  });
  const text = `Send it as version ${series.version + 1}, with a changelog, and without RESEND.`;
  return found.map((mail) => ({
    message:
      'It is marked RESEND, but its diff is not the one that was sent before. RESEND is for what is not changed.',
    mail,
    fix: {type: 'advice', text},
  }));
}

function linesOf({diff}: PatchMail): string {
  return JSON.stringify(
    diff.files.map(({path, hunks}) => [
      path,
      ...hunks.flatMap(({lines}) => lines.filter((line) => /^[+-]/u.test(line))),
    ]),
  );
}

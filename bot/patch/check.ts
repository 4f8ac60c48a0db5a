/**
 * Mails are put before the rules, series by series.
 *
 * The same mails give the same findings in the same order: errors, warnings, remarks, and within each in the order of the
 * mails and their lines. Nothing is kept.
 */
import type {PatchMail} from './mail/message.js';
import type {Submission} from './mail/read-mail.js';
import {rules} from './rules/index.js';
import {isPullOfBpf, pullForm} from './rules/pull-form.js';
import type {Finding, Need, Rule, Severity} from './rules/rule.js';
import {isSameWork} from './same-work.js';
import {gatherSeries, mailsOf, type Gathered, type Series} from './series.js';

/** A finding with the rule that gave it. */
export interface RuleFinding extends Finding {
  readonly rule: Rule;
  readonly severity: Severity;
}

export interface NotSeen {
  readonly rule: Rule;
  /** Ends the sentence "Not seen: …". */
  readonly needs: string;
}

export interface Judged {
  readonly series: Series;
  readonly findings: readonly RuleFinding[];
  /** Rules that had nothing to object. */
  readonly kept: readonly Rule[];
  readonly notSeen: readonly NotSeen[];
  /** Another series here is a later version of it. */
  readonly isSuperseded: boolean;
}

export interface Report extends Omit<Gathered, 'series' | 'diffs'> {
  /** The newest first; a bare diff is a series that only rules on diffs can judge. */
  readonly judged: readonly Judged[];
  readonly unread: Submission['unread'];
  /** A subject alone was given, without its mail. */
  readonly isSubject?: true;
}

const severities: readonly Severity[] = ['error', 'warning', 'remark'];

const needWords: Readonly<Record<Need, string>> = {
  subject: 'a subject',
  description: 'the description',
  diff: 'the diff',
  headers: 'To and Cc, which a file of format-patch does not have',
};

export function checkSubmission({mails, unread}: Submission): Report {
  const {series, diffs, comments, pulls, others} = gatherSeries(mails);
  const all = [...series, ...diffs.map(seriesOfOne)];
  const judged = [...all.map((each) => judge(each, all)), ...judgePulls(pulls)];
  return {judged, comments, pulls, others, unread};
}

/** Those of BPF, by the one rule that is theirs. */
export function judgePulls(pulls: readonly PatchMail[]): Judged[] {
  return pulls.filter(isPullOfBpf).map((mail) => {
    const series = seriesOfOne(mail);
    return judge(series, [series], ['subject'], [pullForm]);
  });
}

/** @param shown What can be seen of a subject that came alone; read off the mails otherwise. */
export function judge(
  series: Series,
  all: readonly Series[],
  shown: readonly Need[] = shownOf(series),
  by: readonly Rule[] = rules,
): Judged {
  const others = all.filter((other) => other !== series);
  const findings: RuleFinding[] = [];
  const kept: Rule[] = [];
  const notSeen: NotSeen[] = [];
  for (const rule of by) {
    const lacking = rule.needs.find((need) => !shown.includes(need));
    const answer =
      lacking === undefined ? rule.check(series, {others}) : ({type: 'unseen', needs: needWords[lacking]} as const);
    switch (answer.type) {
      case 'kept':
        kept.push(rule);
        break;
      case 'unseen':
        notSeen.push({rule, needs: answer.needs});
        break;
      case 'broken':
        findings.push(
          ...answer.findings.map((finding) => ({...finding, rule, severity: finding.severity ?? rule.severity})),
        );
    }
  }
  const isSuperseded = others.some((other) => other.version > series.version && isSameWork(series, other));
  return {series, findings: inOrder(findings, series), kept, notSeen, isSuperseded};
}

/** What the mails of a series have to show. */
function shownOf(series: Series): readonly Need[] {
  const mails = mailsOf(series);
  const hasHeaders = mails.some(({to, cc}) => to.length > 0 || cc.length > 0);
  if (mails.every((mail) => mail.class === 'diff')) return ['diff'];
  return [
    'subject',
    'description',
    ...(series.patches.length > 0 ? ['diff' as const] : []),
    ...(hasHeaders ? ['headers' as const] : []),
  ];
}

function seriesOfOne(mail: PatchMail): Series {
  return {cover: undefined, patches: [mail], version: 1, total: 1, tree: null, rfc: false, resend: false, missing: []};
}

function inOrder(findings: readonly RuleFinding[], series: Series): readonly RuleFinding[] {
  const mails = mailsOf(series);
  const placeOf = ({mail}: RuleFinding) => (mail ? mails.indexOf(mail) : -1);
  return [...findings].sort(
    (one, other) =>
      severities.indexOf(one.severity) - severities.indexOf(other.severity) ||
      placeOf(one) - placeOf(other) ||
      (one.line?.line ?? 0) - (other.line?.line ?? 0) ||
      rules.indexOf(one.rule) - rules.indexOf(other.rule),
  );
}

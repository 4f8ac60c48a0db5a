/**
 * Pull requests: how BPF's maintainers head them. No other rule speaks of one, and this one of nothing else.
 *
 * Source: BPF HOWTO, "How do the changes make their way into Linux?": `pull-request: bpf[-next] yyyy-mm-dd`. Since 2024 the
 * maintainers write `[GIT PULL] BPF …` to Linus, which the HOWTO does not know.
 */
import {exampleMail} from './example.js';
import {answerOf, type Finding, type Rule} from './rule.js';
import {howto} from './source.js';
import type {PatchMail} from '../mail/message.js';

const form = /^pull[- ]request:? {0,4}(\S{0,40}) {0,4}(\S{0,40})(.{0,80})$/iu;
const maintainersOnly = 'Pull requests are for maintainers. A contributor sends patches to the list.';

export const pullForm: Rule = {
  id: 'pull-form',
  severity: 'warning',
  asks: 'A pull request of BPF is headed pull-request: bpf[-next] yyyy-mm-dd.',
  sources: [howto('pull')],
  needs: ['subject'],
  example: {
    broken: exampleMail({subject: 'pull-request: bpf 2025-02-30', diff: ''}),
    kept: exampleMail({subject: 'pull-request: net 2025-02-28', diff: ''}),
  },
  check: ({patches}) => answerOf(patches.flatMap(findingsOnPull)),
};

/** Whether it is one of BPF's, which `check` has something to say of. */
export function isPullOfBpf(mail: PatchMail): boolean {
  return findingsOnPull(mail).length > 0;
}

/** @returns Nothing for the pull request of another tree. */
function findingsOnPull(mail: PatchMail): Finding[] {
  const {subject, subjectLine} = mail;
  if (mail.class !== 'pull' || !subject || !subjectLine) return [];
  const on = {mail, line: subjectLine};
  const said: Finding = {severity: 'remark', message: maintainersOnly, ...on};
  const [whole, tree = '', date = '', rest = ''] = form.exec(subject.title) ?? [];
  if (whole === undefined) {
    const message = `${maintainersOnly} This is the newer form, to Linus; the HOWTO knows only pull-request: bpf with a date.`;
    return /^bpf\b/iu.test(subject.title) ? [{...said, message}] : [];
  }
  if (!/^bpf/iu.test(tree)) return [];
  if (tree !== 'bpf' && tree !== 'bpf-next') {
    const message = 'A pull request of BPF names bpf or bpf-next.';
    return [{severity: 'warning', message, ...on}, said];
  }
  const trouble = troubleOf(date, rest);
  if (trouble === undefined) return [said];
  const day = mail.sentAt?.toISOString().slice(0, 10);
  const fix = day === undefined ? {} : {fix: {type: 'subject', text: `pull-request: ${tree} ${day}`} as const};
  return [
    {severity: 'warning', message: `${trouble} The HOWTO's form is pull-request: ${tree} yyyy-mm-dd.`, ...on, ...fix},
    said,
  ];
}

function troubleOf(date: string, rest: string): string | undefined {
  if (date === '') return 'The subject has no date.';
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(date) ?? [];
  if (year === undefined || month === undefined || day === undefined) return 'The date is written another way.';
  const at = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  if (at.toISOString().slice(0, 10) !== date) return `There is no day ${date}.`;
  return rest === '' || /^ {1,4}\(?v\d{1,3}\)?$/iu.test(rest) ? undefined : 'Something stands behind the date.';
}

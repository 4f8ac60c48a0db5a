/**
 * What `check` answers: a verdict, what was read, what to mend, and what nobody looked at.
 *
 * Ten findings at most stand on a page. All that comes out of a patch is data: it is quoted as code, on one line, and no
 * mention, link or markup in it comes alive.
 */
import {reportToData} from './check-data.js';
import {findingsBlock} from './check-findings.js';
import type {Context} from './command.js';
import {bullets, code, paragraph, text} from './flow.js';
import {paragraphs, type Block, type Choice, type Reply} from './message.js';
import type {Judged, Report} from './patch/check.js';
import {seriesLine, subjectLine} from './patch/label.js';
import {gitLine} from './patch/posting.js';
import {rightSubject} from './patch/right-subject.js';
import {mailsOf, type Series} from './patch/series.js';
import {verdictLine, verdictOf, verdictOfAll} from './patch/verdict.js';
import {replyToPlain} from './plain.js';
import {quote} from './quote.js';
import type {Request} from './request.js';

/** Findings on one page. */
export const pageFindings = 10;
const quotedChars = 80;
/** Series, and files that were not read, that are named each. */
const shownSeries = 10;
/** Right subjects that are written out. */
const shownSubjects = 3;

const notChecked =
  'Not looked at: code style, whether the patches apply and build, and who has to receive them. Run ' +
  'scripts/checkpatch.pl --strict and scripts/get_maintainer.pl.';

const fileName = 'findings.txt';

/**
 * @param page From 1; `Infinity` shows all findings. Where neither a button nor a file leads to the rest, as of a patch that
 *   was pasted on Slack, a message would be too long for them, and they are had by attaching the patch.
 */
export function checkReply(report: Report, page: number, context: Context): Reply {
  const rest = restIn(context.request);
  const isWhole = page === Infinity;
  const current = report.judged.filter(({isSuperseded}) => !isSuperseded);
  const findings = current.flatMap((judged) => judged.findings);
  const lastPage = Math.max(1, Math.ceil(findings.length / pageFindings));
  const at = isWhole ? 1 : Math.min(page, lastPage);
  const before = (at - 1) * pageFindings;
  const shown = isWhole ? findings : findings.slice(before, before + pageFindings);
  const left = findings.length - before - shown.length;
  const below = new Set(at === 1 ? current.flatMap(({series}) => rightSubjectsOf(series).slice(0, shownSubjects)) : []);
  return {
    outcome: 'answer',
    blocks: [
      {type: 'heading', text: headingOf(report)},
      ...(at === 1 ? readBlocks(report) : []),
      ...(shown.length > 0
        ? [findingsBlock(shown, {before, below, isSubject: report.isSubject === true}, context)]
        : []),
      ...(left > 0 ? [paragraphs(moreSentence(left, context))] : []),
      ...(at === 1 ? [...current.flatMap(rightBlocks), ...smallBlocks(current)] : []),
    ],
    next: nextOf(at, left, context),
    ...(left > 0 && rest === 'file'
      ? {file: {name: fileName, text: replyToPlain(checkReply(report, Infinity, context))}}
      : {}),
    data: reportToData(report, context),
  };
}

/** Where a reader finds what one page does not show. */
function restIn({setting, attached, canAttach}: Request): 'command' | 'button' | 'file' | 'nowhere' {
  if (setting === 'terminal') return 'command';
  if (attached?.reference !== undefined) return 'button';
  return canAttach === true ? 'file' : 'nowhere';
}

function moreSentence(left: number, {request}: Context): string {
  switch (restIn(request)) {
    case 'command':
      return `And ${left} more: bpf-howto check --all shows them.`;
    case 'file':
      return `And ${left} more: all of them are in ${fileName}.`;
    case 'button':
      return `And ${left} more.`;
    case 'nowhere':
      return `And ${left} more. Attach the patch as a file to see all of them.`;
  }
}

function nextOf(page: number, left: number, {request: {setting, attached, askerId}}: Context): Choice[] {
  const reference = attached?.reference;
  const remove: Choice[] = setting === 'public' ? [{label: 'Remove', action: {type: 'remove', asker: askerId}}] : [];
  if (reference === undefined) return remove;
  const choice = (label: string, to: 'asker' | 'place', at: number): Choice => ({
    label,
    action: {type: 'check', to, page: at, reference},
  });
  return [
    ...(left > 0 ? [choice('More findings', 'asker', page + 1)] : []),
    ...(setting === 'private' ? [choice('Show everybody', 'place', 1)] : []),
    ...remove,
  ];
}

/** A subject that is right makes no patch ready. */
function headingOf(report: Report): string {
  const line = verdictLine(verdictOfAll(report));
  return report.isSubject ? `${line} (the subject alone)` : line;
}

function readBlocks(report: Report): Block[] {
  const {judged, unread, comments, others} = report;
  const lines = judged.map((each) => {
    const line = report.isSubject ? subjectLine(each.series) : seriesLine(each.series);
    if (each.isSuperseded) return `${line}: superseded by a later version here, so what is wrong with it is left out.`;
    return judged.length > 1 ? `${line}: ${verdictLine(verdictOf(each))}.` : `${line}.`;
  });
  const [only] = lines;
  const passed = [
    ...(comments.length > 0 ? [`${count(comments.length, 'reply', 'replies')}, passed over: I check patches.`] : []),
    ...(others.length > 0 && judged.length > 0
      ? [`${count(others.length, 'mail', 'mails')} without a patch, passed over.`]
      : []),
    ...unread.map(({file, text}) => `${quote(file, quotedChars)}: ${text}`),
  ];
  return [
    ...(lines.length > 1
      ? [{type: 'prose', children: [paragraph(text('Read:')), bullets(someOf(lines))]} as const]
      : only === undefined
        ? []
        : [paragraphs(`Read: ${only}`)]),
    ...someOf(passed).map((sentence): Block => ({type: 'aside', text: sentence})),
  ];
}

function someOf(lines: readonly string[]): readonly string[] {
  const left = lines.length - shownSeries;
  return left > 1 ? [...lines.slice(0, shownSeries), `and ${left} more.`] : lines;
}

function rightSubjectsOf(series: Series): string[] {
  return mailsOf(series).flatMap((mail) => rightSubject(mail)?.text ?? []);
}

/** The subjects as they should be, and the command that writes them. */
function rightBlocks({series}: Judged): Block[] {
  const right = mailsOf(series).flatMap((mail) => rightSubject(mail) ?? []);
  const [first] = right;
  if (!first) return [];
  const texts = right.slice(0, shownSubjects).map((each) => quote(each.text, 200));
  const more = right.length - texts.length;
  return [
    {
      type: 'prose',
      children: [
        paragraph(text('Write:')),
        code([...texts, ...(more > 0 ? [`... and ${more} more`] : [])].join('\n')),
        code(gitLine(first.prefix, series.total)),
      ],
    },
  ];
}

function smallBlocks(current: readonly Judged[]): Block[] {
  const needs = new Set(current.flatMap(({notSeen}) => notSeen.map((each) => each.needs)));
  return [
    ...(needs.size > 0 ? [{type: 'aside', text: `Not seen, so not judged: ${[...needs].join('; ')}.`} as const] : []),
    ...(current.length > 0 ? [{type: 'aside', text: notChecked} as const] : []),
  ];
}

function count(many: number, one: string, more: string): string {
  return `${many} ${many === 1 ? one : more}`;
}

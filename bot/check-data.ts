/**
 * A report of `check` for programs. Its shape is stable; adapters/terminal/README.md describes it.
 */
import type {Context} from './command.js';
import type {Json} from './message.js';
import type {Judged, Report, RuleFinding} from './patch/check.js';
import {mailLabel} from './patch/label.js';
import type {PatchMail} from './patch/mail/message.js';
import {rightSubject} from './patch/right-subject.js';
import type {Source} from './patch/rules/source.js';
import {mailsOf} from './patch/series.js';
import {verdictLine, verdictOf, verdictOfAll} from './patch/verdict.js';
import {sourceName, sourceUrl} from './source-words.js';

export function reportToData(report: Report, context: Context): Readonly<Record<string, Json>> {
  const {judged, unread, comments, others, pulls} = report;
  const verdict = verdictOfAll(report);
  return {
    verdict: verdict.type,
    summary: verdictLine(verdict),
    series: judged.map(seriesToData),
    findings: judged.flatMap((each, series) => each.findings.map((finding) => findingToData(finding, series, context))),
    notSeen: judged.flatMap(({notSeen}, series) => notSeen.map(({rule, needs}) => ({series, rule: rule.id, needs}))),
    passedOver: {comments: comments.length, pulls: pulls.length, others: others.length},
    unread: [
      ...unread.map(({file, text, line}) => ({file, message: text, line: line ?? null})),
      ...judged.flatMap(({series}) =>
        mailsOf(series).flatMap(({file, unread: remarks}) =>
          remarks.map(({text, line}) => ({file, message: text, line: line ?? null})),
        ),
      ),
    ],
  };
}

function seriesToData(judged: Judged): Json {
  const {series, isSuperseded} = judged;
  return {
    verdict: verdictOf(judged).type,
    tree: series.tree,
    version: series.version,
    total: series.total,
    rfc: series.rfc,
    resend: series.resend,
    missing: series.missing,
    superseded: isSuperseded,
    cover: series.cover ? mailToData(series.cover) : null,
    patches: series.patches.map(mailToData),
  };
}

function mailToData(mail: PatchMail): Json {
  const {file, number, subjectLine, diff, description} = mail;
  const valuesOf = (name: string) =>
    description.trailers.flatMap((trailer) => (trailer.name.toLowerCase() === name ? [trailer.value] : []));
  return {
    file,
    message: number,
    subject: subjectLine?.text ?? null,
    rightSubject: rightSubject(mail)?.text ?? null,
    title: mail.subject?.title ?? null,
    author: mail.author?.name ?? null,
    email: mail.author?.email ?? null,
    numstat: diff.files.map(({path, added, deleted, isBinary}) =>
      isBinary ? ['-', '-', path] : [String(added), String(deleted), path],
    ),
    fixes: valuesOf('fixes'),
    signedOffBy: valuesOf('signed-off-by'),
  };
}

function findingToData(
  {rule, severity, message, mail, line, fix}: RuleFinding,
  series: number,
  context: Context,
): Json {
  return {
    rule: rule.id,
    severity,
    message,
    series,
    mail: mail ? (mailLabel(mail) ?? null) : null,
    file: mail?.file ?? null,
    line: line ? {number: line.line, text: line.text, in: mail?.linesIn ?? 'file'} : null,
    fix: fix ? {type: fix.type, text: fix.text} : null,
    source: rule.sources.map((source) => sourceToData(source, context)),
  };
}

function sourceToData(source: Source, {knowledge}: Context): Json {
  return {type: source.type, name: sourceName(source, knowledge), url: sourceUrl(source, knowledge) ?? null};
}

/**
 * The patches of a series are numbered 1 to n, each number once, all with the same n and the same version.
 *
 * A patch that is not here is missed only where others of its series are: a lone 2/3 says nothing of the rest.
 * Source: BPF HOWTO, "How do I indicate which tree …?", which asks for the whole series each time; patchwork, which files
 * what differs as another series.
 */
import type {PatchMail} from '../mail/message.js';
import {mailsOf, partNumber, type Series} from '../series.js';
import {exampleCover, exampleMail} from './example.js';
import {indexOf, missingOf, missingWords, nameOf} from './numbers.js';
import {isOfLinux} from './project.js';
import {answerOf, kept, unseen, type Beside, type Finding, type Rule} from './rule.js';
import {howto, tool} from './source.js';
import {areTogether} from './together.js';

export const seriesNumber: Rule = {
  id: 'series-number',
  severity: 'error',
  asks: 'The patches of a series are numbered 1 to n, each number once.',
  sources: [howto('tree'), tool('patchwork')],
  needs: ['subject'],
  example: {
    broken: exampleMail({subject: '[PATCH bpf-next 3/2] bpf: Count what is dropped'}),
    kept:
      exampleCover() +
      exampleMail({subject: '[PATCH bpf-next 1/2] bpf: Count what is dropped'}) +
      exampleMail({subject: '[PATCH bpf-next 2/2] bpf: Show what is dropped'}),
    unseen: exampleMail({subject: '[PATCH bpf-next 2/3] bpf: Count what is dropped'}),
  },
  check(series, {others}) {
    if (!isOfLinux(series)) return kept;
    const findings = [...mailsOf(series).flatMap(outOfRange), ...broken(series, others)];
    if (findings.length > 0) return answerOf(findings);
    return missingOf(series).length === 0 ? kept : unseen(missingWords(series));
  },
};

function outOfRange(mail: PatchMail): Finding[] {
  const {index, total} = (mail.subject && partNumber(mail.subject)) ?? {index: 1, total: 1};
  if (total > 0 && index <= total) return [];
  const message =
    total === 0
      ? `${nameOf(mail)} counts no patches. The numbers of a series run from 1 to n, and 0/n is its cover letter.`
      : `${nameOf(mail)} is more than the series has. A patch more makes a new version, with all of them.`;
  return [onSubject(mail, message)];
}

function broken(series: Series, others: Beside['others']): Finding[] {
  if (missingOf(series).length === 0 || mailsOf(series).some((mail) => outOfRange(mail).length > 0)) return [];
  const beside = others.filter((other) => areTogether(series, other));
  for (const other of beside) {
    const finding = doubled(series, other) ?? divided(series, other) ?? partly(series, other);
    if (finding) return [finding];
  }
  // Where most are elsewhere, somebody checks a part on purpose.
  const isMostlyHere = series.patches.length > 1 && series.patches.length * 2 >= series.total;
  return isMostlyHere ? [gap(series)] : [];
}

function gap(series: Series): Finding {
  const [mail] = mailsOf(series);
  const [first] = missingOf(series);
  const message = `The series is not whole: ${missingWords(series)} ${missingOf(series).length === 1 ? 'is' : 'are'} not here.`;
  const text = `Add number ${first ?? ''}${missingOf(series).length > 1 ? ' and the others' : ''}, or check the whole folder of patches.`;
  return {message, ...(mail ? {mail} : {}), fix: {type: 'advice', text}};
}

/** A number of it is taken by another patch with the same version and total. */
function doubled(series: Series, other: Series): Finding | undefined {
  if (series.version !== other.version || series.total !== other.total) return undefined;
  // The one of which more is here is the series.
  if (missingOf(series).length < missingOf(other).length) return undefined;
  const taken = indexesOf(other);
  const mail = mailsOf(series).find((each) => taken.has(indexOf(each) ?? -1));
  return mail && onSubject(mail, `There is another patch with the number ${nameOf(mail)}.`);
}

/** Together they would be one, but they count differently. */
function divided(series: Series, other: Series): Finding | undefined {
  const [own, its] = [indexesOf(series), indexesOf(other)];
  if (missingOf(other).length === 0 || [...own].some((index) => its.has(index))) return undefined;
  const sizes = [series.total, other.total];
  for (let index = 1; index <= Math.min(...sizes); index += 1) {
    if (!own.has(index) && !its.has(index)) return undefined;
  }
  const [mail] = mailsOf(series);
  const [first] = mailsOf(other);
  if (!mail || !first) return undefined;
  if (sizes[0] !== sizes[1] && series.version === other.version) {
    return onSubject(
      mail,
      `${nameOf(mail)} and ${nameOf(first)} count different series. All patches of one name the same total.`,
    );
  }
  if (sizes[0] !== sizes[1] || series.version === other.version) return undefined;
  return onSubject(
    mail,
    `${nameOf(mail)} is of version ${series.version} and ${nameOf(first)} of version ${other.version}. All patches of a series carry one version; patchwork files them as two series.`,
  );
}

/** Some patches of a new version, sent into the thread of the old one. */
function partly(series: Series, other: Series): Finding | undefined {
  const ids = new Set(mailsOf(other).flatMap(({id}) => id ?? []));
  const answers = mailsOf(series).some(({inReplyTo}) => inReplyTo.some((id) => ids.has(id)));
  const [mail] = mailsOf(series);
  if (!mail || !answers || series.version <= other.version) return undefined;
  const message = `Version ${series.version} is not whole: ${missingWords(series)} ${missingOf(series).length === 1 ? 'is' : 'are'} not here. The HOWTO says to send the complete series again, never a part.`;
  return {...onSubject(mail, message), severity: 'warning'};
}

function indexesOf(series: Series): ReadonlySet<number> {
  return new Set(mailsOf(series).flatMap((mail) => indexOf(mail) ?? []));
}

function onSubject(mail: PatchMail, message: string): Finding {
  return {message, mail, ...(mail.subjectLine ? {line: mail.subjectLine} : {})};
}

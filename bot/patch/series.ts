/**
 * How mails fall into series: a cover letter and its patches, one version each, and what else came with them.
 *
 * A patch belongs to a series of its sender with its version and its total, in which its number is still free: the one
 * that it answers, else one of its thread, else the last that has no thread either, as files of format-patch have none.
 * Source: what patchwork and b4 do with real threads, where they agree.
 */
import type {PatchMail} from './mail/message.js';
import type {Subject} from './subject.js';
import {threadsOf} from './mail-thread.js';

export interface Series {
  readonly cover: PatchMail | undefined;
  /** In the order of their numbers. */
  readonly patches: readonly PatchMail[];
  /** From 1. */
  readonly version: number;
  /** Patches that it says it has; 1 where none of them has a number. */
  readonly total: number;
  /** Named by the cover letter, or the first patch that names one; null where none does. */
  readonly tree: string | null;
  readonly rfc: boolean;
  readonly resend: boolean;
  /** Numbers from 1 to `total` that are not there. */
  readonly missing: readonly number[];
}

export interface Gathered {
  /** The newest first. */
  readonly series: readonly Series[];
  /** Words on patches. */
  readonly comments: readonly PatchMail[];
  readonly pulls: readonly PatchMail[];
  /** Diffs without a subject and a description. */
  readonly diffs: readonly PatchMail[];
  readonly others: readonly PatchMail[];
}

/** More are never missing at once: a total like 20251015 is no total. */
const mostMissing = 999;

interface Draft {
  readonly mails: PatchMail[];
  readonly taken: Set<number>;
  readonly isThreaded: boolean;
}

/** @param mails Each message once, in the order of their files. */
export function gatherSeries(mails: readonly PatchMail[]): Gathered {
  const threadOf = threadsOf(mails);
  const drafts: Draft[] = [];
  const draftOf = new Map<string, Draft>();
  const keyed = new Map<string, Draft[]>();
  for (const mail of inSendingOrder(mails.filter(isOfSeries))) {
    const key = keyOf(mail);
    const index = mail.subject?.index ?? 1;
    const rivals = (key === undefined ? [] : (keyed.get(key) ?? [])).filter(({taken}) => !taken.has(index));
    const parents = mail.inReplyTo.flatMap((id) => draftOf.get(id) ?? []);
    const isThreaded = mail.inReplyTo.length > 0 || mail.references.length > 0;
    const found =
      rivals.find((draft) => parents.includes(draft)) ??
      rivals.findLast((draft) => draft.mails[0] && threadOf(draft.mails[0]) === threadOf(mail)) ??
      (isThreaded ? undefined : rivals.findLast((draft) => !draft.isThreaded));
    const draft = found ?? {mails: [], taken: new Set<number>(), isThreaded};
    draft.mails.push(mail);
    draft.taken.add(index);
    if (mail.id !== undefined) draftOf.set(mail.id, draft);
    if (found) continue;
    drafts.push(draft);
    if (key !== undefined) keyed.set(key, [...(keyed.get(key) ?? []), draft]);
  }
  const of = (...classes: readonly PatchMail['class'][]) => mails.filter((mail) => classes.includes(mail.class));
  const isAnswer = ({inReplyTo, references}: PatchMail) => inReplyTo.length > 0 || references.length > 0;
  return {
    series: newestFirst(drafts.map(({mails: own}) => toSeries(own))),
    comments: mails.filter((mail) => mail.class === 'reply' || (mail.class === 'other' && isAnswer(mail))),
    pulls: of('pull'),
    diffs: of('diff'),
    others: of('other').filter((mail) => !isAnswer(mail)),
  };
}

/** Which of how many; undefined where none is written, and for a pair that is no number, such as a day. */
export function partNumber({
  index,
  total,
  forms,
}: Subject): {readonly index: number; readonly total: number} | undefined {
  const isDay = forms.some(({form}) => form === 'number-large');
  return index === null || total === null || isDay ? undefined : {index, total};
}

/** All its mails, the cover letter first. */
export function mailsOf({cover, patches}: Series): readonly PatchMail[] {
  return cover ? [cover, ...patches] : patches;
}

function isOfSeries(mail: PatchMail): boolean {
  return mail.class === 'patch' || mail.class === 'cover';
}

/** What all mails of a series share; undefined for one that stands alone. */
function keyOf({subject, from, author}: PatchMail): string | undefined {
  const number = subject && partNumber(subject);
  if (!number || subject.kind === 'reply' || subject.kind === 'forward') return undefined;
  // Who sent it: the patches of a series may have several authors.
  const sender = (from ?? author)?.email.toLowerCase() ?? '';
  return JSON.stringify([sender, subject.version, number.total]);
}

/** By date where the mails came through a list, since archives order them otherwise; files keep their order. */
function inSendingOrder(mails: readonly PatchMail[]): readonly PatchMail[] {
  if (mails.some(({id, sentAt}) => id === undefined || sentAt === undefined)) return mails;
  return [...mails].sort(
    (one, other) =>
      (one.sentAt?.getTime() ?? 0) - (other.sentAt?.getTime() ?? 0) ||
      (one.subject?.index ?? 1) - (other.subject?.index ?? 1),
  );
}

function toSeries(mails: readonly PatchMail[]): Series {
  const sorted = [...mails].sort((one, other) => (one.subject?.index ?? 1) - (other.subject?.index ?? 1));
  const cover = sorted.find((mail) => mail.class === 'cover');
  const patches = sorted.filter((mail) => mail !== cover);
  const subjects = sorted.flatMap(({subject}) => subject ?? []);
  const total = subjects.map(partNumber).find((number) => number !== undefined)?.total ?? 1;
  const numbers = new Set(patches.map(({subject}) => subject?.index ?? 1));
  const missing: number[] = [];
  for (let number = 1; number <= total && missing.length < mostMissing; number += 1) {
    if (!numbers.has(number)) missing.push(number);
  }
  return {
    cover,
    patches,
    version: subjects[0]?.version ?? 1,
    total,
    tree: subjects.find(({tree}) => tree !== null)?.tree ?? null,
    rfc: subjects.some(({rfc}) => rfc),
    resend: subjects.some(({resend}) => resend),
    missing,
  };
}

/** By the date of their first mail where all have one, else by version; what can be told by neither keeps its order. */
function newestFirst(series: readonly Series[]): readonly Series[] {
  const startOf = (each: Series) => Math.min(...mailsOf(each).map(({sentAt}) => sentAt?.getTime() ?? Infinity));
  const areDated = series.every((each) => Number.isFinite(startOf(each)));
  return [...series].sort((one, other) =>
    areDated ? startOf(other) - startOf(one) || other.version - one.version : other.version - one.version,
  );
}

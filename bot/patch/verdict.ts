/**
 * The one line that `check` begins with: ready, not ready, or cannot tell.
 */
import type {Judged, Report} from './check.js';
import {mailsOf} from './series.js';

export type Verdict =
  | {readonly type: 'ready'; readonly warnings: number; readonly remarks: number}
  | {readonly type: 'not-ready'; readonly errors: number; readonly warnings: number; readonly remarks: number}
  /** `why` is a sentence's end. */
  | {readonly type: 'cannot-tell'; readonly why: string};

export const bareDiff = 'no subject or description (use git format-patch)';
const noPatch = 'this is not a patch; I check patches';

export function verdictOf({findings, series}: Judged): Verdict {
  const {errors, warnings, remarks} = countsOf([{findings}]);
  if (errors > 0) return {type: 'not-ready', errors, warnings, remarks};
  if (mailsOf(series).every((mail) => mail.class === 'diff')) return {type: 'cannot-tell', why: bareDiff};
  return {type: 'ready', warnings, remarks};
}

function countsOf(all: readonly Pick<Judged, 'findings'>[]) {
  const findings = all.flatMap((each) => each.findings);
  const count = (severity: string) => findings.filter((finding) => finding.severity === severity).length;
  return {errors: count('error'), warnings: count('warning'), remarks: count('remark')};
}

/** Of all that was handed in: the worst of what is not superseded, and how much is found in all of it. */
export function verdictOfAll({judged, unread}: Report): Verdict {
  const current = judged.filter(({isSuperseded}) => !isSuperseded);
  const verdicts = current.map(verdictOf);
  const [tooBig] = unread.filter(({type}) => type === 'too-big');
  const worst =
    verdicts.find(({type}) => type === 'not-ready') ??
    verdicts.find(({type}) => type === 'cannot-tell') ??
    (tooBig ? undefined : verdicts[0]);
  if (worst && worst.type !== 'cannot-tell') return {...worst, ...countsOf(current)};
  return worst ?? {type: 'cannot-tell', why: tooBig?.text ?? unread[0]?.text ?? noPatch};
}

/** @returns E.g. `Not ready: 1 error, 2 remarks`. */
export function verdictLine(verdict: Verdict): string {
  switch (verdict.type) {
    case 'ready': {
      const rest = counts([verdict.warnings, 'warning'], [verdict.remarks, 'remark']);
      return rest === '' ? 'Ready' : `Ready, ${rest}`;
    }
    case 'not-ready':
      return `Not ready: ${counts([verdict.errors, 'error'], [verdict.warnings, 'warning'], [verdict.remarks, 'remark'])}`;
    case 'cannot-tell':
      return `Cannot tell: ${verdict.why}`;
  }
}

function counts(...each: readonly (readonly [number, string])[]): string {
  return each
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${count} ${word}${count === 1 ? '' : 's'}`)
    .join(', ');
}

/**
 * Whether a series has a cover letter, as far as the mails here can tell.
 */
import type {PatchMail} from '../mail/message.js';
import {isComplete} from './commits.js';
import type {Beside} from './rule.js';
import {areTogether} from './together.js';
import {mailsOf, type Series} from '../series.js';

/** `elsewhere`: there may be one that is not here. */
export type CoverState = 'here' | 'elsewhere' | 'none';

export function coverState(series: Series, {others}: Beside): CoverState {
  if (series.cover) return 'here';
  if (!isComplete(series)) return 'elsewhere';
  // Patches answer their cover letter, or one another; what answers a mail that is not here may answer that letter.
  const known = new Set([series, ...others].flatMap(mailsOf).map(({id}) => id));
  const isAnswer = series.patches.some(({inReplyTo}) => inReplyTo.some((id) => !known.has(id)));
  return isAnswer ? 'elsewhere' : 'none';
}

/** A cover letter that came with it and has another version or total, so that tools take it for another series. */
export function strayCover(series: Series, {others}: Beside): PatchMail | undefined {
  return others.find((other) => other.cover && other.patches.length === 0 && areTogether(series, other))?.cover;
}

/**
 * The mails of a series that would become commits: patches whose text was read, without what only answers a patch.
 */
import type {PatchMail} from '../mail/message.js';
import {answerOf, kept, unseen, type Answer, type Finding} from './rule.js';
import type {Series} from '../series.js';
import {wordList} from '../../word-list.js';

export function commitsOf({patches}: Series): readonly PatchMail[] {
  return patches.filter(({subject, place, diff, inReplyTo}) => {
    const isAnswer =
      subject?.kind === 'reply' || subject?.kind === 'forward' || (diff.files.length === 0 && inReplyTo.length > 0);
    return !isAnswer && place !== 'html' && place !== 'nowhere';
  });
}

/** What a rule on single commits answers. A cover letter alone says nothing of them. */
export function answerOnCommits(series: Series, findingsOn: (mail: PatchMail) => readonly Finding[]): Answer {
  if (series.patches.length === 0) return unseen('the patches');
  return answerOf(commitsOf(series).flatMap(findingsOn));
}

/** Numbers of patches in words: `patch 2`, `patches 1, 2 and 4`; many end in a count. */
export function patchNames(mails: readonly PatchMail[]): string {
  const numbers = mails.map(({subject}, at) => String(subject?.index ?? at + 1));
  if (numbers.length > mostNamed) return `${numbers.length} patches`;
  return `${numbers.length < 2 ? 'patch' : 'patches'} ${wordList(numbers)}`;
}

const mostNamed = 5;

/** Whether all that the series says it has is here. */
export function isComplete({missing, patches}: Series): boolean {
  return missing.length === 0 && patches.length > 0;
}

export const wholeSeries = 'all patches of the series';

/** For rules whose question is settled by any one patch, and by its lack only where all are seen. */
export function answerOnWhole(
  series: Series,
  settles: (mail: PatchMail) => boolean,
  findings: () => Finding[],
): Answer {
  if (series.patches.some(settles)) return kept;
  return isComplete(series) ? answerOf(findings()) : unseen(wholeSeries);
}

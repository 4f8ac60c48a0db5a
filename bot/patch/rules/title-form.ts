/**
 * A title says where and what: `area: Do something`, on one short line without a full stop.
 *
 * One in twenty of the real ones is longer than 75 characters, so nothing here is ever an error.
 * Source: submitting-patches, "The canonical patch format".
 */
import {exampleMail} from './example.js';
import {isOfLinux} from './project.js';
import {answerOf, kept, type Finding, type Rule} from './rule.js';
import {submittingPatches} from './source.js';
import {headedOf, type Headed} from './subjects.js';
import {isRevert} from './target.js';
import {wordList} from '../../word-list.js';

/** Source: submitting-patches, "no more than 70-75 characters". */
const titleChars = 75;
/** More are not told one by one. */
const mostTold = 3;

export const titleForm: Rule = {
  id: 'title-form',
  severity: 'warning',
  asks: 'The title is short, names the area before a colon, and has no full stop.',
  sources: [submittingPatches()],
  needs: ['subject'],
  example: {
    broken: exampleMail({subject: '[PATCH bpf-next] Count what is dropped.'}),
    kept: exampleMail({subject: '[PATCH bpf-next] bpf: Count what is dropped'}),
  },
  check(series) {
    if (!isOfLinux(series)) return kept;
    const findings = headedOf(series).flatMap(findingOn);
    const told = findings.slice(0, mostTold);
    const last = told.at(-1);
    const left = findings.length - told.length;
    if (!last || left === 0) return answerOf(told);
    return answerOf([...told.slice(0, -1), {...last, message: `${last.message} So do ${left} more.`}]);
  },
};

function findingOn({mail, subject, line}: Headed): Finding[] {
  const title = subject.title.replace(/ ?\(v\d{1,4}\)/iu, '').trim();
  if (title === '') return [{message: 'The title is empty. Say in a few words what the patch does.', mail, line}];
  // A cover letter is called as its author likes, and a revert after what it undoes.
  const isFree = subject.kind === 'cover' || isRevert(mail);
  const faults = [
    ...(isFree || /^[^\s:][^:]{0,60}:/u.test(title)
      ? []
      : ['does not name the area, such as "bpf:" or "selftests/bpf:", before a colon']),
    ...(/[^.]\.$/u.test(title) ? ['ends with a full stop'] : []),
    ...(title.length > titleChars && !isRevert(mail)
      ? [`has ${title.length} characters, more than ${titleChars}`]
      : []),
  ];
  return faults.length === 0 ? [] : [{message: `The title ${wordList(faults)}.`, mail, line}];
}

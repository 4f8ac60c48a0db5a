/**
 * Every patch says what it does and why, above its trailers.
 *
 * Source: BPF HOWTO, "What is the minimum requirement before I submit my BPF patches?".
 */
import {answerOnCommits} from './commits.js';
import {exampleMail} from './example.js';
import {isOfLinux} from './project.js';
import {kept, type Finding, type Rule} from './rule.js';
import {howto, submittingPatches} from './source.js';
import {wordsOf} from './words.js';
import type {PatchMail} from '../mail/message.js';

export const bodyEmpty: Rule = {
  id: 'body-empty',
  severity: 'error',
  asks: 'Every patch has a description.',
  sources: [howto('minimum'), submittingPatches()],
  needs: ['description'],
  example: {
    broken: exampleMail({description: []}),
    kept: exampleMail({description: ['Nobody sees how much is dropped.']}),
  },
  check: (series) => (isOfLinux(series) ? answerOnCommits(series, findingsOn) : kept),
};

function findingsOn(mail: PatchMail): Finding[] {
  if (wordsOf(mail).length > 0) return [];
  const isBelow = mail.description.notes.some(({text}) => isSentence(text));
  const message = isBelow
    ? 'There is no description above ---, and git drops what stands below it. The HOWTO says that a patch without a description is not accepted.'
    : 'There is no description. The HOWTO says that a patch without a description is not accepted: say what is wrong today and why this change is right.';
  const text = isBelow ? 'Move the words above ---.' : 'git commit --amend opens it.';
  return [{message, mail, fix: {type: 'advice', text}}];
}

/** Unlike the lines of a diffstat and of a changelog. */
function isSentence(text: string): boolean {
  return /^[A-Za-z]/u.test(text) && text.split(/\s+/u, 6).length > 5;
}

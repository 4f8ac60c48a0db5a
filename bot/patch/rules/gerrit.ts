/**
 * No Change-Id of Gerrit is sent to a list.
 *
 * b4 writes a `change-id:` of its own below `---`, which is meant to be there.
 * Source: submitting-patches; checkpatch.pl, GERRIT_CHANGE_ID.
 */
import {answerOnCommits} from './commits.js';
import {exampleMail, exampleSignOff} from './example.js';
import {isOfLinux} from './project.js';
import {kept, type Finding, type Rule} from './rule.js';
import {tool} from './source.js';
import type {PatchMail} from '../mail/message.js';

export const gerrit: Rule = {
  id: 'gerrit',
  severity: 'warning',
  asks: 'The description has no Change-Id of Gerrit.',
  sources: [tool('checkpatch.pl')],
  needs: ['description'],
  example: {
    broken: exampleMail({trailers: ['Change-Id: I0123456789abcdef0123456789abcdef01234567', exampleSignOff]}),
    kept: exampleMail(),
  },
  check: (series) => (isOfLinux(series) ? answerOnCommits(series, findingsOn) : kept),
};

function findingsOn(mail: PatchMail): Finding[] {
  const line = mail.description.lines.find(({text}) => /^\s{0,8}change-id:\s{0,4}I[0-9a-f]{8,40}\b/iu.test(text));
  if (!line) return [];
  const message = 'There is a Change-Id of Gerrit, which says nothing outside of it. Take the line out.';
  return [{message, mail, line, fix: {type: 'advice', text: 'git commit --amend opens the description.'}}];
}

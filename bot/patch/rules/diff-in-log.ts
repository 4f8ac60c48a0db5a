/**
 * No line at the start of which a diff seems to begin stands in a description: git ends the description there.
 *
 * A diff that is indented is harmless for git, though not for patch(1).
 * Source: git-mailinfo(1), git-am(1); checkpatch.pl, DIFF_IN_COMMIT_MSG.
 */
import {answerOnCommits} from './commits.js';
import {exampleMail, exampleSignOff} from './example.js';
import {type Finding, type Rule} from './rule.js';
import {tool} from './source.js';
import type {PatchMail} from '../mail/message.js';

const log = ['The test says:', '', '--- a/expected', 'Count it.', ''];

export const diffInLog: Rule = {
  id: 'diff-in-log',
  severity: 'error',
  asks: 'No line of the description begins like a diff.',
  sources: [tool('git'), tool('checkpatch.pl')],
  needs: ['description'],
  example: {
    broken: exampleMail({description: log}),
    kept: exampleMail({description: log.map((text) => (text === '' ? '' : `  ${text}`)), trailers: [exampleSignOff]}),
  },
  check: (series) => answerOnCommits(series, findingsOn),
};

function findingsOn(mail: PatchMail): Finding[] {
  const line = mail.description.cutShort;
  if (!line) return [];
  const message =
    'The description has a line that looks like the start of a diff. git am cuts there and drops what follows. Indent the line.';
  return [{message, mail, line, fix: {type: 'line', text: `  ${line.text}`}}];
}

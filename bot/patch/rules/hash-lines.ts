/**
 * No line of a description begins with `#`, which git takes for a comment when the description is edited.
 *
 * Source: git-commit(1), "--cleanup"; checkpatch.pl, COMMIT_COMMENT_SYMBOL.
 */
import {answerOnCommits} from './commits.js';
import {exampleMail} from './example.js';
import {isOfLinux} from './project.js';
import {kept, type Finding, type Rule} from './rule.js';
import {tool} from './source.js';
import type {PatchMail} from '../mail/message.js';

export const hashLines: Rule = {
  id: 'hash-lines',
  severity: 'warning',
  asks: 'No line of the description begins with #.',
  sources: [tool('git'), tool('checkpatch.pl')],
  needs: ['description'],
  example: {
    broken: exampleMail({description: ['Count it:', '', '# bpftool prog show']}),
    kept: exampleMail({description: ['Count it:', '', '  # bpftool prog show']}),
  },
  check: (series) => (isOfLinux(series) ? answerOnCommits(series, findingsOn) : kept),
};

function findingsOn(mail: PatchMail): Finding[] {
  const found = mail.description.lines.filter(({text}) => text.startsWith('#'));
  const [line] = found;
  if (!line) return [];
  const message =
    found.length === 1
      ? 'A line of the description begins with #. git drops it when somebody edits the description.'
      : `${found.length} lines of the description begin with #. git drops them when somebody edits the description.`;
  return [{message, mail, line, fix: {type: 'line', text: `  ${line.text}`}}];
}

/**
 * Sentences of a description are wrapped, so that `git log` can be read in a terminal.
 *
 * Said once for a patch. Trailers, links, quotes, logs, code and tables are as long as they are.
 * Source: submitting-patches, "The canonical patch format"; checkpatch.pl, COMMIT_LOG_LONG_LINE.
 */
import {answerOnCommits} from './commits.js';
import {exampleMail} from './example.js';
import {isOfLinux} from './project.js';
import {kept, type Finding, type Rule} from './rule.js';
import {submittingPatches, tool} from './source.js';
import {isShown, wordsOf} from './words.js';
import type {PatchMail} from '../mail/message.js';

const longest = 75;

export const lineLength: Rule = {
  id: 'line-length',
  severity: 'remark',
  asks: 'Lines of the description have at most 75 characters.',
  sources: [submittingPatches(), tool('checkpatch.pl')],
  needs: ['description'],
  example: {
    broken: exampleMail({
      description: ['Nobody sees how much is dropped by it, since it is not counted; so count it and show the count.'],
    }),
    kept: exampleMail({description: ['Nobody sees how much is dropped by it. Count it.']}),
  },
  check: (series) => (isOfLinux(series) ? answerOnCommits(series, findingsOn) : kept),
};

function findingsOn(mail: PatchMail): Finding[] {
  // Broken lines were joined again; how long they were is not known.
  if (mail.isFlowed) return [];
  const long = wordsOf(mail).filter(({text}) => charsOf(text) > longest && isSentence(text));
  const [line] = long;
  if (!line) return [];
  const most = long.reduce((chars, {text}) => Math.max(chars, charsOf(text)), 0);
  const message =
    long.length === 1
      ? `A line of the description has ${most} characters; people read up to ${longest} well.`
      : `${long.length} lines of the description have more than ${longest} characters, up to ${most}.`;
  return [{message, mail, line, fix: {type: 'advice', text: `Wrap the description at ${longest} characters.`}}];
}

function charsOf(text: string): number {
  return [...text].length;
}

/** Several words, and no link or title of a commit, which cannot be broken. */
function isSentence(text: string): boolean {
  return !isShown(text) && !/:\/\/|[0-9a-f]{12} \("/u.test(text) && text.trim().split(/\s+/u).length > fewestWords;
}

const fewestWords = 6;

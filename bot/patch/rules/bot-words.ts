/**
 * A title says what was wrong, not which tool said so.
 *
 * Source: submitting-patches, "Describe your changes"; checkpatch.pl, EMAIL_SUBJECT.
 */
import {exampleMail} from './example.js';
import {isOfLinux} from './project.js';
import {answerOf, kept, type Rule} from './rule.js';
import {submittingPatches, tool} from './source.js';
import {headedOf} from './subjects.js';

/** `mm/sparse:` is a part of the kernel. */
const toolWord = /(?<![/\w])(?:checkpatch|sparse|smatch)\b(?!:)/iu;

export const botWords: Rule = {
  id: 'bot-words',
  severity: 'remark',
  asks: 'The title names the problem and not the tool that found it.',
  sources: [submittingPatches(), tool('checkpatch.pl')],
  needs: ['subject'],
  example: {
    broken: exampleMail({subject: '[PATCH bpf-next] bpf: Fix a sparse warning'}),
    kept: exampleMail(),
  },
  check(series) {
    if (!isOfLinux(series)) return kept;
    return answerOf(
      headedOf(series)
        .filter(({subject}) => toolWord.test(subject.title))
        .map(({mail, line}) => ({
          message:
            'The title names the tool that found the problem. Name the problem; the tool can stand in the description.',
          mail,
          line,
        })),
    );
  },
};

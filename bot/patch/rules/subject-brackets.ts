/**
 * The brackets of a subject are one group without brackets inside: git drops up to the first that closes, and no further.
 *
 * Source: git-am(1) and git-mailinfo(1), as run.
 */
import {exampleMail} from './example.js';
import {isOfLinux} from './project.js';
import {kept, type Rule} from './rule.js';
import {tool} from './source.js';
import {answerOnPrefix} from './subjects.js';

export const subjectBrackets: Rule = {
  id: 'subject-brackets',
  severity: 'warning',
  asks: 'The brackets of the subject hold no other brackets.',
  sources: [tool('git')],
  needs: ['subject'],
  example: {
    broken: exampleMail({subject: '[PATCH [bpf-next] 1/2] bpf: Count what is dropped'}),
    kept: exampleMail({subject: '[PATCH bpf-next 1/2] bpf: Count what is dropped'}),
  },
  check: (series) =>
    isOfLinux(series)
      ? answerOnPrefix(series, ({subject: {forms}}) =>
          forms.some(({form}) => form === 'stray-bracket' || form === 'nested-bracket')
            ? {
                message:
                  'There is a bracket too many. git am cuts the subject at the first ] and keeps the rest in the title of the commit.',
                fix: {type: 'advice', text: 'Write one pair of brackets.'},
              }
            : undefined,
        )
      : kept,
};

/**
 * A prefix has one version. `--subject-prefix='PATCH bpf v2'` together with `-v2` writes two.
 *
 * Source: git-format-patch(1), as run.
 */
import {exampleMail} from './example.js';
import {isOfLinux} from './project.js';
import {kept, type Rule} from './rule.js';
import {tool} from './source.js';
import {answerOnPrefix} from './subjects.js';

export const versionTwice: Rule = {
  id: 'version-twice',
  severity: 'error',
  asks: 'The prefix has one version.',
  sources: [tool('git')],
  needs: ['subject'],
  example: {
    broken: exampleMail({subject: '[PATCH bpf-next v2 v2] bpf: Count what is dropped'}),
    kept: exampleMail({subject: '[PATCH bpf-next v2] bpf: Count what is dropped'}),
  },
  check: (series) =>
    isOfLinux(series)
      ? answerOnPrefix(series, ({subject: {forms}}) =>
          forms.some(({form}) => form === 'version-twice')
            ? {
                message:
                  'The prefix has two versions. That comes from a version in --subject-prefix together with -v: use one of the two.',
                fix: {type: 'advice', text: 'Leave out -v, or write the prefix without a version.'},
              }
            : undefined,
        )
      : kept,
};

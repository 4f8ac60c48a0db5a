/**
 * The number of a patch is written `1/2`. Mercurial writes `1 of 2`, which most tools read too.
 *
 * Source: git-format-patch(1).
 */
import {exampleMail} from './example.js';
import {isOfLinux} from './project.js';
import {kept, type Rule} from './rule.js';
import {tool} from './source.js';
import {answerOnPrefix} from './subjects.js';

export const numberOf: Rule = {
  id: 'number-of',
  severity: 'remark',
  asks: 'The number of a patch is written 1/2.',
  sources: [tool('git')],
  needs: ['subject'],
  example: {
    broken: exampleMail({subject: '[PATCH bpf-next 1 of 2] bpf: Count what is dropped'}),
    kept: exampleMail({subject: '[PATCH bpf-next 1/2] bpf: Count what is dropped'}),
  },
  check: (series) =>
    isOfLinux(series)
      ? answerOnPrefix(series, ({subject: {forms}}) =>
          forms.some(({form}) => form === 'number-of')
            ? {message: 'The number is written with "of", as Mercurial does. git writes 1/2, and b4 reads only that.'}
            : undefined,
        )
      : kept,
};

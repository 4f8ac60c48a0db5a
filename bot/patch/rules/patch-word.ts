/**
 * The brackets say PATCH: people sort their mail by it.
 *
 * Source: submitting-patches, "Include PATCH in the subject".
 */
import {exampleMail} from './example.js';
import {isPatchworkCopy} from './patchwork-copy.js';
import {isOfLinux} from './project.js';
import {kept, type Rule} from './rule.js';
import {submittingPatches} from './source.js';
import {answerOnPrefix} from './subjects.js';

export const patchWord: Rule = {
  id: 'patch-word',
  severity: 'warning',
  asks: 'The brackets of the subject say PATCH.',
  sources: [submittingPatches()],
  needs: ['subject'],
  example: {
    broken: exampleMail({subject: '[bpf-next v2] bpf: Count what is dropped'}),
    kept: exampleMail({subject: '[PATCH bpf-next v2] bpf: Count what is dropped'}),
  },
  check: (series) =>
    isOfLinux(series)
      ? answerOnPrefix(series, (headed) =>
          headed.subject.patchWord || isPatchworkCopy(headed)
            ? undefined
            : {
                message: `${headed.subject.tokens.length === 0 ? 'No brackets say that this is a patch' : 'The brackets do not say PATCH'}. People filter their mail by it.`,
                fix: {type: 'advice', text: 'git format-patch writes it by itself; --subject-prefix replaces it.'},
              },
        )
      : kept,
};

/**
 * Version and number stand in the brackets as words of their own, so that every tool reads them.
 *
 * Source: BPF HOWTO, "How do I indicate which tree (bpf vs. bpf-next) …?"; the tools' own reading (bot/patch/readers).
 */
import {exampleMail} from './example.js';
import {isPatchworkCopy} from './patchwork-copy.js';
import {isOfLinux} from './project.js';
import {kept, type Rule} from './rule.js';
import {howto, tool} from './source.js';
import {answerOnPrefix, type Told} from './subjects.js';
import {misreadings} from '../readers/misreadings.js';
import type {FormName} from '../subject-forms.js';
import type {Subject} from '../subject.js';

export const versionForm: Rule = {
  id: 'version-form',
  severity: 'warning',
  asks: 'Version and number are words of their own inside the brackets.',
  sources: [howto('tree'), tool('patchwork'), tool('b4')],
  needs: ['subject'],
  example: {
    broken: exampleMail({subject: '[PATCHv2 bpf-next] bpf: Count what is dropped'}),
    kept: exampleMail({subject: '[PATCH bpf-next v2] bpf: Count what is dropped'}),
  },
  check: (series) =>
    isOfLinux(series)
      ? answerOnPrefix(series, (headed) =>
          isPatchworkCopy(headed) ? undefined : tell(headed.subject, headed.line.text),
        )
      : kept,
};

const words: Readonly<Partial<Record<FormName, string>>> = {
  'version-glued': 'The version is glued to another word',
  'version-in-title': 'The version stands in the title',
  'version-before-title': 'The version stands before the title, outside of the brackets',
  'number-glued': 'The number is glued to another word',
  commas: 'The words are parted by commas',
  'no-brackets': 'The number stands outside of brackets',
};

function tell({forms}: Subject, line: string): Told | undefined {
  const form = forms.find((each) => words[each.form] !== undefined)?.form;
  if (form === undefined) return undefined;
  // Of a tool that trips over more than one word, the first is enough.
  const misread = misreadings(line).filter(
    ({reader, reads}, at, all) =>
      /version|number/u.test(reads) && all.findIndex((other) => other.reader === reader) === at,
  );
  if (misread.length === 0) return undefined;
  const consequences = misread.map(({reader, consequence}) => `${reader}: ${consequence}`).join(' ');
  return {message: `${words[form] ?? ''}. ${consequences}`, fix: {type: 'advice', text: misread[0]?.advice ?? ''}};
}

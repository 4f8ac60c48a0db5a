/**
 * A series for bpf names the commit that it fixes.
 *
 * Source: BPF HOWTO, "What is the minimum requirement before I submit my BPF patches?".
 */
import {exampleFixes, exampleMail, exampleSignOff} from './example.js';
import {isComplete, wholeSeries} from './commits.js';
import {fixesCommand, fixesTagsOf} from './fixes-tag.js';
import {isForBpfFixes} from './project.js';
import {kept, unseen, type Rule} from './rule.js';
import {howto} from './source.js';
import {fixesOf, isRevert} from './target.js';

const subject = '[PATCH bpf] bpf: Count what is dropped';

export const fixesMissing: Rule = {
  id: 'fixes-missing',
  severity: 'error',
  asks: 'A series for bpf has a Fixes tag.',
  sources: [howto('minimum')],
  needs: ['description'],
  example: {
    broken: exampleMail({subject}),
    kept: exampleMail({subject, trailers: [exampleFixes, exampleSignOff]}),
    unseen: exampleMail({subject: '[PATCH bpf 2/3] bpf: Count what is dropped'}),
  },
  check(series) {
    if (series.patches.some((mail) => fixesTagsOf(mail).length > 0)) return kept;
    if (!isComplete(series) && isForBpfFixes(series) && !series.rfc) return unseen(wholeSeries);
    const need = fixesOf(series);
    const [first] = need;
    if (!first) return kept;
    const below = first.description.notes.find(({text}) => /^fixes:/iu.test(text));
    const message = below
      ? 'The Fixes tag stands below ---, where git drops it. The HOWTO says must for fixes that go to bpf: put it above.'
      : 'There is no Fixes tag. The HOWTO says must for fixes that go to bpf; what is no fix goes to bpf-next.';
    return {
      type: 'broken',
      findings: [
        {
          // What a revert undoes is named already, though not in the form that tools read.
          ...(need.every(isRevert) ? {severity: 'warning' as const} : {}),
          message,
          mail: first,
          ...(below ? {line: below} : {}),
          fix: below ? {type: 'line', text: below.text.trim()} : {type: 'command', text: fixesCommand()},
        },
      ],
    };
  },
};

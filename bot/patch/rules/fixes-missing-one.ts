/**
 * Where one patch of a series for bpf has a Fixes tag, the others have one too.
 *
 * Source: BPF HOWTO, "What is the minimum requirement before I submit my BPF patches?".
 */
import {exampleCover, exampleFixes, exampleMail, exampleSignOff} from './example.js';
import {patchNames} from './commits.js';
import {fixesCommand, fixesTagsOf} from './fixes-tag.js';
import {kept, unseen, type Rule} from './rule.js';
import {howto} from './source.js';
import {fixesOf} from './target.js';

const cover = exampleCover({subject: '[PATCH bpf 0/2] bpf: Count what is dropped'});
const first = exampleMail({
  subject: '[PATCH bpf 1/2] bpf: Count what is dropped',
  trailers: [exampleFixes, exampleSignOff],
});
const second = '[PATCH bpf 2/2] bpf: Show what is dropped';

export const fixesMissingOne: Rule = {
  id: 'fixes-missing-one',
  severity: 'warning',
  asks: 'Each patch of a series for bpf has a Fixes tag.',
  sources: [howto('minimum')],
  needs: ['description'],
  example: {
    broken: cover + first + exampleMail({subject: second}),
    kept: cover + first + exampleMail({subject: second, trailers: [exampleFixes, exampleSignOff]}),
    unseen: cover,
  },
  check(series) {
    if (series.patches.length === 0) return unseen('the patches');
    const without = fixesOf(series).filter((mail) => fixesTagsOf(mail).length === 0);
    const [mail] = without;
    const hasOne = series.patches.some((each) => fixesTagsOf(each).length > 0);
    // Where none has, fixes-missing says so, or cannot see all.
    if (!mail || (!hasOne && series.missing.length === 0)) return kept;
    const names = patchNames(without);
    const message = `There is no Fixes tag in ${names}. The HOWTO asks for one in each fix that goes to bpf; what is no fix goes to bpf-next.`;
    return {type: 'broken', findings: [{message, mail, fix: {type: 'command', text: fixesCommand()}}]};
  },
};

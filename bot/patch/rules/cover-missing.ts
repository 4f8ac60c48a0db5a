/**
 * A series of more than one patch has a cover letter, which becomes the message of its merge.
 *
 * Source: BPF HOWTO, "What is the minimum requirement before I submit my BPF patches?"; NIPA, which lets two patches pass.
 */
import {coverState} from './cover.js';
import {exampleCover, exampleMail} from './example.js';
import {followsHowto} from './project.js';
import {kept, unseen, type Rule} from './rule.js';
import {howto} from './source.js';
import {headedOf, seriesCommand} from './subjects.js';

const patch = (number: string) =>
  exampleMail({subject: `[PATCH bpf-next ${number}] bpf: Count what is dropped, part ${number[0] ?? ''}`});

export const coverMissing: Rule = {
  id: 'cover-missing',
  severity: 'error',
  asks: 'A series of more than one patch has a cover letter.',
  sources: [howto('minimum')],
  needs: ['subject'],
  example: {
    broken: patch('1/2') + patch('2/2'),
    kept: exampleCover() + patch('1/2') + patch('2/2'),
    unseen: patch('1/2'),
  },
  check(series, beside) {
    const [first] = headedOf(series);
    if (!followsHowto(series) || !first || series.total < 2) return kept;
    switch (coverState(series, beside)) {
      case 'here':
        return kept;
      case 'elsewhere':
        return unseen('the cover letter');
      case 'none': {
        const message =
          `The series has ${series.total} patches and no cover letter (0/${series.total}). The HOWTO says must from 2 patches on; ` +
          "networking's CI warns only from 3 on.";
        const {mail, line} = first;
        return {type: 'broken', findings: [{message, mail, line, fix: seriesCommand(series)}]};
      }
    }
  },
};

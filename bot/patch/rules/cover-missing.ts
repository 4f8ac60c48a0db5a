/**
 * A series of more than one patch has a cover letter, which becomes the message of its merge.
 *
 * Source: BPF HOWTO, "What is the minimum requirement before I submit my BPF patches?"; NIPA, which lets two patches pass.
 */
import {coverState, strayCover} from './cover.js';
import {exampleCover, exampleMail} from './example.js';
import {followsHowto} from './project.js';
import {kept, unseen, type Rule} from './rule.js';
import {howto} from './source.js';
import {headedOf, seriesCommand} from './subjects.js';
import type {Series} from '../series.js';
import type {Subject} from '../subject.js';

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
        const message = messageOn(series, strayCover(series, beside)?.subject);
        const {mail, line} = first;
        return {type: 'broken', findings: [{message, mail, line, fix: seriesCommand(series)}]};
      }
    }
  },
};

function messageOn({total, version}: Series, stray: Subject | undefined): string {
  return stray
    ? `The cover letter says ${stray.total ?? 0} patches of version ${stray.version}, but these are ${total} of version ${version}. ` +
        'Tools take them for two series, and the HOWTO says that a series must have a cover letter.'
    : `The series has ${total} patches and no cover letter (0/${total}). The HOWTO says must from 2 patches on; ` +
        "networking's CI warns only from 3 on.";
}

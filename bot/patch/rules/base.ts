/**
 * Patches name the commit that they are made on.
 *
 * Judged are files of format-patch, before they are sent. Source: submitting-patches, "Providing base tree information".
 */
import {mailsOf} from '../series.js';
import {exampleMail} from './example.js';
import {isComplete} from './commits.js';
import {missingWords} from './numbers.js';
import {followsNetdev} from './project.js';
import {kept, unseen, type Rule} from './rule.js';
import {submittingPatches, tool} from './source.js';

const whole = exampleMail();

export const base: Rule = {
  id: 'base',
  severity: 'remark',
  asks: 'Patches name the commit that they are made on.',
  sources: [submittingPatches(), tool('b4')],
  needs: ['description', 'diff'],
  example: {
    broken: whole.replace(/^base-commit: .*\n/mu, ''),
    kept: whole,
    unseen: exampleMail({subject: '[PATCH bpf-next 2/2] bpf: Count what is dropped'}).replace(
      /^base-commit: .*\n/mu,
      '',
    ),
  },
  check(series) {
    const mails = mailsOf(series);
    const areFiles = mails.every(({id, form}) => id === undefined && form === 'mail');
    if (!areFiles || !followsNetdev(series)) return kept;
    if (mails.some((mail) => mail.base !== undefined)) return kept;
    if (!isComplete(series)) return unseen(missingWords(series));
    const [mail] = mails;
    const message = 'There is no base-commit line, so tools have to guess which commit the patches are made on.';
    const text =
      'Run git format-patch with --base=auto, or with --base= and the commit you built on; b4 adds the line by itself.';
    return {type: 'broken', findings: [{message, ...(mail ? {mail} : {}), fix: {type: 'advice', text}}]};
  },
};

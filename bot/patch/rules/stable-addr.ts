/**
 * A Cc to stable has the right address, and what is to be known about it behind a `#`.
 *
 * Source: stable-kernel-rules, "Option 1"; checkpatch.pl, BAD_STABLE_ADDRESS_STYLE.
 */
import {answerOnCommits} from './commits.js';
import {exampleFixes, exampleMail, exampleSignOff} from './example.js';
import {isOfLinux} from './project.js';
import {kept, type Finding, type Rule} from './rule.js';
import {stableRules, tool} from './source.js';
import {stableCcsOf} from './stable-cc.js';
import type {PatchMail} from '../mail/message.js';

export const stableAddr: Rule = {
  id: 'stable-addr',
  severity: 'warning',
  asks: 'A Cc to stable is written Cc: stable@vger.kernel.org # versions.',
  sources: [stableRules(), tool('checkpatch.pl')],
  needs: ['description'],
  example: {
    broken: exampleMail({trailers: [exampleFixes, 'Cc: stable@kernel.org', exampleSignOff]}),
    kept: exampleMail({trailers: [exampleFixes, 'Cc: stable@vger.kernel.org # 6.12+', exampleSignOff]}),
  },
  check: (series) => (isOfLinux(series) ? answerOnCommits(series, findingsOn) : kept),
};

const parts = /^(.{0,200}?)<?((?:linux-)?stable@[\w.-]{1,60})>?(.{0,200})$/iu;

/** Who mends these mends the others too. */
const mostTold = 3;

function findingsOn(mail: PatchMail): Finding[] {
  const findings = stableCcsOf(mail).flatMap((line): Finding[] => {
    const value = line.text.slice(line.text.indexOf(':') + 1).trim();
    const [, name = '', address = '', rest = ''] = parts.exec(value) ?? [];
    const faults = [
      ...faultOfAddress(address.toLowerCase().replace(/\.$/u, '')),
      // Others may stand on the same line.
      ...(name.trim() !== '' && !name.includes('@') ? ['there is no name before the address'] : []),
      ...(isLooseComment(rest) ? ['a comment begins with #'] : []),
    ];
    if (faults.length === 0) return [];
    const comment = rest.replace(/^[\s,[(#]{1,20}/u, '').replace(/[\])]$/u, '');
    const hasOthers = name.includes('@') || rest.includes('@');
    const text = `Cc: stable@vger.kernel.org${comment === '' || hasOthers ? '' : ` # ${comment}`}`;
    return [
      {message: `A Cc to stable is written otherwise: ${faults.join('; ')}.`, mail, line, fix: {type: 'line', text}},
    ];
  });
  return findings.slice(0, mostTold);
}

function faultOfAddress(address: string): string[] {
  if (address === 'stable@vger.kernel.org') return [];
  return address === 'stable@kernel.org'
    ? ['mails to stable@kernel.org are read by nobody; it is meant for fixes of what is not public yet']
    : ['the address is stable@vger.kernel.org'];
}

function isLooseComment(rest: string): boolean {
  const text = rest.trim();
  return text !== '' && !text.startsWith('#') && !/^[,;]/u.test(text);
}

/**
 * Every patch carries the Signed-off-by of its author.
 *
 * Source: submitting-patches, "Sign your work - the Developer's Certificate of Origin".
 */
import type {PatchMail} from '../mail/message.js';
import {trailersOf} from './trailers-of.js';
import {exampleFixes, exampleMail, exampleSignOff} from './example.js';
import {answerOf, type Finding, type Rule} from './rule.js';
import {submittingPatches} from './source.js';

export const sobMissing: Rule = {
  id: 'sob-missing',
  severity: 'error',
  asks: 'Every patch carries the Signed-off-by of its author.',
  sources: [submittingPatches()],
  needs: ['description'],
  example: {
    broken: exampleMail({trailers: [exampleFixes]}),
    kept: exampleMail({trailers: [exampleSignOff]}),
  },
  check: ({patches}) => answerOf(patches.flatMap(findingOn)),
};

function findingOn(mail: PatchMail): Finding[] {
  const {author} = mail;
  const signed = trailersOf(mail, 'signed-off-by').filter(({value}) => value.includes('@'));
  const written = author ? `${author.name} <${author.email}>` : 'Your Name <you@example.org>';
  const fix = {type: 'line', text: `Signed-off-by: ${written}`} as const;
  if (signed.length === 0) return [{message: 'There is no Signed-off-by. The author has to sign off.', mail, fix}];
  if (!author) return [];
  const values = signed.map(({value}) => value.toLowerCase());
  if (values.some((value) => value.includes(author.email.toLowerCase()))) return [];
  const sameName = values.some((value) => value.startsWith(author.name.toLowerCase()));
  const message = sameName
    ? `The author ${author.name} signs off with another address than ${author.email}.`
    : `None of the Signed-off-by lines is of the author, ${author.name}.`;
  return [{severity: sameName ? 'warning' : 'error', message, mail, fix}];
}

/**
 * Every patch carries the Signed-off-by of its author, and of each who is named as having written a part of it.
 *
 * Source: submitting-patches, "Sign your work - the Developer's Certificate of Origin" and "When to use Acked-by:, Cc:, and
 * Co-developed-by:".
 */
import {answerOnCommits} from './commits.js';
import {exampleFixes, exampleMail, exampleSignOff} from './example.js';
import {isOfLinux} from './project.js';
import {kept, type Finding, type Rule} from './rule.js';
import {submittingPatches} from './source.js';
import {trailersOf} from './trailers-of.js';
import {readAddress, type Address} from '../mail/address.js';
import type {PatchMail} from '../mail/message.js';
import type {Trailer} from '../mail/trailers.js';

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
  check: (series) =>
    isOfLinux(series) ? answerOnCommits(series, (mail) => [...findingsOn(mail), ...coAuthorFindings(mail)]) : kept,
};

function findingsOn(mail: PatchMail): Finding[] {
  const {author} = mail;
  const signed = signersOf(mail);
  const written = author ? `${author.name} <${author.email}>` : 'Your Name <you@example.org>';
  const fix = {type: 'line', text: `Signed-off-by: ${written}`} as const;
  if (signed.length === 0) {
    const below = mail.description.notes.find(({text}) => /^signed-off-by:/iu.test(text));
    const message = below
      ? 'The Signed-off-by stands below ---, where git drops it. Put it above.'
      : 'There is no Signed-off-by. The author has to sign off.';
    return [{message, mail, ...(below ? {line: below} : {}), fix}];
  }
  if (!author || signed.some((signer) => isSameAddress(signer, author))) return [];
  if (signed.some((signer) => isSameName(signer, author))) {
    const message = 'The author signs off with another address than the one in From. Use one for both.';
    return [{severity: 'warning', message, mail, fix}];
  }
  return [{message: 'None of the Signed-off-by lines is of the author, whom From names.', mail, fix}];
}

/** A co-author who does not sign off at all breaks the rule; one who signs elsewhere, only its order. */
function coAuthorFindings(mail: PatchMail): Finding[] {
  const {trailers, lines} = mail.description;
  return trailersOf(mail, 'co-developed-by').flatMap((trailer) => {
    const coAuthor = readAddress(trailer.value);
    const line = lines.find((each) => each.line === trailer.line);
    if (!coAuthor || !line) return [];
    const next = trailers[trailers.indexOf(trailer) + 1];
    if (next && isSignOff(next) && isBy(next, coAuthor)) return [];
    const fix = {type: 'line', text: `Signed-off-by: ${coAuthor.name} <${coAuthor.email}>`} as const;
    return trailersOf(mail, 'signed-off-by').some((each) => isBy(each, coAuthor))
      ? [
          {
            severity: 'warning' as const,
            message: 'The Signed-off-by of this co-author has to stand on the line behind Co-developed-by.',
            mail,
            line,
            fix,
          },
        ]
      : [
          {
            message: 'There is no Signed-off-by of this co-author. It has to stand behind Co-developed-by.',
            mail,
            line,
            fix,
          },
        ];
  });
}

function signersOf(mail: PatchMail): readonly Address[] {
  return trailersOf(mail, 'signed-off-by').flatMap(({value}) => readAddress(value) ?? []);
}

function isSignOff({name}: Trailer): boolean {
  return name.toLowerCase() === 'signed-off-by';
}

function isBy({value}: Trailer, person: Address): boolean {
  const signer = readAddress(value);
  return signer !== undefined && (isSameAddress(signer, person) || isSameName(signer, person));
}

/** `song+kernel@example.org` is delivered as `song@example.org` is. */
function isSameAddress(one: Address, other: Address): boolean {
  const bare = ({email}: Address) => email.toLowerCase().replace(/\+[^@]{0,200}@/u, '@');
  return bare(one) === bare(other);
}

function isSameName(one: Address, other: Address): boolean {
  const [first, second] = [bareName(one), bareName(other)];
  return first !== '' && first === second;
}

/** Without accents, employers and relays: `Björn T (Google) via B4 Relay` is `bjorn t`. */
function bareName({name}: Address): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/\([^()]{0,60}\)/gu, '')
    .replace(/ via .*$/iu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();
}

/**
 * Every patch carries the Signed-off-by of its author, and of each who is named as having written a part of it.
 *
 * Source: submitting-patches, "Sign your work - the Developer's Certificate of Origin" and "When to use Acked-by:, Cc:, and
 * Co-developed-by:".
 */
import {answerOnCommits} from './commits.js';
import {exampleFixes, exampleMail, exampleSignOff} from './example.js';
import {isOfLinux} from './project.js';
import {kept, type Finding, type Rule, type Severity} from './rule.js';
import {submittingPatches} from './source.js';
import {trailersOf} from './trailers-of.js';
import {readAddress, type Address} from '../mail/address.js';
import type {PatchMail} from '../mail/message.js';

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
  const [trailer] = trailersOf(mail, 'signed-off-by');
  const line = mail.description.lines.find((each) => each.line === trailer?.line);
  const message = 'None of the Signed-off-by lines is of the author, whom From names.';
  return [{message, mail, ...(line ? {line} : {}), fix}];
}

/** A co-author who does not sign off at all breaks the rule; one who signs elsewhere, only its order. Each is told once. */
function coAuthorFindings(mail: PatchMail): Finding[] {
  const {trailers, lines} = mail.description;
  const signers = signersOf(mail);
  const [addresses, names] = [new Set(signers.map(bareAddress)), new Set(signers.map(bareName))];
  const unsigned: [Address, number][] = [];
  const apart: [Address, number][] = [];
  trailers.forEach((trailer, index) => {
    if (trailer.name.toLowerCase() !== 'co-developed-by') return;
    const coAuthor = readAddress(trailer.value);
    if (!coAuthor) return;
    const next = trailers[index + 1];
    const signer = next?.name.toLowerCase() === 'signed-off-by' ? readAddress(next.value) : undefined;
    if (signer && (isSameAddress(signer, coAuthor) || isSameName(signer, coAuthor))) return;
    const hasSigned = addresses.has(bareAddress(coAuthor)) || names.has(bareName(coAuthor));
    (hasSigned ? apart : unsigned).push([coAuthor, trailer.line]);
  });
  const tell = (found: readonly [Address, number][], message: string, severity: Severity): Finding[] => {
    const [first] = found;
    if (!first) return [];
    const [{name, email}, number] = first;
    const line = lines.find((each) => each.line === number);
    const more = found.length > 1 ? ` There are ${found.length} such lines.` : '';
    const fix = {type: 'line', text: `Signed-off-by: ${name} <${email}>`} as const;
    return [{severity, message: message + more, mail, ...(line ? {line} : {}), fix}];
  };
  return [
    ...tell(unsigned, 'There is no Signed-off-by of this co-author. It has to stand behind Co-developed-by.', 'error'),
    ...tell(apart, 'The Signed-off-by of a co-author has to stand on the line behind Co-developed-by.', 'warning'),
  ];
}

function signersOf(mail: PatchMail): readonly Address[] {
  return trailersOf(mail, 'signed-off-by').flatMap(({value}) => readAddress(value) ?? []);
}

/** `song+kernel@example.org` is delivered as `song@example.org` is. */
function bareAddress({email}: Address): string {
  return email.toLowerCase().replace(/\+[^@]{0,200}@/u, '@');
}

function isSameAddress(one: Address, other: Address): boolean {
  return bareAddress(one) === bareAddress(other);
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

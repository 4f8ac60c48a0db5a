/**
 * What changed since the last version stands below `---` or in the cover letter, not in the commit.
 *
 * Source: submitting-patches, "Commentary"; netdev's maintainer handbook.
 */
import type {PatchMail} from '../mail/message.js';
import {isChangeHeading} from './changelog.js';
import {exampleMail} from './example.js';
import {followsNetdev} from './project.js';
import {answerOf, kept, type Finding, type Rule} from './rule.js';
import {netdev, submittingPatches} from './source.js';

const subject = '[PATCH bpf-next v2] bpf: Count what is dropped';
const changes = ['Changes in v2:', '- Count bytes, too.'];

export const changelogPlace: Rule = {
  id: 'changelog-place',
  severity: 'warning',
  asks: 'What changed since the last version stands below --- or in the cover letter.',
  sources: [submittingPatches(), netdev()],
  needs: ['description'],
  example: {
    broken: exampleMail({subject, description: ['Nobody sees how much is dropped. Count it.', '', ...changes]}),
    kept: exampleMail({subject, notes: changes}),
  },
  check: (series) =>
    followsNetdev(series) ? answerOf(series.patches.flatMap((mail) => findingOn(mail, series.version))) : kept,
};

function findingOn(mail: PatchMail, version: number): Finding[] {
  const {description} = mail;
  // Without `---` nothing says where the commit's text ends.
  if (description.endedBy === 'end') return [];
  const [first, ...others] = description.lines.filter(({text}) => isChangeHeading(text, version));
  if (!first) return [];
  const count = others.length > 0 ? ` There are ${others.length + 1} such lines.` : '';
  const message = `This line tells what changed between versions, and stands in the text of the commit.${count}`;
  const text = 'Move it below ---, or for a series into the cover letter.';
  return [{message, mail, line: first, fix: {type: 'advice', text}}];
}

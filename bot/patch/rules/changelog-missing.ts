/**
 * A new version says what changed, and links to the version before.
 *
 * Any word of versions or changes counts, wherever it stands. Source: submitting-patches, "Respond to review comments";
 * netdev's maintainer handbook, "Resending after review".
 */
import {mailsOf, type Series} from '../series.js';
import {mentionsChange} from './changelog.js';
import {exampleMail} from './example.js';
import {missingOf, missingWords} from './numbers.js';
import {followsNetdev} from './project.js';
import {kept, unseen, type Answer, type Rule} from './rule.js';
import {netdev, submittingPatches} from './source.js';

const subject = '[PATCH bpf-next v2] bpf: Count what is dropped';
const archive =
  /https?:\/\/(?:lore\.kernel\.org|patch\.msgid\.link|patchwork\.|lkml\.kernel\.org|lkml\.org|marc\.info)/u;

export const changelogMissing: Rule = {
  id: 'changelog-missing',
  severity: 'warning',
  asks: 'A new version says what changed, and links to the version before.',
  sources: [submittingPatches(), netdev()],
  needs: ['description'],
  example: {
    broken: exampleMail({subject}),
    kept: exampleMail({
      subject,
      notes: ['Changes in v2:', '- Count bytes, too.', 'v1: https://lore.kernel.org/bpf/20251101-drop@example.org/'],
    }),
    unseen: exampleMail({subject: '[PATCH bpf-next v2 2/2] bpf: Count what is dropped'}),
  },
  check(series) {
    return series.version > 1 && !series.resend && followsNetdev(series) ? answerOn(series) : kept;
  },
};

function answerOn(series: Series): Answer {
  const lines = mailsOf(series).flatMap(({description}) => [...description.lines, ...description.notes]);
  const hasChanges = lines.some(({text}) => mentionsChange(text));
  const hasLink = lines.some(({text}) => archive.test(text));
  if (hasChanges && hasLink) return kept;
  // The cover letter is where both are looked for.
  if (series.total > 1 && !series.cover) return unseen('the cover letter');
  if (missingOf(series).length > 0 && !hasChanges) return unseen(missingWords(series));
  const [mail] = mailsOf(series);
  const on = mail ? {mail} : {};
  const {version} = series;
  const where = series.cover ? 'in the cover letter' : 'below ---';
  if (!hasChanges) {
    const message = `This is version ${version}, and nothing says what changed. Reviewers look for a changelog ${where}.`;
    const text = `Write "Changes in v${version}:" ${where}, with a link to version ${version - 1} on lore.kernel.org.`;
    return {type: 'broken', findings: [{message, ...on, fix: {type: 'advice', text}}]};
  }
  const message = `There is no link to version ${version - 1}. Networking's handbook asks for one.`;
  const text = `Add the link ${where}: https://lore.kernel.org/bpf/ and the Message-ID of the mail.`;
  return {type: 'broken', findings: [{severity: 'remark', message, ...on, fix: {type: 'advice', text}}]};
}

/**
 * A report that can be read on the web is linked behind the name of who made it.
 *
 * checkpatch.pl asks for it on the very next line; here any Closes or Link further down among the trailers will do.
 * Source: submitting-patches, "Using Reported-by:, …"; checkpatch.pl, BAD_REPORTED_BY_LINK.
 */
import {answerOnCommits} from './commits.js';
import {exampleFixes, exampleMail, exampleSignOff} from './example.js';
import {isOfLinux} from './project.js';
import {kept, type Finding, type Fix, type Rule} from './rule.js';
import {submittingPatches, tool} from './source.js';
import type {PatchMail} from '../mail/message.js';
import type {Trailer} from '../mail/trailers.js';

const reported = 'Reported-by: Bo Example <bo@example.org>';

export const reportedCloses: Rule = {
  id: 'reported-closes',
  severity: 'remark',
  asks: 'Reported-by is followed by Closes with a link to the report.',
  sources: [submittingPatches(), tool('checkpatch.pl')],
  needs: ['description'],
  example: {
    broken: exampleMail({trailers: [exampleFixes, reported, exampleSignOff]}),
    kept: exampleMail({
      trailers: [exampleFixes, reported, 'Closes: https://lore.kernel.org/r/1@example.org', exampleSignOff],
    }),
  },
  check: (series) => (isOfLinux(series) ? answerOnCommits(series, findingsOn) : kept),
};

/** Once for a patch: several reporters often share one report. */
function findingsOn(mail: PatchMail): Finding[] {
  const {trailers, lines} = mail.description;
  const at = trailers.findIndex(isReport);
  const report = trailers[at];
  if (!report || trailers.slice(at + 1).some(isLink)) return [];
  const line = lines.find((each) => each.line === report.line);
  const message = 'There is no Closes behind Reported-by. If the report can be read on the web, link it there.';
  return [{message, mail, ...(line ? {line} : {}), fix: fixOf(report)}];
}

function isReport({name}: Trailer): boolean {
  return /^reported(?:-and-[a-z-]{1,30})?-by$/iu.test(name);
}

function isLink({name}: Trailer): boolean {
  return /^(?:closes|link|buglink)$/iu.test(name);
}

/** A report of syzbot has its page by the number in its address. */
function fixOf({value}: Trailer): Fix {
  const id = /\bsyzbot\+([0-9a-f]{16,40})@syzkaller\.appspotmail\.com/iu.exec(value)?.[1];
  if (id !== undefined)
    return {type: 'line', text: `Closes: https://syzkaller.appspot.com/bug?extid=${id.toLowerCase()}`};
  return {type: 'line', text: 'Closes: https://lore.kernel.org/r/MESSAGE-ID'};
}

/**
 * A patch arrives as it was made: hunks hold the lines that they count, tabs are tabs, and it is text.
 *
 * An error is only what `git apply` would refuse. Lines broken as format=flowed are joined again by git, but not by others.
 * Source: submitting-patches, "No MIME, no links, no compression, no attachments. Just plain text"; git-apply(1).
 */
import {exampleDiff, exampleMail} from './example.js';
import {isOfLinux} from './project.js';
import {answerOf, type Finding, type Fix, type Rule} from './rule.js';
import {submittingPatches, tool} from './source.js';
import type {PatchMail} from '../mail/message.js';
import {mailsOf} from '../series.js';

export const mailMangled: Rule = {
  id: 'mail-mangled',
  severity: 'error',
  asks: 'The diff arrives as it was made.',
  sources: [submittingPatches(), tool('git')],
  needs: ['diff'],
  example: {
    broken: exampleMail({diff: exampleDiff('kernel/bpf/drop.c').replace('+\tcount();', '+\tcount(\n);')}),
    kept: exampleMail(),
  },
  check: (series) =>
    answerOf(
      mailsOf(series).flatMap((mail) => [...brokenFindings(mail), ...(isOfLinux(series) ? blankFindings(mail) : [])]),
    ),
};

const resend: Fix = {
  type: 'advice',
  text: 'Send it with git send-email or b4 send; mail programs change blanks and lines.',
};

function brokenFindings(mail: PatchMail): Finding[] {
  if (mail.subject?.kind === 'reply' || mail.subject?.kind === 'forward') return [];
  const hunks = mail.diff.files.flatMap((file) => file.hunks);
  const isBroken = hunks.some(({brokenLine}) => brokenLine !== undefined);
  return mail.unread.flatMap(({type, text, line}): Finding[] => {
    if (type !== 'diff' && type !== 'mangled') return [];
    if (type === 'mangled') return [{message: text, mail, fix: resend}];
    const hunk = hunks.find(({brokenLine}) => brokenLine === line);
    if (!hunk && line !== mail.diff.strayHunkLine) {
      // What joining did not mend is told as broken.
      if (isBroken) return [];
      const message = `${text} The mail is format=flowed, which breaks lines: git joins them again, other programs do not.`;
      return [{severity: 'warning', message, mail, fix: resend}];
    }
    const last = hunk?.lines.at(-1);
    const at = hunk && last !== undefined ? {text: last, line: hunk.line + hunk.lines.length} : undefined;
    const where = at ? ' It breaks off behind the line that is shown.' : '';
    const message = `${text}${where} git apply refuses it: a line was broken, lost or changed on the way.`;
    return [{message, mail, ...(at ? {line: at} : {}), fix: resend}];
  });
}

/** A few lines of C that only look like this by chance are no proof. */
const fewestLines = 3;

/** C of the kernel is indented by tabs, which some programs turn into blanks; others double the first blank. */
function blankFindings(mail: PatchMail): Finding[] {
  const hunks = mail.diff.files.filter(({path}) => /\.[ch]$/u.test(path)).flatMap((file) => file.hunks);
  const old = hunks.flatMap(({lines}) => lines).filter((text) => /^[ -]/u.test(text));
  const indented = old.filter((text) => /^[ -] {4}[ \t]{0,40}[\w{}(*&/]/u.test(text));
  if (indented.length >= fewestLines && !hunks.some(({lines}) => lines.some((text) => text.includes('\t')))) {
    const message = 'Tabs were turned into blanks: no line of the C code has a tab. git apply refuses it.';
    return [{message, mail, fix: resend}];
  }
  const context = old.filter((text) => text.startsWith(' ') && text.trim() !== '');
  const doubled = context.filter((text) => text.startsWith('  \t'));
  if (doubled.length >= fewestLines && context.every((text) => text.startsWith('  '))) {
    const message = 'The blank before each unchanged line was doubled. git apply refuses it.';
    return [{message, mail, fix: resend}];
  }
  return [];
}

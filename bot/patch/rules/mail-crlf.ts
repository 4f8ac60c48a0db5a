/**
 * Lines of a diff do not end in CR LF, unless all of their file do.
 *
 * CR LF in the whole of a mail is how mail travels, and was taken off before.
 * Source: checkpatch.pl, DOS_LINE_ENDINGS; git-am(1), "--quoted-cr".
 */
import {exampleDiff, exampleMail} from './example.js';
import {answerOf, type Finding, type Rule} from './rule.js';
import {tool} from './source.js';
import type {DiffFile} from '../mail/diff.js';
import type {PatchMail} from '../mail/message.js';
import {mailsOf} from '../series.js';

export const mailCrlf: Rule = {
  id: 'mail-crlf',
  severity: 'warning',
  asks: 'Lines end in LF alone.',
  sources: [tool('checkpatch.pl')],
  needs: ['diff'],
  example: {
    broken: exampleMail({
      diff: exampleDiff('kernel/bpf/drop.c', [' void drop(void)', '-', '+\tcount();\r', ' }']),
    }),
    kept: exampleMail(),
  },
  check: (series) => answerOf(mailsOf(series).flatMap(findingsOn)),
};

function findingsOn(mail: PatchMail): Finding[] {
  if (mail.crlfDiffLines.length === 0) return [];
  const ends = new Set(mail.crlfDiffLines);
  const files = mail.diff.files.filter((file) => isMixed(file, ends));
  const [first] = files;
  const hunk = first?.hunks.find((each) => each.lines.some((_, at) => ends.has(each.line + 1 + at)));
  const at = hunk?.lines.findIndex((_, index) => ends.has(hunk.line + 1 + index)) ?? -1;
  if (!hunk || at < 0) return [];
  const count = files.length === 1 ? 'a file' : `${files.length} files`;
  const message = `Lines of ${count} end in CR LF, but the file does not. The kernel's files end their lines in LF.`;
  const line = {text: hunk.lines[at] ?? '', line: hunk.line + 1 + at};
  const fix = {type: 'command', text: `git config core.autocrlf input`} as const;
  return [{message, mail, line, fix}];
}

/** Lines that it had before tell what its ends are; a new file has none and should end its lines in LF. */
function isMixed({hunks, change}: DiffFile, ends: ReadonlySet<number>): boolean {
  const lines = hunks.flatMap(({line, lines: own}) => own.map((text, at) => ({text, hasCr: ends.has(line + 1 + at)})));
  if (!lines.some(({hasCr}) => hasCr)) return false;
  const old = lines.filter(({text}) => !text.startsWith('+') && !text.startsWith('\\'));
  return change === 'added' || old.some(({hasCr}) => !hasCr);
}

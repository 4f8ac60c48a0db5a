/**
 * What a message says before its diff: headers inside the body, the description, its trailers, notes below `---`.
 *
 * Cut where `git am` cuts, so that what stands here is what would be committed.
 * Scissors cut here although git am leaves that to an option: who writes them means them, and without the cut the talk
 * above them would be judged.
 * Source: git-mailinfo(1), git-am(1) "--scissors", git-interpret-trailers(1).
 */
import type {Line} from './line.js';
import {isScissors} from './scissors.js';
import {findTrailers, type Trailer} from './trailers.js';

export interface Description {
  /** Headers at the top of the body. In a mail with a patch they win over its own; see `endedBy`. */
  readonly inBody: {readonly from?: Line; readonly subject?: Line; readonly date?: Line};
  /** Without blank lines at either end; trailers are part of it. */
  readonly lines: readonly Line[];
  readonly trailers: readonly Trailer[];
  /** Between the first `---` and the diff; git drops them. */
  readonly notes: readonly Line[];
  /** What ended the description: a line `---`, the diff itself, or the message, which then holds no patch for git. */
  readonly endedBy: 'separator' | 'diff' | 'end';
  /** Where the line of scissors stood above which all was dropped. */
  readonly scissorsLine?: number;
  /** The line like one of a diff that ended it, though more of it stands below: git drops that. */
  readonly cutShort?: Line;
}

/** The description without its notes, which end where the diff begins, and the index of what comes after it. */
export interface Head {
  readonly description: Omit<Description, 'notes'>;
  /** Index of the first line that is not description: below `---`, or the first of the diff. */
  readonly next: number;
}

type InBodyName = 'from' | 'subject' | 'date';

const inBodyHeader = /^(From|Subject|Date):([^]*)$/iu;
/** What format-patch writes above a mail; a file of mails has quoted it, and taken the quote off again. */
const quotedPostmark = /^>?From [0-9a-f]{40} /u;

/** @param firstLine The number of the first line. */
export function readHead(lines: readonly string[], firstLine: number): Head {
  let inBody: {from?: Line; subject?: Line; date?: Line} = {};
  let kept: Line[] = [];
  let open: InBodyName | undefined;
  let atTop = true;
  let scissorsLine: number | undefined;
  let at = 0;
  let endedBy: Description['endedBy'] = 'end';
  for (; at < lines.length; at++) {
    const text = lines[at] ?? '';
    const line = firstLine + at;
    if (atTop) {
      // A line of blanks is none of these for git.
      if (text === '') {
        if (open) atTop = false;
        continue;
      }
      const rest = open ? inBody[open] : undefined;
      if (open && rest && /^[ \t]/u.test(text) && !isScissors(text)) {
        inBody = {...inBody, [open]: {...rest, text: `${rest.text} ${text.trim()}`}};
        continue;
      }
      const found = readInBody(text);
      if (found && !inBody[found.name]) {
        open = found.name;
        inBody = {...inBody, [open]: {text: found.value, line}};
        continue;
      }
      if (quotedPostmark.test(text)) continue;
      atTop = false;
    }
    if (isScissors(text)) {
      [inBody, kept, open, atTop, scissorsLine] = [{}, [], undefined, true, line];
      continue;
    }
    const end = breakOf(text);
    if (end) {
      endedBy = end;
      break;
    }
    kept.push({text, line});
  }
  const description = {inBody, lines: trimBlank(kept), trailers: findTrailers(kept), endedBy};
  return {
    description: scissorsLine === undefined ? description : {...description, scissorsLine},
    next: endedBy === 'separator' ? at + 1 : at,
  };
}

/** A header, or a line `[PATCH] …`, which git takes for a subject. */
function readInBody(text: string): {readonly name: InBodyName; readonly value: string} | undefined {
  if (/^\[PATCH\]\s/u.test(text)) return {name: 'subject', value: text.trim()};
  const [, name, value = ''] = inBodyHeader.exec(text) ?? [];
  return name === undefined ? undefined : {name: name.toLowerCase() as InBodyName, value: value.trim()};
}

function breakOf(text: string): 'separator' | 'diff' | undefined {
  if (text.startsWith('diff -') || text.startsWith('Index: ')) return 'diff';
  if (!text.startsWith('---')) return undefined;
  if (text[3] === ' ' && text[4] !== undefined && text[4].trim() !== '') return 'diff';
  return text.slice(3).trim() === '' ? 'separator' : undefined;
}

/**
 * Whether a description that a diff ended goes on behind it: a separator above the patch proper, or trailers.
 *
 * Lines of hunks begin with a mark and are passed over.
 *
 * @param rest From the line that ended it. @param diffAt Index in `rest` of the first file that was read.
 */
export function goesOnBelow(rest: readonly string[], diffAt: number): boolean {
  const signature = rest.indexOf('-- ');
  const last = signature < 0 ? rest.length : signature;
  return rest
    .slice(0, last)
    .some((text, at) => lateTrailer.test(text) || (at > 0 && at < diffAt && text.trim() === '---'));
}

const lateTrailer = /^(?:Signed-off|Reviewed|Acked|Tested|Reported|Suggested)-by: .{0,200}@/u;

export function trimBlank(lines: readonly Line[]): readonly Line[] {
  const first = lines.findIndex(({text}) => text.trim() !== '');
  const last = lines.findLastIndex(({text}) => text.trim() !== '');
  return first < 0 ? [] : lines.slice(first, last + 1);
}

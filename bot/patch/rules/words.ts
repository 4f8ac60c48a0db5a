/**
 * The lines of a description by what they are: words to read, trailers, or what a program printed.
 *
 * Rules on how people write must not speak on logs, code, tables and links, which are shown as they are.
 */
import type {Line} from '../mail/line.js';
import type {PatchMail} from '../mail/message.js';

/** What a maintainer or git adds among trailers: `(cherry picked from commit …)`, `[ast: fixed a typo]`. */
const addition = /^(?:\(cherry picked from commit [0-9a-f]{7,40}\)|\[[^[\]]{1,300}\])$/iu;

/** Lines that are neither blank nor trailers nor added among them. */
export function wordsOf({description}: PatchMail): readonly Line[] {
  const taken = new Set<number>();
  for (const {line, isFolded} of description.trailers) {
    taken.add(line);
    if (isFolded) taken.add(line + 1);
  }
  return description.lines.filter(
    ({text, line}) => text.trim() !== '' && !taken.has(line) && !(taken.size > 0 && addition.test(text.trim())),
  );
}

/** Longer lines are no sentences, and no pattern is tried on them. */
const longestSentence = 400;
const shown = [
  // Indented, quoted, prompts, comments.
  /^(?:[ \t]{2}|\t|>|[$#%] |\/\/|\/\*|\|)/u,
  // Times and places of the kernel's log, of the verifier's and of a disassembler's.
  /^ ?\[ {0,6}\d{1,7}\.\d{3,9}\]|\+0x[0-9a-f]{1,8}\/0x|^ ?[0-9a-f]{1,6}: |Call Trace:|(?:SAN|BUG): /u,
  // Messages of compilers and of programs.
  /[\w/.-]{1,80}\.[chS]:\d{1,6}\b|:\d{1,6}: (?:fatal )?(?:error|warning|note): |^(?:libbpf|make(?:\[\d\])?|ld|gcc|clang): /u,
  // Code, tables, rows of numbers.
  /[;{}]$|\|.{1,200}\||\S {3,}\S|^[^A-Za-z]{1,400}$/u,
];

/** Whether a line was printed by a program, is code, or stands in a table. */
export function isShown(text: string): boolean {
  return text.length > longestSentence || shown.some((pattern) => pattern.test(text));
}

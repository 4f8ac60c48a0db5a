/**
 * What a rule of `check` is: a file with its id, its severity, who says so, an example that is its test, and a function.
 *
 * A rule has three answers: kept, broken, and not seen, for a lone 1/3 says nothing of a cover letter and a file of
 * format-patch names no receivers. Rules are pure and throw nothing.
 */
import type {Line} from '../mail/line.js';
import type {PatchMail} from '../mail/message.js';
import type {Series} from '../series.js';
import type {Source} from './source.js';

/**
 * - `error`: the HOWTO or a document of the kernel says must, or tools cannot apply it.
 * - `warning`: somebody will object, or a tool misreads it.
 * - `remark`: worth a look.
 */
export type Severity = 'error' | 'warning' | 'remark';

/** What a rule has to see before it can say anything. `headers` are those that a mail has and a file does not: To, Cc. */
export type Need = 'subject' | 'description' | 'diff' | 'headers';

export interface Fix {
  /** A line of a description or a header, a command, the right subject; or words on what to do. */
  readonly type: 'line' | 'command' | 'subject' | 'advice';
  /** One line; of the first three, it can be pasted as it stands. */
  readonly text: string;
}

export interface Finding {
  /** Milder than the rule's where the rule says why. */
  readonly severity?: Severity;
  /** Whole sentences for the sender: what was met and what was expected. Plain text. */
  readonly message: string;
  /** What it is about; absent for the series as a whole. */
  readonly mail?: PatchMail;
  /** The line it is about, as it stands. */
  readonly line?: Line;
  readonly fix?: Fix;
}

export type Answer =
  | {readonly type: 'kept'}
  /** `needs` ends the sentence "Not seen: …". */
  | {readonly type: 'unseen'; readonly needs: string}
  | {readonly type: 'broken'; readonly findings: readonly [Finding, ...Finding[]]};

/** What was handed in together with a series. */
export interface Beside {
  /** The other series, newest first. */
  readonly others: readonly Series[];
}

/** Files that show a rule. Each is the text of an mbox, or of one patch. */
export interface Example {
  readonly broken: string;
  readonly kept: string;
  readonly unseen?: string;
}

export interface Rule {
  /** As in `--json`; stable. */
  readonly id: string;
  readonly severity: Severity;
  /** What it asks for, as a sentence. */
  readonly asks: string;
  /** Where sources differ, the HOWTO stands first. */
  readonly sources: readonly [Source, ...Source[]];
  readonly needs: readonly Need[];
  readonly example: Example;
  check(series: Series, beside: Beside): Answer;
}

export const kept: Answer = {type: 'kept'};

export function unseen(needs: string): Answer {
  return {type: 'unseen', needs};
}

/** Broken where there is any finding. */
export function answerOf(findings: readonly Finding[]): Answer {
  const [first, ...more] = findings;
  return first ? {type: 'broken', findings: [first, ...more]} : kept;
}

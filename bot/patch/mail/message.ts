/**
 * A message as `check` reads it: who sent it, what kind it is, what it says, what it changes, and what stayed unread.
 */
import type {Address} from './address.js';
import type {Description} from './description.js';
import type {Diff} from './diff.js';
import type {Line} from './line.js';
import type {MailDate} from './mail-date.js';
import type {Remark} from './remark.js';
import type {Subject} from '../subject.js';

/**
 * - `reply`: words on somebody's patch; what it quotes is not judged. A reply with a diff of its own is a `patch`.
 * - `patch`: has a diff and a subject or description, or says in its subject that it is one.
 * - `diff`: a bare diff without either.
 * - `other`: announcements, reports of bots, questions.
 */
export type MailClass = 'cover' | 'patch' | 'pull' | 'reply' | 'diff' | 'other';

export interface PatchMail {
  readonly file: string;
  /** Which message of its file, from 1. */
  readonly number: number;
  /** Of its first line in the file. */
  readonly line: number;
  /** `diff` and `text` came without headers. */
  readonly form: 'mail' | 'diff' | 'text';
  readonly class: MailClass;
  /** The subject that counts: the one in the body, if there is one. Undefined where none is written. */
  readonly subject: Subject | undefined;
  /** The text that `subject` was read from: on one line, decoded. */
  readonly subjectLine: Line | undefined;
  /** The header as it stands, folds and encoded words kept; bytes beyond ASCII as the text they stand for. */
  readonly rawSubject: string | undefined;
  /** What `git am` makes the first line of the commit. */
  readonly commitTitle: string;
  /** With its angle brackets taken off; undefined where it has none. */
  readonly id: string | undefined;
  readonly inReplyTo: readonly string[];
  /** Oldest first. */
  readonly references: readonly string[];
  /** Of the header. */
  readonly from: Address | undefined;
  /** Who git would name: from the body, if it says so. */
  readonly author: Address | undefined;
  /** Of the body, if it says so, else of the header. */
  readonly date: MailDate | undefined;
  readonly sentAt: Date | undefined;
  readonly to: readonly Address[];
  readonly cc: readonly Address[];
  readonly description: Description;
  readonly diff: Diff;
  /** The line `base-commit:`, wherever it stands; git and b4 write it behind the diff. */
  readonly base: Line | undefined;
  /** Quoted with `>`. */
  readonly quotesDiff: boolean;
  /** Numbers of lines count in the file, or where the body was encoded or in parts, in its decoded text. */
  readonly linesIn: 'file' | 'text';
  readonly place: 'body' | 'part' | 'attachment' | 'html' | 'nowhere';
  readonly isFlowed: boolean;
  /** `all` is transport and harmless; `some` is not. */
  readonly crlf: 'none' | 'some' | 'all';
  /** Lines of hunks that end in CR LF where the whole message does not. */
  readonly crlfDiffLines: readonly number[];
  readonly unread: readonly Remark[];
}

/**
 * What kind of message it is: by its subject, and by whether it holds a diff that is not quoted.
 */
import type {RawMail} from './container.js';
import type {Description} from './description.js';
import type {Diff} from './diff.js';
import type {MailClass} from './message.js';
import type {Subject} from '../subject.js';

export function classOf(
  subject: Subject | undefined,
  description: Description,
  diff: Diff,
  form: RawMail['form'],
): MailClass {
  const hasDiff = diff.files.length > 0;
  const isBare = subject === undefined && description.lines.length === 0;
  if (form === 'diff' || (hasDiff && form === 'text' && isBare)) return 'diff';
  switch (subject?.kind) {
    case 'reply':
    case 'forward':
      return hasDiff ? 'patch' : 'reply';
    case 'pull':
      return 'pull';
    case 'cover':
      return hasDiff ? 'patch' : 'cover';
    case 'patch':
      return 'patch';
    case 'other':
    case undefined:
      return hasDiff ? 'patch' : 'other';
  }
}

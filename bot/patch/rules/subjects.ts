/**
 * The subjects of a series that head patches and cover letters, and findings on what all of them share.
 *
 * A prefix is written once for a series, so what is wrong with it is said once, on the first mail that has it.
 */
import {gitLine} from '../posting.js';
import {prefixOf, rightSubject} from '../right-subject.js';
import {mailsOf, type Series} from '../series.js';
import type {Subject} from '../subject.js';
import type {Line} from '../mail/line.js';
import type {PatchMail} from '../mail/message.js';
import {kept, type Answer, type Fix, type Severity} from './rule.js';

export interface Headed {
  readonly mail: PatchMail;
  readonly subject: Subject;
  readonly line: Line;
}

/** Without replies, whose subject is another's. */
export function headedOf(series: Series): readonly Headed[] {
  return mailsOf(series).flatMap((mail) => {
    const {subject, subjectLine: line} = mail;
    const isAnswer = subject?.kind === 'reply' || subject?.kind === 'forward';
    return subject && line && !isAnswer ? [{mail, subject, line}] : [];
  });
}

/** What a rule says of a prefix; a fix stands in where the right subject cannot be told. */
export interface Told {
  readonly message: string;
  readonly severity?: Severity;
  readonly fix?: Fix;
}

/** @param tell What is wrong with a subject, if anything is. */
export function answerOnPrefix(series: Series, tell: (headed: Headed) => Told | undefined): Answer {
  const headed = headedOf(series);
  const told = headed.flatMap((each) => {
    const said = tell(each);
    return said ? [{each, said}] : [];
  });
  const [first] = told;
  if (!first) return kept;
  const {mail, line} = first.each;
  const right = rightSubject(mail);
  const fix: Fix | undefined = right ? {type: 'subject', text: right.text} : first.said.fix;
  const others = told.length === 1 ? '' : ` The same in ${told.length} of ${headed.length} mails.`;
  const message = `${first.said.message}${others}`;
  return {type: 'broken', findings: [{...first.said, message, mail, line, ...(fix ? {fix} : {})}]};
}

/** The command that writes all mails of a series at once, numbered and with a cover letter. */
export function seriesCommand(series: Series): Fix {
  const [prefix] = headedOf(series).flatMap(({subject}) => prefixOf(subject) ?? []);
  const text = prefix ? gitLine(prefix, series.total) : 'git format-patch --cover-letter start..finish';
  return {type: 'command', text};
}

/**
 * A mail is in the charset that it names, best UTF-8, and its subject is encoded once.
 *
 * Source: checkpatch.pl, INVALID_UTF8 and UTF8_BEFORE_PATCH; RFC 2047.
 */
import {exampleMail} from './example.js';
import {answerOf, type Finding, type Rule} from './rule.js';
import {tool} from './source.js';
import type {PatchMail} from '../mail/message.js';
import {mailsOf} from '../series.js';

export const charset: Rule = {
  id: 'charset',
  severity: 'warning',
  asks: 'The mail is in the charset that it names.',
  sources: [tool('checkpatch.pl')],
  needs: ['subject'],
  example: {
    broken: exampleMail({headers: ['Content-Type: text/plain; charset=x-none'], description: ['Zähle.']}),
    kept: exampleMail({headers: ['Content-Type: text/plain; charset=UTF-8'], description: ['Zähle.']}),
  },
  check: (series) => answerOf(mailsOf(series).flatMap(findingsOn)),
};

const encodedWord = /=\?[\w-]{2,40}\?[bq]\?/iu;

function findingsOn(mail: PatchMail): Finding[] {
  const twice: Finding[] =
    mail.subjectLine && encodedWord.test(mail.subjectLine.text)
      ? [
          {
            message: 'The subject is still encoded after it was decoded: it was encoded twice, and is shown so.',
            mail,
            line: mail.subjectLine,
            fix: {type: 'advice', text: 'Let git send-email encode it; do not encode it before.'},
          },
        ]
      : [];
  const troubles = mail.unread.filter(({type}) => type === 'charset');
  const [first] = troubles;
  if (!first) return twice;
  const more = troubles.length > 1 ? ` The mail has ${troubles.length} such places.` : '';
  return [...twice, {message: `${first.text}${more}`, mail, fix}];
}

const fix = {
  type: 'advice',
  text: 'Write in UTF-8 and send it with git send-email or b4 send, which name it.',
} as const;

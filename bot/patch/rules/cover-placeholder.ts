/**
 * A cover letter is filled in: git and b4 leave a text in it that says what to write.
 *
 * Source: BPF HOWTO, "What is the minimum requirement before I submit my BPF patches?"; git-format-patch(1), "--cover-letter";
 * b4, "b4 prep --edit-cover".
 */
import {exampleCover} from './example.js';
import {followsHowto} from './project.js';
import {answerOf, kept, unseen, type Finding, type Rule} from './rule.js';
import {howto, tool} from './source.js';
import {wordsOf} from './words.js';
import type {PatchMail} from '../mail/message.js';

const placeholder = /^(?:\*\*\* (?:SUBJECT|BLURB) HERE \*\*\*$|EDITME: )/u;
/** What git writes below the words: the shortlog, and the diffstat. */
const written = [
  /^.{1,200} \(\d{1,5}\):$/u,
  /^ {2}/u,
  /^ .{1,300} \| {1,200}(?:\d|Bin)/u,
  /^ \d{1,6} files? changed/u,
  /^ (?:create|delete|rename|copy|rewrite|mode change) /u,
  /^base-commit: /u,
];

export const coverPlaceholder: Rule = {
  id: 'cover-placeholder',
  severity: 'error',
  asks: 'The cover letter is filled in.',
  sources: [howto('minimum'), tool('git')],
  needs: ['description'],
  example: {
    broken: exampleCover({subject: '[PATCH bpf-next 0/2] *** SUBJECT HERE ***', description: ['*** BLURB HERE ***']}),
    kept: exampleCover(),
  },
  check(series) {
    const {cover} = series;
    if (!cover) return series.total > 1 ? unseen('the cover letter') : kept;
    const left = leftIn(cover);
    return left.length > 0 || !followsHowto(series) ? answerOf(left) : answerOf(emptyIn(cover));
  },
};

function leftIn(mail: PatchMail): Finding[] {
  const {subject, subjectLine, description} = mail;
  const title = placeholder.test(subject?.title ?? '') ? subjectLine : undefined;
  const blurb = description.lines.find(({text}) => placeholder.test(text));
  return [
    ...(title
      ? [{message: 'The title of the cover letter is not written yet. Say what the series does.', mail, line: title}]
      : []),
    ...(blurb
      ? [
          {
            message: 'The text of the cover letter is not written yet. Say what the series does, and why.',
            mail,
            line: blurb,
          },
        ]
      : []),
  ];
}

function emptyIn(mail: PatchMail): Finding[] {
  const isRead = mail.place !== 'html' && mail.place !== 'nowhere';
  const below = mail.description.notes.filter(({text}) => text.trim() !== '');
  const all = [...wordsOf(mail), ...below];
  const signature = all.findIndex(({text}) => text === '-- ');
  const lines = signature < 0 ? all : all.slice(0, signature);
  if (!isRead || lines.some(({text}) => !written.some((pattern) => pattern.test(text)))) return [];
  const message =
    'The cover letter has no words of yours. The HOWTO says that it must describe the series at a high level, as it becomes part of the git log.';
  return [{message, mail, fix: {type: 'advice', text: 'Say above the list of patches what the series does, and why.'}}];
}

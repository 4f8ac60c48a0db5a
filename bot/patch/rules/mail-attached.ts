/**
 * A patch is the text of its mail, so that people can quote it in their answers.
 *
 * Source: submitting-patches, "No MIME, no links, no compression, no attachments. Just plain text".
 */
import {exampleDiff} from './example.js';
import {answerOf, type Rule} from './rule.js';
import {submittingPatches} from './source.js';
import {mailsOf} from '../series.js';

/** Of a mail with a text and a patch beside it. */
function attached(disposition: string): string {
  return [
    'From 0123456789abcdef0123456789abcdef01234567 Mon Sep 17 00:00:00 2001',
    'From: Ada Example <ada@example.org>',
    'Subject: [PATCH bpf-next] bpf: Count what is dropped',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary=b',
    '',
    '--b',
    'Content-Type: text/plain',
    '',
    'Nobody sees how much is dropped. Count it.',
    '',
    'Signed-off-by: Ada Example <ada@example.org>',
    '---',
    '--b',
    'Content-Type: text/plain',
    `Content-Disposition: ${disposition}`,
    '',
    exampleDiff('kernel/bpf/drop.c'),
    '--b--',
    '',
  ].join('\n');
}

export const mailAttached: Rule = {
  id: 'mail-attached',
  severity: 'warning',
  asks: 'The patch is the text of the mail, not an attachment.',
  sources: [submittingPatches()],
  needs: ['diff'],
  example: {broken: attached('attachment; filename=a.patch'), kept: attached('inline')},
  check: (series) =>
    answerOf(
      mailsOf(series)
        .filter(({place}) => place === 'attachment')
        .map((mail) => ({
          message: 'The patch is an attachment. People cannot quote it in their answers.',
          mail,
          fix: {type: 'advice', text: 'Send it with git send-email or b4 send.'},
        })),
    ),
};

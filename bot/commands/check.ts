/**
 * `check`: patches before they are sent, by what the list, its tools and its maintainers would object to.
 *
 * Source: bot/patch/rules, each of which names its own.
 */
import {defineCommand} from '../command.js';
import {UserError} from '../errors.js';
import type {Reply} from '../message.js';

/** Discord shows one box for each. */
const mostFiles = 5;

export const check = defineCommand({
  name: 'check',
  summary: 'Check a patch, a series or a subject before you send it',
  usage: 'check [subject or attached files]',
  options: {
    text: {type: 'text', optional: true, looksLike: isPatchLike, summary: 'A subject, or a patch pasted as text'},
    file: {type: 'files', optional: true, most: mostFiles, summary: 'A patch: .patch, .eml, .mbox, .txt or .gz'},
  },
  async run({text}, context): Promise<Reply> {
    // The rules are many files, and most starts of the program are for something else.
    const [{checkFiles, checkText, howToCheck}, {checkReply}] = await Promise.all([
      import('../check.js'),
      import('../check-reply.js'),
    ]);
    const {request, caps} = context;
    const files = request.attached?.files ?? [];
    if (files.length === 0 && (text === undefined || text.trim() === '')) throw new UserError(howToCheck);
    const report = files.length > 0 ? await checkFiles(files, caps) : await checkText(text ?? '', caps);
    return checkReply(report, 1, context);
  },
});

/** Brackets, a diff, headers or a link: "check whether I need Fixes" is a question. */
function isPatchLike(text: string): boolean {
  return /^\s*(?:```|\[|(?:Subject|From|Re|pull-request):|diff --git |--- |https?:\/\/)|\n/iu.test(text);
}

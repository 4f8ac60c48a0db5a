/**
 * Answers of `check` that show how they look: nothing wrong, a little, and more than one page.
 */
import {checkFiles} from '../../bot/check.js';
import {checkReply} from '../../bot/check-reply.js';
import type {Reply} from '../../bot/message.js';
import {defaultCaps} from '../../bot/patch/mail/caps.js';
import {exampleCover, exampleDiff, exampleFixes, exampleMail, exampleSignOff} from '../../bot/patch/rules/example.js';
import type {Knowledge} from '../../knowledge/index.js';
import {makeContext} from './bot.js';
import {rightPatch} from './patches.js';

/** A series in which much is wrong, as a newcomer might send it. */
const faulty = [
  exampleCover({subject: '[PATCH v2 0/3] *** SUBJECT HERE ***', description: ['*** BLURB HERE ***']}),
  exampleMail({
    subject: '[PATCH v2 1/3] Count what is dropped.',
    description: [
      'This counts what is dropped, as commit abc1234 did not, and as nobody has asked for in any of the many mails about it.',
    ],
    trailers: ['Fixes: abc1234 (bpf: Drop it)', 'Cc: stable@kernel.org', 'Change-Id: I0123456789abcdef'],
    diff: exampleDiff('kernel/bpf/verifier.c'),
  }),
  exampleMail({
    subject: '[PATCH v2 2/3] bpf: Show it to <!channel> and @everyone',
    description: ['v2: show it'],
    trailers: ['Reported-by: Bo Example <bo@example.org>', exampleSignOff],
    diff: exampleDiff('include/uapi/linux/bpf.h'),
  }),
  exampleMail({
    subject: '[PATCH v2 3/4] bpf: Test it',
    description: [],
    trailers: [],
    diff: exampleDiff('samples/bpf/drop_user.c'),
  }),
];
const short = exampleMail({
  trailers: [exampleFixes],
  description: ['Nobody sees how much is dropped. '.repeat(3).trim()],
});

/** Replies by name. */
export async function checkSamples(knowledge: Knowledge): Promise<Map<string, Reply>> {
  const attached = {files: [], reference: 'F0000000001'};
  const context = makeContext(knowledge, {setting: 'private', attached});
  const reply = async (files: readonly string[], page: number) => {
    const given = files.map((text, at) => {
      const bytes = Buffer.from(text);
      return {name: `000${at}.patch`, sizeBytes: bytes.length, read: () => Promise.resolve(bytes)};
    });
    return checkReply(await checkFiles(given, defaultCaps), page, context);
  };
  return new Map([
    ['check-ready', await reply([rightPatch], 1)],
    ['check-short', await reply([short], 1)],
    ['check-long', await reply(faulty, 1)],
    ['check-long-page-2', await reply(faulty, 2)],
  ]);
}

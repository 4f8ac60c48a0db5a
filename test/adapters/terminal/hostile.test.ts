/**
 * Questions that nobody would ask, over the bundled HOWTO: each gets an answer of some kind, and none steers the terminal.
 */
import {beforeAll, describe, expect, it} from 'vitest';
import {createBot, type Bot} from '../../../bot/index.js';
import {UserError} from '../../../bot/errors.js';
import {paintReply} from '../../../adapters/terminal/paint.js';
import {loadKnowledge} from '../../../knowledge/index.js';
import {request} from '../../helpers/bot.js';

const megabyte = 2 ** 20;
const questions: readonly (readonly [string, string])[] = [
  ['nothing', ''],
  ['blanks', ' \t\n '],
  ['a letter', 'b'],
  ['punctuation', '?!... --- ,;'],
  ['emoji', '🐝🐝🐝👩‍💻'],
  ['right-to-left text', 'איפה לשלוח תיקונים? أين أرسل التصحيحات؟'],
  ['Chinese', '补丁应该发到哪里？'],
  ['overrides', '\u202ehctap\u202c bpf'],
  ['zalgo', 'b' + '\u0335\u0340\u0489'.repeat(2000) + 'pf'],
  ['escape sequences', '\u001b[2J\u001b]0;title\u0007\u009b1m where \u0090do I send'],
  ['a NUL and lone surrogates', 'a\u0000b\ud800c\udc00'],
  ['names of objects', '__proto__ constructor toString hasOwnProperty'],
  ['a pattern', '(a+)+$ [.*] \\1 ${x}'],
  ['markup', '<script>alert(1)</script> **bold** `code` [x](javascript:1)'],
  ['a megabyte of one letter', 'a'.repeat(megabyte)],
  ['a megabyte of words', 'patch list tree '.repeat(megabyte / 16)],
  ['a megabyte of blanks', ' '.repeat(megabyte)],
  ['a megabyte of punctuation', '?'.repeat(megabyte)],
  ['a megabyte of escapes', '\u001b['.repeat(megabyte / 2)],
  ['a megabyte of emoji', '🐝'.repeat(megabyte / 4)],
  ['a megabyte of lines', '> x\n'.repeat(megabyte / 4)],
  ['a command with a megabyte behind it', `browse ${'x'.repeat(megabyte)}`],
  ['a slash with a megabyte behind it', `/${'x'.repeat(megabyte)}`],
];
const steering = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/u;

let bot: Bot;
beforeAll(async () => {
  const {knowledge} = await loadKnowledge([{type: 'bundled'}]);
  bot = createBot(() => knowledge, '0');
});

describe('the bundled HOWTO, asked', () => {
  it.each(questions)('%s', async (_name, question) => {
    const shown = await bot.hear(question, request).then(
      (reply) => paintReply(reply, {columns: 40, colour: false, hyperlinks: false}),
      (error: unknown) => {
        if (error instanceof UserError) return [error.message];
        throw error;
      },
    );
    expect(shown.join('').length).toBeGreaterThan(0);
    expect(shown.join('').length).toBeLessThan(20_000);
    expect(shown.filter((row) => steering.test(row))).toEqual([]);
  });
});

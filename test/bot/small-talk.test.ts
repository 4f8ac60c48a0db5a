import {describe, expect, it} from 'vitest';
import {smallTalk} from '../../bot/small-talk.js';

const talk: readonly (readonly [string, ReturnType<typeof smallTalk>])[] = [
  ['thanks', 'thanks'],
  ['Thank you very much!', 'thanks'],
  ['ok, great, thx :)', 'thanks'],
  ['good bot', 'thanks'],
  ['lgtm', 'thanks'],
  ['hello', 'greeting'],
  ['Hi there!', 'greeting'],
  ['good morning everyone', 'greeting'],
  ['what can you do?', 'greeting'],
  ['who are you', 'greeting'],
  ['thanks, but which tree?', undefined],
  ['hello, where do I send patches', undefined],
  ['ok so which list', undefined],
  ['what do you need in a patch', undefined],
  ['', undefined],
  ['...', undefined],
  [`hi ${'hi '.repeat(30)}`, undefined],
];

describe('small talk', () => {
  it.each(talk)('%j is %s', (text, kind) => expect(smallTalk(text)).toBe(kind));
});

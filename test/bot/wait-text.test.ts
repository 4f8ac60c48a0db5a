import {describe, expect, it} from 'vitest';
import {waitText} from '../../bot/wait-text.js';

describe('a wait', () => {
  it.each([
    [0, '1 second'],
    [1, '1 second'],
    [1001, '2 seconds'],
    [119_000, '119 seconds'],
    [120_000, '2 minutes'],
    [121_000, '3 minutes'],
    [600_000, '10 minutes'],
  ])('of %i ms', (ms, text) => expect(waitText(ms)).toBe(text));
});

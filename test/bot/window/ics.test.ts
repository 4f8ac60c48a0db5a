import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {standingToCalendar} from '../../../bot/window/calendar.js';
import {escapeText, foldLine, formatCalendar} from '../../../bot/window/ics.js';
import {look} from '../../../bot/window/state.js';
import {standingAt} from '../../../bot/window/standing.js';
import {day} from './days.js';

/** As a reader of calendars undoes folds and escapes: RFC 5545, 3.1 and 3.3.11. */
const unfold = (text: string) => text.replace(/\r\n[ \t]/gu, '');
const unescape = (text: string) =>
  text.replace(/\\([\\;,nN])/gu, (_all, character: string) => (/n/iu.test(character) ? '\n' : character));

describe('a calendar file', () => {
  it('holds whole days', () => {
    const event = {
      uid: 'a@b',
      on: day('2023-12-31'),
      summary: 'x; y',
      description: 'one\ntwo, three',
      url: 'https://a/',
    };
    expect(formatCalendar('A, B', [event], new Date('2023-08-28T06:00:01.234Z'))).toBe(
      [
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        'PRODID:-//bpf-howto//Merge window//EN',
        'CALSCALE:GREGORIAN',
        'METHOD:PUBLISH',
        'X-WR-CALNAME:A\\, B',
        'BEGIN:VEVENT',
        'UID:a@b',
        'DTSTAMP:20230828T060001Z',
        'DTSTART;VALUE=DATE:20231231',
        'DTEND;VALUE=DATE:20240101',
        'SUMMARY:x\\; y',
        'DESCRIPTION:one\\ntwo\\, three',
        'URL:https://a/',
        'STATUS:TENTATIVE',
        'TRANSP:TRANSPARENT',
        'END:VEVENT',
        'END:VCALENDAR',
        '',
      ].join('\r\n'),
    );
  });

  it.each([
    ['', ''],
    ['x'.repeat(75), 'x'.repeat(75)],
    ['x'.repeat(76), `${'x'.repeat(75)}\r\n x`],
    ['x'.repeat(150), `${'x'.repeat(75)}\r\n ${'x'.repeat(74)}\r\n x`],
    [`${'x'.repeat(74)}é`, `${'x'.repeat(74)}\r\n é`],
    [`${'x'.repeat(72)}𝄞y`, `${'x'.repeat(72)}\r\n 𝄞y`],
  ])('%j is folded', (line, folded) => expect(foldLine(line)).toBe(folded));

  it('keeps every text through folds and escapes, on lines of 75 octets at most', () => {
    const text = fc
      .string({
        unit: fc.oneof(
          fc.constantFrom('\n', ';', ',', '\\', ' ', 'é', '𝄞'),
          fc.string({unit: 'grapheme', minLength: 1, maxLength: 1}),
        ),
        maxLength: 300,
      })
      .filter((any) => !/[\u0000-\u0009\u000b-\u001f\u007f]/u.test(any));
    fc.assert(
      fc.property(text, (any) => {
        const folded = foldLine(escapeText(any));
        for (const line of folded.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        expect(unescape(unfold(folded))).toBe(any);
      }),
    );
  });

  it('names the next dates in order, the same ones while they move', () => {
    const at = (now: string) => {
      const tag = {version: {major: 6, minor: 5}, releasedAt: new Date('2023-08-27T21:49:51Z')};
      return standingToCalendar(standingAt(look(undefined, [tag], new Date(now)).memory, new Date(now))) ?? '';
    };
    const pick = (text: string) =>
      unfold(text)
        .match(/^(?:UID|DTSTART;VALUE=DATE|SUMMARY|DESCRIPTION):.*$/gmu)
        ?.map(unescape);
    expect(pick(at('2023-08-28T06:00:00Z'))).toEqual([
      'UID:linux-6.6-rc1@bpf-howto',
      'DTSTART;VALUE=DATE:20230910',
      'SUMMARY:Linux 6.6-rc1 is expected; the merge window closes',
      'DESCRIPTION:The merge window for 6.6 closes with 6.6-rc1, about Sun 10 Sep 2023 (about 19 in 20). A forecast, not an announcement.',
      'UID:linux-6.6@bpf-howto',
      'DTSTART;VALUE=DATE:20231029',
      'SUMMARY:Linux 6.6 is expected; the merge window opens',
      'DESCRIPTION:6.6: probably Sun 29 Oct 2023, about 4 in 5; else Sun 5 Nov 2023. A forecast, not an announcement.',
    ]);
    const uids = (text: string) => text.match(/^UID:.*$/gmu);
    expect(uids(at('2023-09-14T06:00:00Z'))).toEqual(uids(at('2023-08-28T06:00:00Z')));
    expect(pick(at('2023-09-14T06:00:00Z'))?.[1]).toBe('DTSTART;VALUE=DATE:20230917');
  });

  it('is none where nothing is known', () =>
    expect(standingToCalendar(standingAt(undefined, new Date(0)))).toBeUndefined());
});

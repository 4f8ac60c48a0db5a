/**
 * Days as an iCalendar file: whole days without a clock, which keep nobody busy.
 *
 * Source: RFC 5545, sections 3.1 (lines of 75 octets at most, CRLF), 3.3.11 (escapes) and 3.6.1 (events).
 */
import {addDays, isoDay, type Day} from './day.js';

export interface DayEvent {
  /** The same for the same event whenever the file is made, so that a day that moves is moved in calendars too. */
  readonly uid: string;
  readonly on: Day;
  readonly summary: string;
  readonly description: string;
  readonly url: string;
}

const lineOctets = 75;

/**
 * @param events At least one: a calendar without any is no calendar.
 * @param madeAt When what it says was found out.
 */
export function formatCalendar(name: string, events: readonly DayEvent[], madeAt: Date): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//bpf-howto//Merge window//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escapeText(name)}`,
    ...events.flatMap((event) => eventLines(event, madeAt)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${foldLine(line)}\r\n`).join('');
}

function eventLines({uid, on, summary, description, url}: DayEvent, madeAt: Date): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${escapeText(uid)}`,
    `DTSTAMP:${madeAt.toISOString().replace(/[-:]|\.\d+/gu, '')}`,
    `DTSTART;VALUE=DATE:${basicDay(on)}`,
    `DTEND;VALUE=DATE:${basicDay(addDays(on, 1))}`,
    `SUMMARY:${escapeText(summary)}`,
    `DESCRIPTION:${escapeText(description)}`,
    `URL:${url}`,
    'STATUS:TENTATIVE',
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

/** `20230910` */
function basicDay(day: Day): string {
  return isoDay(day).replaceAll('-', '');
}

export function escapeText(text: string): string {
  return text
    .replace(/[\\;,]/gu, (character) => `\\${character}`)
    .replace(/\r\n|\r|\n/gu, '\\n')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/gu, '');
}

/** Broken between characters, never within one; a line that goes on begins with a blank. */
export function foldLine(line: string): string {
  const rows: string[] = [];
  let row = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > lineOctets) {
      rows.push(row);
      row = ' ';
      octets = 1;
    }
    row += character;
    octets += size;
  }
  return [...rows, row].join('\r\n');
}

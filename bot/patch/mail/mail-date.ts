/**
 * The date of a mail, from the three ways in which programs write it.
 *
 * A text without a zone is read as UTC: the place where the bot runs says nothing of where the mail was written.
 * Source: RFC 5322, section 3.3, and section 4.3 for old zones; git-commit(1), "Date formats".
 */

export interface MailDate {
  /** As written, its blanks made single. */
  readonly text: string;
  /** Absent where the text names no moment. */
  readonly at?: Date;
}

/** Longer texts name no moment; no pattern runs over more. */
const longest = 100;

/** `Thu, 7 May 2020 23:39:54 -0700`, perhaps with a comment behind it. */
const ofMail =
  /^(?:[a-z]{3,9},? )?(?<day>\d{1,2}) (?<month>[a-z]{3})[a-z]{0,6} (?<year>\d{4}) (?<time>[\d:]{4,8})(?: (?<zone>\S{1,9}))?(?: \(.*)?$/iu;
/** `Thu May 7 23:39:54 2020 -0700`, as git log prints it. */
const ofLog =
  /^(?:[a-z]{3,9},? )(?<month>[a-z]{3})[a-z]{0,6} (?<day>\d{1,2}) (?<time>[\d:]{4,8}) (?<year>\d{4})(?: (?<zone>\S{1,9}))?$/iu;
/** `2020-05-07 23:39:54 -0700` and `2020-05-07T23:39:54Z`. */
const ofIso = /^(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)[T ](?<time>[\d:]{4,8}) ?(?<zone>\S{1,9})?$/u;

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** Hours from UTC. */
const namedZones: Readonly<Record<string, number>> = {
  UT: 0, UTC: 0, GMT: 0, Z: 0, EST: -5, EDT: -4, CST: -6, CDT: -5, MST: -7, MDT: -6, PST: -8, PDT: -7,
}; // prettier-ignore

/** @param text Decoded, on one line. */
export function readMailDate(text: string): MailDate {
  const line = text.replace(/\s+/gu, ' ').trim();
  const at = line.length > longest ? undefined : momentOf(line);
  return at ? {text: line, at} : {text: line};
}

function momentOf(line: string): Date | undefined {
  const found = (ofMail.exec(line) ?? ofLog.exec(line) ?? ofIso.exec(line))?.groups;
  if (!found) return undefined;
  const {day = '', month = '', year = '', time = '', zone = 'UTC'} = found;
  const clock = /^(\d{1,2}):(\d\d)(?::(\d\d))?$/u.exec(time);
  const offset = minutesOf(zone);
  const monthIndex = /^\d/u.test(month) ? Number(month) - 1 : months.indexOf(month.toLowerCase());
  if (!clock || offset === undefined || monthIndex < 0) return undefined;
  const [hours, minutes, seconds] = [Number(clock[1]), Number(clock[2]), Number(clock[3] ?? '0')];
  if (hours > 23 || minutes > 59 || seconds > 60) return undefined;
  const local = new Date(Date.UTC(Number(year), monthIndex, Number(day), hours, minutes, seconds));
  // 31 February would be read as a day of March.
  const isReal = local.getUTCMonth() === monthIndex || (seconds === 60 && Number(day) <= 31);
  return isReal ? new Date(local.getTime() - offset * 60_000) : undefined;
}

/** Minutes from UTC; undefined for what is no zone. */
function minutesOf(zone: string): number | undefined {
  const [, sign, hours, minutes] = /^([+-])(\d\d):?(\d\d)$/u.exec(zone) ?? [];
  if (sign !== undefined) return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  const named = namedZones[zone.toUpperCase()];
  return named === undefined ? undefined : named * 60;
}

/**
 * Days in UTC. What is predicted is a day and not an instant, so it is counted in days and printed as text: the midnight
 * of a day is the day before in America.
 */

/** Days since 1970-01-01, which was a Thursday. */
export type Day = number & {readonly brand: 'Day'};

const dayMs = 86_400_000;
const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

export function dayOf(at: Date): Day {
  return Math.floor(at.getTime() / dayMs) as Day;
}

export function addDays(day: Day, days: number): Day {
  return (day + days) as Day;
}

/** The midnight at which the day begins. */
export function startOf(day: Day): Date {
  return new Date(day * dayMs);
}

/** From 0 for Sunday. */
function weekdayOf(day: Day): number {
  return (((day + 4) % 7) + 7) % 7;
}

/** The Sunday nearest to a day, which is at most three days away. */
export function nearestSunday(day: Day): Day {
  const weekday = weekdayOf(day);
  return addDays(day, weekday <= 3 ? -weekday : 7 - weekday);
}

/** The day itself where it is a Sunday, else the next one. */
export function sundayFrom(day: Day): Day {
  return addDays(day, (7 - weekdayOf(day)) % 7);
}

/** Whether a Christmas Day lies between two days less than a year apart, both of them included. */
export function holdsChristmas(from: Day, to: Day): boolean {
  const year = startOf(from).getUTCFullYear();
  return [year, year + 1].map((each) => Date.UTC(each, 11, 25) / dayMs).some((day) => from <= day && day <= to);
}

/** `2026-08-30` */
export function isoDay(day: Day): string {
  return startOf(day).toISOString().slice(0, 10);
}

/** `Sun 30 Aug 2026` */
export function formatDay(day: Day): string {
  const at = startOf(day);
  return `${weekdays[weekdayOf(day)] ?? ''} ${at.getUTCDate()} ${months[at.getUTCMonth()] ?? ''} ${at.getUTCFullYear()}`;
}

/** `Sun 27 Aug 2023, 21:49 UTC` */
export function formatInstant(at: Date): string {
  return `${formatDay(dayOf(at))}, ${at.toISOString().slice(11, 16)} UTC`;
}

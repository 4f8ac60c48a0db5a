/**
 * Spans of time as people say them.
 */

/** @param ms At least 0. @returns Whole seconds below two minutes, else whole minutes, rounded up: `90 seconds`, `10 minutes`. */
export function waitText(ms: number): string {
  const seconds = Math.max(1, Math.ceil(ms / 1000));
  if (seconds === 1) return '1 second';
  return seconds < 120 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`;
}

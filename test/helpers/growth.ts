/**
 * How the cost of reading grows with the length of its text, measured rather than argued.
 */

const more = 16;
const rounds = 5;

/** What grows with the square of its length takes `more` times `more` as long; half of that leaves room for noise. */
export const leastQuadratic = (more * more) / 2;

/** @returns How many times as long a text 16 times as long takes, at the best of several rounds. */
export function growth(read: (times: number) => unknown): number {
  read(1);
  const small = Math.min(...Array.from({length: rounds}, () => cost(() => read(1))));
  const large = Math.min(...Array.from({length: 2}, () => cost(() => read(more))));
  return large / small;
}

/** Milliseconds of this process alone: others on the machine do not count. */
export function cost(run: () => unknown): number {
  const before = process.cpuUsage();
  run();
  const {user, system} = process.cpuUsage(before);
  return Math.max(user + system, 50) / 1000;
}

/**
 * Marks of enumerated lists that do not count in digits. Numbers they cannot write stay digits.
 */

const romanSigns = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
] as const;

/** 1 is a, 26 is z, 27 is aa. */
export function letters(number: number): string {
  if (number < 1) return String(number);
  const before = Math.floor((number - 1) / 26);
  return (before > 0 ? letters(before) : '') + String.fromCharCode(97 + ((number - 1) % 26));
}

/** 1 is i, 3999 is mmmcmxcix. */
export function roman(number: number): string {
  if (number < 1 || number > 3999) return String(number);
  let rest = number;
  let signs = '';
  for (const [value, sign] of romanSigns) {
    for (; rest >= value; rest -= value) signs += sign;
  }
  return signs;
}

/**
 * Versions of mainline Linux: `6.5`, and on the way there `6.5-rc1` to `6.5-rcN`.
 *
 * Numbers are compared as numbers. Stable versions (`6.5.1`) and names made up by hand (`5.12-rc1-dontuse`) are none.
 */

export interface Version {
  readonly major: number;
  readonly minor: number;
  /** From 1; absent in a release. */
  readonly rc?: number;
}

/** The last version of a series ended at .19 or .20 since 3.0; that is a habit of Linus's and no rule. */
const lastMinor = 19;

const pattern = /^(0|[1-9]\d{0,2})\.(0|[1-9]\d{0,2})(?:-rc([1-9]\d?))?$/u;

/** @returns undefined for what is no version of mainline. */
export function parseVersion(text: string): Version | undefined {
  const [whole, major, minor, rc] = pattern.exec(text) ?? [];
  if (whole === undefined) return undefined;
  return {major: Number(major), minor: Number(minor), ...(rc === undefined ? {} : {rc: Number(rc)})};
}

export function formatVersion({major, minor, rc}: Version): string {
  return `${major}.${minor}${rc === undefined ? '' : `-rc${rc}`}`;
}

/** @returns Below 0 where `one` comes before `other`: X.Y-rcN, then X.Y, then X.(Y+1)-rc1. */
export function compareVersions(one: Version, other: Version): number {
  if (one.major !== other.major) return one.major - other.major;
  if (one.minor !== other.minor) return one.minor - other.minor;
  if (one.rc === other.rc) return 0;
  return (one.rc ?? Infinity) - (other.rc ?? Infinity);
}

/** The release that a version leads to, or is. */
export function releaseOf({major, minor}: Version): Version {
  return {major, minor};
}

/** The release after this one. After X.19 and later it is a guess. */
export function nextRelease({major, minor}: Version): {readonly version: Version; readonly isGuess: boolean} {
  if (minor < lastMinor) return {version: {major, minor: minor + 1}, isGuess: false};
  return {version: {major: major + 1, minor: 0}, isGuess: true};
}

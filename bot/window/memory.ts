/**
 * What was seen of the window as JSON, for a file or a row of a table.
 */
import type {Json} from '../message.js';
import type {Memory, Seen} from './state.js';
import {compareVersions, formatVersion, parseVersion} from './version.js';

export function memoryToJson({seen, lookedAt}: Memory): Json {
  return {
    lookedAt: lookedAt.toISOString(),
    seen: seen.map(({version, releasedAt, firstSeenAt, lastSeenAt}) => ({
      version: formatVersion(version),
      releasedAt: releasedAt.toISOString(),
      firstSeenAt: firstSeenAt.toISOString(),
      lastSeenAt: lastSeenAt.toISOString(),
    })),
  };
}

/** @returns undefined for what this program did not write, or not to the end. */
export function memoryFromJson(text: string): Memory | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const {seen, lookedAt} = fieldsOf(value);
  const at = dateOf(lookedAt);
  if (!at || !Array.isArray(seen)) return undefined;
  const read = seen.map(seenOf);
  const [first, ...others] = read.filter((each) => each !== undefined);
  if (!first || others.length + 1 < read.length) return undefined;
  const isRising = others.every(
    (each, index) => compareVersions((others[index - 1] ?? first).version, each.version) < 0,
  );
  return isRising ? {seen: [first, ...others], lookedAt: at} : undefined;
}

function seenOf(value: unknown): Seen | undefined {
  const fields = fieldsOf(value);
  const version = typeof fields.version === 'string' ? parseVersion(fields.version) : undefined;
  const [releasedAt, firstSeenAt, lastSeenAt] = [fields.releasedAt, fields.firstSeenAt, fields.lastSeenAt].map(dateOf);
  return version && releasedAt && firstSeenAt && lastSeenAt
    ? {version, releasedAt, firstSeenAt, lastSeenAt}
    : undefined;
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}

function dateOf(value: unknown): Date | undefined {
  const at = new Date(typeof value === 'string' ? value : NaN);
  return Number.isNaN(at.getTime()) ? undefined : at;
}

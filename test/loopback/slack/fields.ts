/**
 * JSON as it comes over the wire: nothing is known of it until asked.
 */
export type Fields = Readonly<Record<string, unknown>>;

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The text of a field; numbers and booleans as a form would carry them; undefined for anything else. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}

/** Whether a flag is set: JSON has `true`, forms have `true` or `1`. */
export function isSet(value: unknown): boolean {
  return value === true || value === 'true' || value === '1' || value === 1;
}

/** A field that is JSON inside a form, or already a value inside JSON. Undefined where it does not parse. */
export function unpack(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return undefined;
  }
}

/** The list in a field, or nothing. */
export function listOf(value: unknown): readonly unknown[] | undefined {
  return Array.isArray(value) ? (value as readonly unknown[]) : undefined;
}

/** The objects of a list. */
export function objectsOf(value: unknown): readonly Fields[] {
  return (listOf(value) ?? []).filter(isFields);
}

/** Without the fields that hold nothing, as Slack leaves them out of its payloads. */
export function present(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

/** Without some of the fields. */
export function without(fields: Fields, names: readonly string[]): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)));
}

/** What a person typed, as Slack writes it into text: three characters escaped and no others. */
export function escapeText(typed: string): string {
  return typed.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

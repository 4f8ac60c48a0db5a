/**
 * Whether Discord has the commands registered already, so that they are sent only when they differ.
 *
 * What Discord gives back carries ids and versions, and defaults that nobody sent.
 */
import type {Registration} from './registration.js';

/** What a registration says. Everything else is bookkeeping of Discord, or settings of the server's people. */
const meant = new Set([
  ...['type', 'name', 'name_localizations', 'description', 'description_localizations', 'options', 'choices', 'value'],
  ...['required', 'autocomplete', 'min_value', 'max_value', 'min_length', 'max_length', 'channel_types'],
  ...['contexts', 'integration_types', 'default_member_permissions', 'nsfw'],
]);
const unordered = new Set(['contexts', 'integration_types', 'channel_types']);

/**
 * @param theirs What `GET /applications/{id}/commands` returned, of any shape.
 */
export function sameRegistration(ours: readonly Registration[], theirs: unknown): boolean {
  if (!Array.isArray(theirs) || theirs.length !== ours.length) return false;
  return JSON.stringify(byName(ours)) === JSON.stringify(byName(theirs));
}

function byName(commands: readonly unknown[]): unknown[] {
  return commands
    .map((command) => essence(withType(command)))
    .sort((one, other) => JSON.stringify(one).localeCompare(JSON.stringify(other)));
}

/** A command without a type is a slash command. */
function withType(command: unknown): unknown {
  return typeof command === 'object' ? {type: 1, ...command} : command;
}

/** What is meant, in one order of keys, without what says the same as its absence. */
function essence(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) {
    const list = value.map((each) => essence(each));
    return unordered.has(key) ? list.sort((one, other) => Number(one) - Number(other)) : list;
  }
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value)
    .filter(([name, each]) => meant.has(name) && !isDefault(each))
    .sort(([one], [other]) => one.localeCompare(other));
  return Object.fromEntries(kept.map(([name, each]) => [name, essence(each, name)]));
}

function isDefault(value: unknown): boolean {
  return value === undefined || value === null || value === false || value === '' || isEmptyList(value);
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

/**
 * How one setting is read: from text to a value, or to a sentence that says what was hoped for.
 */

/** A row of the table of settings. */
export interface Setting<T> {
  /** Type as a reader needs it: `one of error, warn`, `path`. */
  readonly type: string;
  /** As it would be written; read like any other text. Absent where leaving it out has a meaning of its own. */
  readonly default?: string;
  /** One plain sentence. */
  readonly meaning: string;
  /** Never printed, neither here nor in a log. */
  readonly secret?: true;
  /** @throws SettingError */
  read(text: string | undefined): T;
}

/** A value that cannot be used. `message` says what was hoped for, and does not repeat the value. */
export class SettingError extends Error {
  override readonly name = 'SettingError';
}

type Facts = Pick<Setting<unknown>, 'meaning' | 'secret'>;

/** One of a few words. */
export function choice<const C extends string>(choices: readonly C[], fallback: C, facts: Facts): Setting<C> {
  return {
    ...facts,
    type: `one of ${choices.join(', ')}`,
    default: fallback,
    read(text = fallback) {
      const chosen = choices.find((each) => each === text.trim().toLowerCase());
      if (chosen === undefined) throw new SettingError(`It is one of ${choices.join(', ')}.`);
      return chosen;
    },
  };
}

/** True, false, or undefined where it is absent or empty; by custom any other text than 0 and false means yes. */
export function flag(facts: Facts): Setting<boolean | undefined> {
  return {
    ...facts,
    type: 'flag',
    read: (text = '') => (text === '' ? undefined : !['0', 'false'].includes(text.toLowerCase())),
  };
}

/** An absolute path. By the XDG rules a relative one does not count. */
export function absolutePath(facts: Facts): Setting<string | undefined> {
  return {
    ...facts,
    type: 'absolute path',
    read: (text = '') => (text.startsWith('/') ? text : undefined),
  };
}

/** Values parted by commas. */
export function list<T>(type: string, fallback: string, readOne: (text: string) => T, facts: Facts): Setting<T[]> {
  return {
    ...facts,
    type: `list of ${type}, parted by commas`,
    default: fallback,
    read(text = fallback) {
      const parts = text.split(',').map((part) => part.trim());
      if (parts.includes('')) throw new SettingError(`It is a list of ${type}, parted by commas, and one is empty.`);
      return parts.map(readOne);
    },
  };
}

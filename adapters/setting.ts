/**
 * How one setting is read: from text to a value, or to a sentence that says what was hoped for.
 */
import type {Budget} from '../bot/budget.js';

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

/** One value of a kind of its own. */
export function one<T>(type: string, fallback: string, readOne: (text: string) => T, facts: Facts): Setting<T> {
  return {...facts, type, default: fallback, read: (text = fallback) => readOne(text.trim())};
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

/**
 * A token or another secret. It is never printed.
 *
 * @param looks What it looks like.
 * @param hoped The same as a sentence, which tells where to find it.
 */
export function secret(
  type: string,
  looks: RegExp,
  hoped: string,
  facts: Omit<Facts, 'secret'>,
): Setting<string | undefined> {
  return {
    ...facts,
    secret: true,
    type,
    read(text = '') {
      const value = text.trim();
      if (value === '') return undefined;
      if (!looks.test(value)) throw new SettingError(hoped);
      return value;
    },
  };
}

/** The address of a platform's API. Tokens go there, so it is https; plain http only to this machine. */
export function apiUrl(fallback: string, facts: Facts): Setting<string> {
  const hoped = 'It is an https address, or an http address of this machine such as http://127.0.0.1:8080/api.';
  return {
    ...facts,
    type: 'address',
    default: fallback,
    read(text = fallback) {
      if (!URL.canParse(text.trim())) throw new SettingError(hoped);
      const url = new URL(text.trim());
      if (url.username !== '' || url.search !== '' || url.hash !== '') throw new SettingError(hoped);
      const isLocal = ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname);
      if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLocal)) throw new SettingError(hoped);
      return url.href.replace(/\/+$/u, '');
    },
  };
}

export function port(facts: Facts): Setting<number | undefined> {
  return {
    ...facts,
    type: 'port, 0 to 65535',
    read(text = '') {
      if (text.trim() === '') return undefined;
      const value = /^\s*\d{1,5}\s*$/u.test(text) ? Number(text) : NaN;
      if (!(value <= 65_535)) throw new SettingError('It is a whole number from 0 to 65535.');
      return value;
    },
  };
}

/** A whole number, such as a limit. */
export function wholeNumber(fallback: number, from: number, to: number, facts: Facts): Setting<number> {
  return {
    ...facts,
    type: `whole number, ${from} to ${to}`,
    default: String(fallback),
    read(text = String(fallback)) {
      const value = /^\s*\d{1,12}\s*$/u.test(text) ? Number(text) : NaN;
      if (!(value >= from && value <= to)) throw new SettingError(`It is a whole number from ${from} to ${to}.`);
      return value;
    },
  };
}

/** A folder, made where it is needed; a relative path starts in the working folder. */
export function folder(fallback: string, facts: Facts): Setting<string> {
  return {...facts, type: 'path', default: fallback, read: (text = fallback) => (text === '' ? fallback : text)};
}

const unitMs = {s: 1000, m: 60_000, h: 3_600_000} as const;

/** So many in a span of time: `20/10m`. */
export function budget(fallback: string, facts: Facts): Setting<Budget> {
  return {
    ...facts,
    type: 'count/span, such as 20/10m; spans end in s, m or h',
    default: fallback,
    read(text = fallback) {
      const [, count = '', span = '', unit = ''] = /^\s*(\d{1,6})\s*\/\s*(\d{1,4})([smh])\s*$/u.exec(text) ?? [];
      const perMs = Number(span) * unitMs[unit as keyof typeof unitMs];
      if (!(Number(count) >= 1 && perMs >= 1000)) {
        throw new SettingError('It is a count and a span of time, such as 20/10m for twenty in ten minutes.');
      }
      return {count: Number(count), perMs};
    },
  };
}

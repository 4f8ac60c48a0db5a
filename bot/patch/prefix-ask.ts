/**
 * What somebody asks of `prefix`, by words or by buttons, and as a short text that a button carries.
 */
import {aims, pressedAims, type Aim} from './aim.js';
import {mostPatches, mostVersions, type Prefix} from './prefix.js';
import {isRange} from './range.js';
import type {Tree} from './tree.js';

export const tools = ['git', 'b4', 'both'] as const;
export type Tools = (typeof tools)[number];

export interface PrefixAsk {
  readonly aim?: Aim;
  /** Absent where none is given, which stands for the first. */
  readonly version?: number;
  readonly patches?: number;
  readonly rfc: boolean;
  readonly resend: boolean;
  /** One that `isRange` takes. */
  readonly range?: string;
  readonly with: Tools;
}

/** Longer ranges do not fit a button. */
const carriedRangeChars = 45;

export function prefixOf({version, rfc, resend}: PrefixAsk, tree: Tree): Prefix {
  return {tree, version: version ?? 1, rfc, resend};
}

/** The same without a range that no button can carry. */
export function carried(ask: PrefixAsk): PrefixAsk {
  const {range, ...rest} = ask;
  return range === undefined || range.length > carriedRangeChars ? rest : ask;
}

/** @param ask As `carried` gives it. @returns At most 95 characters of `A–Z a–z 0–9 - _ .`. */
export function formatPrefixAsk({aim, version, patches, rfc, resend, range, with: tool}: PrefixAsk): string {
  const flags = `${rfc ? 'r' : ''}${resend ? 's' : ''}`;
  const parts = [aim?.replace('/', '_'), version, patches, flags === '' ? undefined : flags, tool];
  return [
    ...parts.map((part) => String(part ?? '-')),
    ...(range === undefined ? [] : [Buffer.from(range, 'latin1').toString('base64url')]),
  ].join('.');
}

/** @returns Undefined for a text that was not written by `formatPrefixAsk`. */
export function parsePrefixAsk(text: string): PrefixAsk | undefined {
  const [aim = '', version = '', patches = '', flags = '', tool = '', encoded, ...more] = text.split('.');
  const named = [...aims, ...pressedAims].find((each) => each.replace('/', '_') === aim);
  const used = tools.find((each) => each === tool);
  const range = encoded === undefined ? undefined : Buffer.from(encoded, 'base64url').toString('latin1');
  const ask = {
    ...(named === undefined ? {} : {aim: named}),
    ...(version === '-' ? {} : {version: Number(version)}),
    ...(patches === '-' ? {} : {patches: Number(patches)}),
    rfc: flags.includes('r'),
    resend: flags.includes('s'),
    ...(range === undefined ? {} : {range}),
  };
  const fits =
    used !== undefined &&
    (named !== undefined || aim === '-') &&
    isCount(version, mostVersions) &&
    isCount(patches, mostPatches) &&
    /^(?:-|rs?|s)$/u.test(flags) &&
    (range === undefined || isRange(range)) &&
    more.length === 0;
  return fits ? {...ask, with: used} : undefined;
}

function isCount(text: string, most: number): boolean {
  return text === '-' || (/^[1-9]\d{0,2}$/u.test(text) && Number(text) <= most);
}

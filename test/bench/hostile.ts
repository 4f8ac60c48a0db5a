/**
 * Hostile texts at one length and at twice that: what grows with the square of its text takes four times as long.
 */
import {parseRst} from '../../knowledge/parse/index.js';
import {checkHostile, hostileLines, hostilePlaces} from './hostile-mails.js';
import {pathological, type Pathological} from './pathological.js';
import type {Row} from './table.js';
import {timeMs} from './timing.js';

const mostRatio = 3;
/**
 * Lengths in characters. One that misses the goal is measured at the next: a square cost misses it at every length,
 * while a collection of garbage, which sets in at some length, makes one ratio look worse than it is.
 */
const lengths = [50_000, 100_000, 200_000, 400_000];
const rounds = 5;

interface Growth {
  readonly name: string;
  readonly onceMs: number;
  readonly twiceMs: number;
}

/** The text that grows worst, all others that miss the goal, and the sum of all. */
export function benchHostile(): Row[] {
  return rowsOf('texts', pathological(), parseRst);
}

/** How many of the mails that differ in a few characters are measured twice over. */
const slowest = 40;

/** Mails, read and put before all rules: of those that differ in a few characters only the ones that took longest. */
export function benchHostileMails(): Row[] {
  const [chars = 0] = lengths;
  const timed = hostilePlaces().map((mail) => {
    const text = mail.text(chars);
    return {mail, ms: timeMs(() => checkHostile(text))};
  });
  const suspects = timed.sort((one, other) => other.ms - one.ms).slice(0, slowest);
  return rowsOf('mails', [...hostileLines(), ...suspects.map(({mail}) => mail)], checkHostile);
}

type Read = (text: string) => unknown;

function rowsOf(what: string, texts: readonly Pathological[], read: Read): Row[] {
  const growths = texts.map((text) => growthOf(text, read)).sort((one, other) => ratioOf(other) - ratioOf(one));
  const sum = growths.reduce<Growth>(
    (one, other) => ({...one, onceMs: one.onceMs + other.onceMs, twiceMs: one.twiceMs + other.twiceMs}),
    {name: `all ${growths.length}`, onceMs: 0, twiceMs: 0},
  );
  const worst = growths.filter((growth, place) => place === 0 || ratioOf(growth) > mostRatio);
  return [...worst.map(({name, ...times}) => rowOf(what, {name: `worst, ${name}`, ...times})), rowOf(what, sum)];
}

function growthOf({name, text}: Pathological, read: Read): Growth {
  let growth: Growth = {name, onceMs: NaN, twiceMs: NaN};
  for (const chars of lengths) {
    const [once, twice] = [text(chars), text(2 * chars)];
    growth = {name, onceMs: Infinity, twiceMs: Infinity};
    // The best of some rounds: whatever runs beside a measurement only adds to it.
    for (let round = 0; round < rounds; round++) {
      const onceMs = Math.min(
        growth.onceMs,
        timeMs(() => read(once)),
      );
      const twiceMs = Math.min(
        growth.twiceMs,
        timeMs(() => read(twice)),
      );
      growth = {name, onceMs, twiceMs};
    }
    if (ratioOf(growth) <= mostRatio) return growth;
  }
  return growth;
}

function ratioOf({onceMs, twiceMs}: Growth): number {
  return twiceMs / onceMs;
}

function rowOf(texts: string, {name, onceMs, twiceMs}: Growth): Row {
  return {
    what: `hostile ${texts} twice as long, ${name}`,
    value: twiceMs,
    unit: 'ms',
    reference: {name: 'once', value: onceMs},
    goal: {of: 'ratio', most: mostRatio},
  };
}

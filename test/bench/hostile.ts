/**
 * Hostile texts at one length and at twice that: what grows with the square of its text takes four times as long.
 */
import {parseRst} from '../../knowledge/parse/index.js';
import {pathological, type Pathological} from './pathological.js';
import type {Row} from './table.js';
import {timeMs} from './timing.js';

const chars = 50_000;
const mostRatio = 3;
/** Whatever runs beside a measurement only adds to it, so one above the goal is taken again before it is believed. */
const leastRounds = 3;
const mostRounds = 20;

interface Growth {
  readonly name: string;
  readonly onceMs: number;
  readonly twiceMs: number;
}

/** The text that grows worst, all others that miss the goal, and the sum of all. */
export function benchHostile(): Row[] {
  const growths = pathological()
    .map(growthOf)
    .sort((one, other) => ratioOf(other) - ratioOf(one));
  const sum = growths.reduce<Growth>(
    (one, other) => ({...one, onceMs: one.onceMs + other.onceMs, twiceMs: one.twiceMs + other.twiceMs}),
    {name: `all ${growths.length}`, onceMs: 0, twiceMs: 0},
  );
  const worst = growths.filter((growth, place) => place === 0 || ratioOf(growth) > mostRatio);
  return [...worst.map(({name, ...times}) => rowOf({name: `worst, ${name}`, ...times})), rowOf(sum)];
}

function growthOf({name, text}: Pathological): Growth {
  const [once, twice] = [text(chars), text(2 * chars)];
  let growth: Growth = {name, onceMs: Infinity, twiceMs: Infinity};
  for (let round = 0; round < leastRounds || (round < mostRounds && ratioOf(growth) > mostRatio); round++) {
    const onceMs = Math.min(
      growth.onceMs,
      timeMs(() => parseRst(once)),
    );
    const twiceMs = Math.min(
      growth.twiceMs,
      timeMs(() => parseRst(twice)),
    );
    growth = {name, onceMs, twiceMs};
  }
  return growth;
}

function ratioOf({onceMs, twiceMs}: Growth): number {
  return twiceMs / onceMs;
}

function rowOf({name, onceMs, twiceMs}: Growth): Row {
  return {
    what: `hostile texts of 0.1 MB, ${name}`,
    value: twiceMs,
    unit: 'ms',
    reference: {name: 'half as long', value: onceMs},
    goal: {of: 'ratio', most: mostRatio},
  };
}

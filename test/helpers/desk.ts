/**
 * A desk over a small knowledge base, with a clock that tests set and a record of what the operator would see.
 */
import {createPurse, type Budgets} from '../../bot/budget.js';
import {memoryClaims} from '../../bot/claims.js';
import {createDesk, type Asked, type Desk, type Feedback} from '../../bot/desk.js';
import type {Bot} from '../../bot/index.js';
import {makeBot, request} from './bot.js';

export interface DeskAtWork {
  readonly desk: Desk;
  readonly errors: string[];
  readonly feedback: Feedback[];
  /** Set the clock, in ms. */
  readonly setNow: (ms: number) => void;
}

const plenty: Budgets = {person: {count: 1000, perMs: 60_000}, place: {count: 1000, perMs: 60_000}};

export function makeDesk(bot: Bot = makeBot(), budgets: Budgets = plenty): DeskAtWork {
  let nowMs = 0;
  const errors: string[] = [];
  const feedback: Feedback[] = [];
  const now = () => nowMs;
  const desk = createDesk({
    bot,
    claims: memoryClaims(now),
    purse: createPurse(budgets, now),
    now,
    newId: () => `E${errors.length + 1}`,
    report: (error, id) => void errors.push(`${id}: ${error instanceof Error ? error.message : String(error)}`),
    noteFeedback: (given) => void feedback.push(given),
  });
  return {desk, errors, feedback, setNow: (ms) => void (nowMs = ms)};
}

let keys = 0;

/** A new message of Ada's in a channel; a mention, where nothing else is said. */
export function makeAsked(changes: Partial<Asked['request']> = {}, key = `key ${++keys}`): Asked {
  return {key, person: 'ada', place: 'general', request: {...request, setting: 'public', pageChars: 3000, ...changes}};
}

/**
 * Slack and Discord: how fast questions are answered there, how many are lost, what a process with both takes to start
 * and to live, each beside the bare libraries in the same run.
 *
 * Whatever is measured of the bot and of the bare libraries takes turns, so that a busy moment of the machine meets both.
 */
import {setTimeout as pause} from 'node:timers/promises';
import {prepareBots, startBot, type Started} from './bots.js';
import {registerCommand, startLoopbacks, type Asked, type Load, type Loopbacks} from './loopbacks.js';
import type {Measured, Row} from './table.js';
import {median, quantile} from './timing.js';

type Kind = Pick<Load, 'platform' | 'kind'> & {
  readonly name: string;
  /** What is told apart from the answer; the first callback of Discord is both, and a message there is not acknowledged. */
  readonly isAcknowledged: boolean;
  readonly rates: readonly number[];
};

/** Discord holds bots to 50 messages a second, and discord.js holds back what is above. */
const mostMessages = 50;
const kinds: readonly Kind[] = [
  {platform: 'Slack', kind: 'command', name: 'Slack command', isAcknowledged: true, rates: [50, 200]},
  {platform: 'Slack', kind: 'mention', name: 'Slack mention', isAcknowledged: true, rates: [50, 200]},
  {platform: 'Discord', kind: 'command', name: 'Discord command', isAcknowledged: false, rates: [50, 200]},
  {platform: 'Discord', kind: 'mention', name: 'Discord mention', isAcknowledged: false, rates: [mostMessages]},
];
const startRounds = 7;
/**
 * Rounds of a second each. Mentions on Discord at the most it takes would pile up behind one another in longer ones, in
 * which every late message moves into the next second's fifty.
 */
const loadRounds = 4;
/** Questions at one a second. */
const slowQuestions = 12;
const warmUpQuestions = 50;

interface Side {
  readonly name: 'bot' | 'echo';
  readonly loopbacks: Loopbacks;
}

interface Both<T> {
  readonly bot: T;
  readonly echo: T;
}

/** @param questions Asked in rotation. */
export async function benchPlatforms(questions: readonly string[]): Promise<Row[]> {
  const opened: {end(): Promise<void>}[] = [];
  const open = async <T extends {end(): Promise<void>}>(made: Promise<T>): Promise<T> => {
    const thing = await made;
    opened.unshift(thing);
    return thing;
  };
  try {
    prepareBots();
    const bot: Side = {name: 'bot', loopbacks: await open(startLoopbacks())};
    const echo: Side = {name: 'echo', loopbacks: await open(startLoopbacks())};
    await registerCommand(echo.loopbacks);
    const starts = await benchReady({bot, echo});
    const started = {bot: await startOn(bot), echo: await startOn(echo)};
    opened.unshift(started.bot.child, started.echo.child);
    const connected = memoryOf(started, 'nowMegabytes');
    const answers = await benchAnswers({bot, echo}, questions);
    return [
      starts,
      ...answers,
      memoryRow('memory with both platforms connected', connected),
      // The most, since a process that rests gives memory back at a moment of its own.
      memoryRow('most memory in all these questions', memoryOf(started, 'mostMegabytes')),
    ];
  } catch (error) {
    return [{what: 'Slack and Discord', reason: error instanceof Error ? error.message : String(error)}];
  } finally {
    for (const thing of opened) await thing.end();
  }
}

function startOn({name, loopbacks}: Side): Promise<Started> {
  return startBot(name, loopbacks.env);
}

async function benchReady({bot, echo}: Both<Side>): Promise<Row> {
  const times: Both<number[]> = {bot: [], echo: []};
  for (let round = 0; round < startRounds; round++) {
    for (const side of [bot, echo]) {
      const {child, readyMs} = await startOn(side);
      times[side.name].push(readyMs);
      await child.end();
    }
  }
  return {
    what: 'start to both platforms connected',
    value: median(times.bot),
    unit: 'ms',
    reference: {name: 'echo', value: median(times.echo)},
    goal: {of: 'ratio', most: 1.2},
  };
}

async function benchAnswers(sides: Both<Side>, questions: readonly string[]): Promise<Row[]> {
  let asked = 0;
  /** The next questions, the same for both. */
  const next = (count: number) => Array.from({length: count}, () => questions[asked++ % questions.length] ?? '');
  for (const {platform, kind} of kinds) {
    const load = {platform, kind, perSecond: mostMessages, questions: next(warmUpQuestions)};
    for (const side of [sides.bot, sides.echo]) await side.loopbacks.ask(load);
  }
  const slow = await Promise.all(kinds.map((kind, at) => askSlowly(sides, kind, next(slowQuestions), at)));
  const rows: Row[] = [];
  for (const [at, kind] of kinds.entries()) {
    const once = slow[at];
    if (once) rows.push(...answerRows(kind, 1, once));
    for (const perSecond of kind.rates) {
      const rounds: Both<Asked>[] = [];
      for (let round = 0; round < loadRounds; round++) {
        const load = {platform: kind.platform, kind: kind.kind, perSecond, questions: next(perSecond)};
        rounds.push({bot: await sides.bot.loopbacks.ask(load), echo: await sides.echo.loopbacks.ask(load)});
      }
      rows.push(
        ...answerRows(kind, perSecond, {
          bot: sum(rounds.map((one) => one.bot)),
          echo: sum(rounds.map((one) => one.echo)),
        }),
      );
    }
  }
  const reason = `Discord takes ${mostMessages} messages a second of a bot, and discord.js sends no more`;
  return [...rows, {what: 'Discord mention, 200/s', reason}];
}

/** One a second of every kind, at moments of its own. @param place Of the kind among all. */
async function askSlowly(
  {bot, echo}: Both<Side>,
  kind: Kind,
  questions: readonly string[],
  place: number,
): Promise<Both<Asked>> {
  const load = {platform: kind.platform, kind: kind.kind, perSecond: 1, questions};
  const slotMs = 1000 / (2 * kinds.length);
  const ask = async ({loopbacks}: Side, slot: number) => {
    await pause(slot * slotMs);
    return loopbacks.ask(load);
  };
  const [ofBot, ofEcho] = await Promise.all([ask(bot, place), ask(echo, place + kinds.length)]);
  return {bot: ofBot, echo: ofEcho};
}

function sum(rounds: readonly Asked[]): Asked {
  return {
    acknowledgedMs: rounds.flatMap(({acknowledgedMs}) => acknowledgedMs),
    answeredMs: rounds.flatMap(({answeredMs}) => answeredMs),
    lost: rounds.reduce((all, {lost}) => all + lost, 0),
  };
}

function answerRows({name, isAcknowledged}: Kind, perSecond: number, {bot, echo}: Both<Asked>): Measured[] {
  const what = `${name}, ${perSecond}/s`;
  const row = (label: string, share: number, times: Both<readonly number[]>): Measured => ({
    what: `${what}, ${label}, p${100 * share}`,
    value: quantile(times.bot, share),
    unit: 'ms',
    reference: {name: 'echo', value: quantile(times.echo, share)},
  });
  const acknowledged = {bot: bot.acknowledgedMs, echo: echo.acknowledgedMs};
  const answered = {bot: bot.answeredMs, echo: echo.answeredMs};
  return [
    ...(isAcknowledged ? [row('acknowledged', 0.5, acknowledged), row('acknowledged', 0.99, acknowledged)] : []),
    {...row('answered', 0.5, answered), goal: {of: 'ratio', most: 1.25}},
    {...row('answered', 0.99, answered), ...(perSecond === 50 ? {goal: {of: 'value', most: 100}} : {})},
    {what: `${what}, questions lost`, value: bot.lost, unit: '', goal: {of: 'value', most: 0}},
  ];
}

function memoryOf({bot, echo}: Both<Started>, of: 'nowMegabytes' | 'mostMegabytes'): Both<number> {
  return {bot: bot.child.memory()[of], echo: echo.child.memory()[of]};
}

function memoryRow(what: string, {bot, echo}: Both<number>): Measured {
  return {what, value: bot, unit: 'MB', reference: {name: 'echo', value: echo}, goal: {of: 'ratio', most: 1.2}};
}

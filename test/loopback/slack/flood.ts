/**
 * Many questions at a steady pace, and how long each took.
 */
import type {Delivery} from './delivery.js';
import type {LoopbackSlack} from './index.js';

export interface Flood {
  readonly count: number;
  readonly perSecond: number;
  readonly kind: 'command' | 'mention';
  /** Asked in turn. */
  readonly texts: readonly string[];
  /** How long the last answers are waited for. */
  readonly graceMs?: number;
}

/** Milliseconds from sending, in the order of asking; those without an answer are counted only. */
export interface Flooded {
  readonly acknowledgedMs: readonly number[];
  readonly answeredMs: readonly number[];
  readonly lost: number;
}

interface Question {
  /** Undefined where the app was not told of it. */
  readonly delivery: Delivery | undefined;
  /** On the clock of `performance.now()`; undefined as long as no answer is there. */
  readonly answeredAt: () => number | undefined;
}

export async function flood(slack: LoopbackSlack, flood: Flood): Promise<Flooded> {
  const {count, perSecond, kind, texts, graceMs = 15_000} = flood;
  const startMs = performance.now();
  const asked: Question[] = [];
  while (asked.length < count) {
    const due = Math.min(count, Math.floor(((performance.now() - startMs) / 1000) * perSecond) + 1);
    while (asked.length < due) asked.push(ask(slack, kind, texts[asked.length % texts.length] ?? ''));
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  const endMs = performance.now() + graceMs;
  for (;;) {
    const answeredMs = asked.flatMap(({delivery, answeredAt}) => {
      const [sentAt, at] = [delivery?.attempts[0]?.sentAt, answeredAt()];
      return sentAt === undefined || at === undefined ? [] : [at - sentAt];
    });
    const acknowledgedMs = asked.flatMap(({delivery}) => delivery?.attempts[0]?.ackedAfterMs ?? []);
    const lost = count - answeredMs.length;
    if (lost === 0 || performance.now() > endMs) return {acknowledgedMs, answeredMs, lost};
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function ask(slack: LoopbackSlack, kind: Flood['kind'], text: string): Question {
  if (kind === 'command') {
    const {delivery, responseUrl} = slack.say.command(text);
    return {delivery, answeredAt: () => responseUrl.posted[0]?.postedAt};
  }
  // The mention is told after the message that it stands in.
  const {ts} = slack.say.mention(text);
  const delivery = slack.deliveries.at(-1);
  return {delivery, answeredAt: () => slack.workspace.repliesTo(ts).find(({botId}) => botId !== undefined)?.postedAt};
}

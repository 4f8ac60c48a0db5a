/**
 * Looks at the list of releases, at most once an hour, and keeps what was seen.
 *
 * A list that cannot be had or used changes nothing; what was seen before stands, and grows old.
 */
import {standingAt, type Standing} from './standing.js';
import {look, type Look, type Memory} from './state.js';
import {readReleases} from './releases.js';

/** Where the list comes from. */
export interface ReleasesSource {
  /** As the operator named it, for sentences. */
  readonly named: string;
  /** @throws Error with a sentence where the list cannot be had now. */
  read(): Promise<string>;
}

/** What outlives a restart. Several replicas may share it. */
export interface WindowStore {
  load(): Promise<Memory | undefined>;
  /** Keeps the memory and, where somebody waits for them, the announcements with it. */
  save(look: Look): Promise<void>;
}

/** What the bot can say now. */
export interface View {
  readonly standing: Standing;
  readonly now: Date;
  /** A sentence on the last look, where something was wrong with it. */
  readonly problem?: string;
}

export type ViewWindow = () => Promise<View>;

interface Parts {
  readonly source: ReleasesSource;
  readonly store: WindowStore;
  readonly now: () => Date;
  /** Sentences for the operator. */
  readonly warn: (sentence: string) => void;
}

/** A release is listed once its archive is out; to look more often shows nothing sooner. */
const pauseMs = 3_600_000;
/** While nothing was ever seen, nothing can be answered either. */
const emptyPauseMs = 5 * 60_000;

export function createWatch({source, store, now, warn}: Parts): ViewWindow {
  let memory: Memory | undefined;
  let problem: string | undefined;
  let triedAt: Date | undefined;
  let running: Promise<void> | undefined;

  async function lookOnce(): Promise<void> {
    triedAt = now();
    problem = undefined;
    memory = (await store.load()) ?? memory;
    if (memory && now().getTime() - memory.lookedAt.getTime() < pauseMs && now() >= memory.lookedAt) return;
    try {
      const reading = readReleases(await source.read(), now());
      if (reading.type === 'broken') throw new Error(`${source.named} cannot be used: ${reading.reason}.`);
      const seen = look(memory, reading.tags, now());
      memory = seen.memory;
      problem = seen.note;
      await store.save(seen);
    } catch (error) {
      problem = error instanceof Error ? error.message : String(error);
    }
    if (problem !== undefined) warn(problem);
  }

  function isDue(): boolean {
    const passedMs = triedAt === undefined ? Infinity : now().getTime() - triedAt.getTime();
    return passedMs >= (memory ? pauseMs : emptyPauseMs);
  }

  return async () => {
    if (isDue()) running ??= lookOnce().finally(() => (running = undefined));
    await running;
    return {standing: standingAt(memory, now()), now: now(), ...(problem === undefined ? {} : {problem})};
  };
}

/** Where nothing has to outlive the program. */
export function noStore(): WindowStore {
  return {load: () => Promise.resolve(undefined), save: () => Promise.resolve()};
}

/** Many questions at a steady pace, and how long each took. */
import type {APIMessage} from 'discord.js';
import type {LoopbackDiscord} from './index.js';
import type {CommandLine, Words} from './say.js';

export interface Flood {
  readonly count: number;
  readonly perSecond: number;
  /** What is asked each time: a command, or a mention. Several are asked in turn. */
  readonly command?: CommandLine | readonly CommandLine[];
  readonly mention?: Words | readonly Words[];
  /** How long the last answers are waited for. */
  readonly graceMs?: number;
}

/** Milliseconds from sending, in the order of asking; those without an answer are counted only. */
export interface Flooded {
  readonly acknowledgedMs: readonly number[];
  readonly answeredMs: readonly number[];
  readonly lost: number;
}

export async function flood(discord: LoopbackDiscord, flood: Flood): Promise<Flooded> {
  const {count, perSecond, graceMs = 15_000} = flood;
  const commands = [flood.command ?? []].flat();
  const words = [flood.mention ?? []].flat();
  const startMs = performance.now();
  const commandIds: string[] = [];
  const mentions: APIMessage[] = [];
  for (let sent = 0; sent < count;) {
    const due = Math.min(count, Math.floor(((performance.now() - startMs) / 1000) * perSecond) + 1);
    for (; sent < due; sent++) {
      const command = commands[sent % commands.length];
      const mention = words[sent % words.length];
      if (command) commandIds.push(discord.say.command(command).id);
      if (mention) mentions.push(discord.say.mention(mention));
    }
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  const collect = (): Flooded => {
    const wanted = new Set(commandIds);
    const asked = discord.interactions().filter(({id}) => wanted.has(id));
    const answeredMs = [
      ...asked.flatMap(({answeredTookMs}) => answeredTookMs ?? []),
      ...mentionTimes(discord, mentions),
    ];
    return {
      acknowledgedMs: asked.flatMap(({callback}) => callback?.tookMs ?? []),
      answeredMs,
      lost: commandIds.length + mentions.length - answeredMs.length,
    };
  };
  const endMs = performance.now() + graceMs;
  for (let now = collect(); ; now = collect()) {
    if (now.lost === 0 || performance.now() > endMs) return now;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Replies are told by the message they refer to. */
function mentionTimes(discord: LoopbackDiscord, mentions: readonly APIMessage[]): number[] {
  const asked = new Map(mentions.map(({id}) => [id, discord.writtenMs(id) ?? 0]));
  const channels = [...new Set(mentions.map(({channel_id: id}) => id))];
  return channels
    .flatMap((id) => discord.messages(id))
    .flatMap(({id, message_reference: reference}) => {
      const askedMs = asked.get(reference?.message_id ?? '');
      const repliedMs = discord.writtenMs(id);
      return askedMs === undefined || repliedMs === undefined ? [] : [repliedMs - askedMs];
    });
}

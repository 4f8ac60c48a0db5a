/**
 * Somebody who talks with the bot on one platform, in one of the ways that platform has.
 */
import type {Action, Reply} from '../../bot/message.js';

/** By name in a channel, alone with the bot, or by a command that only the asker sees the answer to. */
export type Manner = 'public' | 'direct' | 'private';

export interface Heard {
  /** What the bot said. */
  readonly reply: Reply;
  /** What the person sees, its markup and addresses taken off; see `seenWords`. */
  readonly seen: string;
}

/** A file by its name. */
export type Files = Readonly<Record<string, string>>;

export interface Actor {
  say(text: string): Promise<Heard>;
  /** Have files checked, in the way that goes with the manner. */
  check(files: Files): Promise<Heard>;
  /** Press the button or choose the option that carries this action, on the message last seen. */
  press(action: Action): Promise<Heard>;
  /** Ends all, and says which rules of the platform the bot broke. */
  leave(): Promise<readonly unknown[]>;
}

export interface PlatformUnderTest {
  readonly name: string;
  readonly manners: readonly Manner[];
  enter(manner: Manner): Promise<Actor>;
}

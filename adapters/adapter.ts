/**
 * What a platform is to the rest of the program: it starts with a bot, and it stops.
 */
import type {Bot} from '../bot/index.js';

export interface Adapter {
  readonly name: string;
  /** Resolves where the platform has ended by itself, such as a terminal whose input is at its end. */
  start(bot: Bot): Promise<void>;
  /** Finish what is in flight and leave; safe to call twice. */
  stop(): Promise<void>;
}

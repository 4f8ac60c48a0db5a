/**
 * A bot that remembers what it said, so that the same request can be compared on every platform.
 */
import type {Bot} from '../../bot/index.js';
import type {Reply} from '../../bot/message.js';

export interface Recorder {
  readonly bot: Bot;
  readonly replies: readonly Reply[];
}

export function recordReplies(bot: Bot): Recorder {
  const replies: Reply[] = [];
  const keep = <R extends Reply | undefined>(reply: R): R => {
    if (reply) replies.push(reply);
    return reply;
  };
  return {
    replies,
    bot: {
      ...bot,
      hear: async (text, request) => keep(await bot.hear(text, request)),
      run: async (command, values, request) => keep(await bot.run(command, values, request)),
      check: async (text, request) => keep(await bot.check(text, request)),
      press: async (action, request) => keep(await bot.press(action, request)),
      readBack: (said, request) => keep(bot.readBack(said, request)),
    },
  };
}

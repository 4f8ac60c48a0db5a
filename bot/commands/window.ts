/**
 * `window`: whether Linux's merge window is open, until when, and what that means for patches.
 */
import {defineCommand} from '../command.js';
import type {Reply} from '../message.js';

export const window = defineCommand({
  name: 'window',
  summary: "Show whether Linux's merge window is open, and the next dates",
  options: {},
  fillers: ['is', 'the', 'merge', 'open', 'closed', 'now', 'state', 'status'],
  async run(_values, context): Promise<Reply> {
    // Loaded where it is asked for: most starts of the program are for something else.
    const [{windowReply}, {defaultTreeNotes}] = await Promise.all([
      import('../window-reply.js'),
      import('../window/tree-notes.js'),
    ]);
    return windowReply(await context.viewWindow(), defaultTreeNotes, context);
  },
});

/**
 * `window`: whether Linux's merge window is open, until when, and what that means for patches.
 */
import {defineCommand} from '../command.js';
import type {Reply} from '../message.js';
import {windowReply} from '../window-reply.js';
import {defaultTreeNotes} from '../window/tree-notes.js';

export const window = defineCommand({
  name: 'window',
  summary: "Show whether Linux's merge window is open, and the next dates",
  options: {},
  fillers: ['is', 'the', 'merge', 'open', 'closed', 'now', 'state', 'status'],
  run: async (_values, context): Promise<Reply> => windowReply(await context.viewWindow(), defaultTreeNotes, context),
});

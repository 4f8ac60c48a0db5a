/**
 * A bot over a small knowledge base, and requests to ask it with.
 */
import {createBot} from '../../bot/index.js';
import type {Context} from '../../bot/command.js';
import {commands} from '../../bot/commands/index.js';
import {defaultCaps} from '../../bot/patch/mail/caps.js';
import type {Request} from '../../bot/request.js';
import type {Knowledge} from '../../knowledge/index.js';
import {notWatched} from '../../bot/window/not-watched.js';
import {makeKnowledge} from './knowledge.js';

export const request: Request = {setting: 'terminal', askerId: 'U1', askerName: 'Ada', pageChars: Infinity};

export function makeContext(knowledge: Knowledge = makeKnowledge(), changes: Partial<Request> = {}): Context {
  return {
    knowledge,
    request: {...request, ...changes},
    commands,
    version: '1.2.3',
    caps: defaultCaps,
    viewWindow: notWatched,
  };
}

export function makeBot(knowledge: Knowledge = makeKnowledge()) {
  return createBot(() => knowledge, '1.2.3');
}

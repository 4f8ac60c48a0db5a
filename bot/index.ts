/**
 * The door of the bot: a text, a command or a press goes in, a reply comes out. The same for every platform.
 */
import type {Knowledge} from '../knowledge/index.js';
import {choicesReply, entryChoice, entryReply, noneReply} from './answer.js';
import {ask} from './commands/ask.js';
import {browseAction} from './commands/browse.js';
import {commands} from './commands/index.js';
import type {Command, Context, Value} from './command.js';
import {complete} from './complete.js';
import {NotFoundError} from './errors.js';
import type {Action, Reply} from './message.js';
import {parseCommand} from './parse.js';
import type {Request} from './request.js';
import {visibleLine} from './visible.js';

export interface Bot {
  readonly commands: readonly Command[];
  /** Free text: a command, or a question. @throws UserError */
  hear(text: string, request: Request): Promise<Reply>;
  /** A command whose values are read already. @throws UserError */
  run(command: Command, values: Readonly<Record<string, Value>>, request: Request): Promise<Reply>;
  /** A button. @throws UserError where what it names is gone. */
  press(action: Action, request: Request): Promise<Reply>;
  /** Whole lines that continue what was typed, best first. */
  complete(typed: string, limit: number): string[];
}

/**
 * @param knowledge What to answer from now; asked anew for every request, so that a refresh is seen at once.
 * @param version Of this program, as `about` shows it.
 */
export function createBot(knowledge: () => Knowledge, version: string): Bot {
  const contextOf = (request: Request): Context => ({knowledge: knowledge(), request, commands, version});
  const run: Bot['run'] = async (command, values, request) => command.run(values, contextOf(request));
  return {
    commands,
    run,
    hear: async (text, request) => {
      const parsed = parseCommand(text, commands);
      return parsed ? run(parsed.command, parsed.values, request) : run(ask, {question: text}, request);
    },
    press: async (action, request) => Promise.resolve(press(action, contextOf(request))),
    complete: (typed, limit) => complete(typed, commands, knowledge(), limit),
  };
}

function press(action: Action, context: Context): Reply {
  const {knowledge, request} = context;
  switch (action.type) {
    case 'show':
      return entryReply(entryOf(action.entry, knowledge), action.page, context);
    case 'share': {
      const reply = entryReply(entryOf(action.entry, knowledge), action.page, {
        ...context,
        request: {...request, canShare: false},
      });
      const shared = {type: 'aside', text: `Shared by ${visibleLine(request.askerName)}.`} as const;
      return {...reply, blocks: [...reply.blocks, shared], audience: 'place'};
    }
    case 'related': {
      const entry = entryOf(action.entry, knowledge);
      const choices = knowledge.related(entry.id, 3).map(entryChoice);
      const prompt = choices.length > 0 ? `Related to "${entry.question}":` : 'No question is near this one.';
      return {
        outcome: 'page',
        blocks: [{type: 'choices', prompt, choices}],
        next: [{label: 'All sections', action: {type: 'browse'}}],
        audience: 'asker',
        data: choices.map(({label}) => label),
      };
    }
    case 'other': {
      const entries = action.nearest.flatMap((id) => knowledge.entry(id) ?? []);
      return entries.length > 0 ? choicesReply('The nearest other questions:', entries) : noneReply([]);
    }
    case 'browse':
      return browseAction(action.section, context);
  }
}

function entryOf(id: string, knowledge: Knowledge) {
  const entry = knowledge.entry(id);
  if (!entry) throw new NotFoundError('This question is not in the document any more. Please ask again.');
  return entry;
}

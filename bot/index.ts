/**
 * The door of the bot: a text, a command or a press goes in, a reply comes out. The same for every platform.
 */
import type {Knowledge} from '../knowledge/index.js';
import {parseAction} from './action.js';
import {outcomeToReply} from './answer.js';
import {ask} from './commands/ask.js';
import {check} from './commands/check.js';
import {commands} from './commands/index.js';
import type {Command, Context, Option, Value} from './command.js';
import {complete, suggest} from './complete.js';
import {UserError} from './errors.js';
import {sentenceReply, type Action, type Reply} from './message.js';
import {parseCommand} from './parse.js';
import {defaultCaps, type Caps} from './patch/mail/caps.js';
import type {Request} from './request.js';
import {smallTalk} from './small-talk.js';
import {isPointing, questionIn, takenSentence, type Said} from './thread.js';
import {pressToReply} from './press.js';
import {notWatched} from './window/not-watched.js';
import type {ViewWindow} from './window/watch.js';

export interface Bot {
  readonly commands: readonly Command[];
  /** Free text: a command, or a question. @throws UserError */
  hear(text: string, request: Request): Promise<Reply>;
  /** A command whose values are read already. @throws UserError */
  run(command: Command, values: Readonly<Record<string, Value>>, request: Request): Promise<Reply>;
  /**
   * The question that stands in what was said before, answered; undefined where nobody said anything.
   *
   * @param said Oldest first; the first opens the thread.
   */
  readBack(said: readonly Said[], request: Request): Reply | undefined;
  /** The files that came along, or else the text, before the rules. @throws UserError where there is nothing to check. */
  check(text: string, request: Request): Promise<Reply>;
  /** Whether files came along that are to be checked: the words ask for nothing else. */
  readonly isForFiles: (text: string, request: Request) => boolean;
  /** Whether the text is read as a command rather than as a question. */
  readonly isCommand: (text: string) => boolean;
  /** A written action; undefined where it is none, or what it names is gone. */
  actionOf(text: string): Action | undefined;
  /** A button. @throws UserError where what it names is gone. */
  press(action: Action, request: Request): Promise<Reply>;
  /** Whole lines that continue what was typed, best first. */
  complete(typed: string, limit: number): string[];
  /** Values for one option while it is being typed, best first; slips of the hand are understood. */
  suggest(option: Option, typed: string, limit: number): string[];
}

/**
 * @param knowledge What to answer from now; asked anew for every request, so that a refresh is seen at once.
 * @param version Of this program, as `about` shows it.
 * @param caps How much `check` looks at.
 * @param viewWindow Of Linux's merge window; without it the bot says that it does not know.
 */
export function createBot(
  knowledge: () => Knowledge,
  version: string,
  caps: Caps = defaultCaps,
  viewWindow: ViewWindow = notWatched,
): Bot {
  const contextOf = (request: Request): Context => ({
    knowledge: knowledge(),
    request,
    commands,
    version,
    caps,
    viewWindow,
  });
  const run: Bot['run'] = async (command, values, request) => command.run(values, contextOf(request));
  return {
    commands,
    run,
    hear: async (text, request) => {
      if (isForFiles(text, request)) return run(check, {}, request);
      const talk = smallTalk(text);
      if (talk === 'thanks') return sentenceReply('You are welcome.');
      const parsed = parseCommand(talk === 'greeting' ? 'help' : text, commands);
      return parsed ? run(parsed.command, parsed.values, request) : run(ask, {question: text}, request);
    },
    readBack: (said, request) => {
      const context = contextOf(request);
      const taken = questionIn(said, context.knowledge);
      if (!taken) return undefined;
      const reply = outcomeToReply(taken.outcome, context);
      return {...reply, blocks: [{type: 'aside', text: takenSentence(taken.said)}, ...reply.blocks]};
    },
    check: (text, request) => run(check, {text}, request),
    isForFiles,
    isCommand: (text) => {
      try {
        return parseCommand(text, commands) !== undefined;
      } catch (error) {
        if (error instanceof UserError) return true;
        throw error;
      }
    },
    actionOf: (text) => parseAction(text, knowledge()),
    press: (action, request) => pressToReply(action, contextOf(request)),
    complete: (typed, limit) => complete(typed, commands, knowledge(), limit),
    suggest: (option, typed, limit) => suggest(option, typed, knowledge(), limit),
  };
}

/** Files came along, and the words ask for nothing else: none at all, "check", "this one please". */
function isForFiles(text: string, {attached}: Request): boolean {
  if (!attached || attached.files.length === 0) return false;
  return text.trim() === '' || /^\s*\/?check\b/iu.test(text) || isPointing(text);
}

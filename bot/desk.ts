/**
 * The desk where platforms bring what people say and press, and learn what to do about it.
 *
 * What is decided apart from the answer itself is decided here: once only, fair use, which message was meant, who sees
 * the reply, what an error says. Adapters translate, and nothing else.
 */
import type {Grant, Purse} from './budget.js';
import type {Claims} from './claims.js';
import type {Command, Value} from './command.js';
import {UserError} from './errors.js';
import type {Bot} from './index.js';
import {sentenceReply, type Action, type Reply} from './message.js';
import type {Request} from './request.js';
import {smallTalk} from './small-talk.js';
import {isOutOfSight, isPointing, type Said} from './thread.js';
import {silence, type Turn} from './turn.js';
import {waitText} from './wait-text.js';

const outOfSight =
  'What that message says is not shown to me. Mention me together with the question, or open the menu of that message and choose Apps, then Answer from the BPF HOWTO.';
/** Words that ask for an answer that everybody sees. */
const openly = /\b(?:here|openly|publicly|everybody|everyone)\b/iu;
/** How long an answer follows the edits of its question. */
const correctionMs = 15 * 60_000;

/** Who says something, where, and in which delivery. */
export interface Asked {
  /** Names the message or the press, the same for every delivery of it: workspace, channel and ts; an interaction's id. */
  readonly key: string;
  /** Key of the asker's budget, unique over platforms and workspaces. */
  readonly person: string;
  /** Key of the channel's budget. */
  readonly place: string;
  readonly request: Request;
}

export interface Feedback {
  readonly entry: string;
  readonly helpful: boolean;
}

export interface Desk {
  readonly bot: Bot;
  /**
   * Text said to the bot: by its name, directly, or after a slash.
   *
   * @param before Reads what was said before, oldest first, the thread's first message ahead; asked only where the text
   * itself holds no question. Absent where nothing can be read.
   */
  hear(asked: Asked, text: string, before?: () => Promise<readonly Said[]>): Promise<Turn>;
  /** Somebody pointed at a message as a question; its files come with the request. */
  point(asked: Asked, said: Said): Promise<Turn>;
  /** Somebody pointed at a message to have the patches checked that are attached to it or stand in it. */
  inspect(asked: Asked, said: Said): Promise<Turn>;
  /** A command of the table. @param read Its values; a UserError is told to the asker. */
  run(asked: Asked, command: Command, read: () => Readonly<Record<string, Value>>): Promise<Turn>;
  /** A button or a menu; `written` is the action as `formatAction` wrote it. `request.setting` is how the pressed message is seen. */
  press(asked: Asked, written: string): Promise<Turn>;
  /** A question was edited: what its answer becomes. Silence where it is too late. @param askedAt When it was first said. */
  correct(asked: Asked, text: string, askedAt: Date): Promise<Turn>;
}

export interface DeskParts {
  readonly bot: Bot;
  readonly claims: Claims;
  readonly purse: Purse;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Short id for an error, so that the asker can name it to the operator. */
  readonly newId: () => string;
  /** An error that nobody but the operator can mend. */
  readonly report: (error: unknown, id: string) => void;
  readonly noteFeedback: (feedback: Feedback) => void;
}

export function createDesk({bot, claims, purse, now, newId, report, noteFeedback}: DeskParts): Desk {
  /** One turn for a question: claimed, paid for, answered, and no error gets past. */
  const turn = async (asked: Asked, answer: () => Promise<Reply>): Promise<Turn> => {
    if (!(await claims.take(asked.key))) return silence;
    const grant = purse.spend(asked.person, asked.place);
    if (grant.type === 'ignored') return silence;
    if (grant.type === 'spent') return whisper(sentenceReply(spentText(grant)));
    return guarded(async () => say(await answer(), asked.request));
  };
  const guarded = async (make: () => Promise<Turn>): Promise<Turn> => {
    try {
      return await make();
    } catch (error) {
      if (error instanceof UserError) return whisper(sentenceReply(error.message));
      const id = newId();
      report(error, id);
      return whisper(
        sentenceReply(
          `Something failed inside the bot, through no fault of yours. Ask once more; if it fails again, tell the operator number ${id}.`,
        ),
      );
    }
  };
  const hear = async (text: string, {request}: Asked, before?: () => Promise<readonly Said[]>): Promise<Reply> => {
    if (before && isPointing(text) && !bot.isCommand(text) && !bot.isForFiles(text, request)) {
      const said = await before();
      if (isOutOfSight(said)) return sentenceReply(outOfSight);
      const reply = bot.readBack(said, request);
      if (reply) return reply;
    }
    return bot.hear(text.trim() === '' ? 'help' : text, request);
  };
  /** What is found in somebody's files is for that person alone, unless it was asked for in the open. */
  const heardBy = (asked: Asked, text: string): Asked => {
    const isAlone = bot.isForFiles(text, asked.request) && !openly.test(text);
    return isAlone ? {...asked, request: seenAlone(asked.request)} : asked;
  };
  return {
    bot,
    hear: async (asked, text, before) => {
      // Thanks in a channel want no answer that everybody has to read.
      if (asked.request.setting === 'public' && smallTalk(text) === 'thanks') return silence;
      const heard = heardBy(asked, text);
      return turn(heard, () => hear(text, heard, before));
    },
    point: (asked, said) =>
      turn(asked, async () => {
        const reply = bot.readBack([{...said, isBot: false}], asked.request);
        if (!reply && bot.isForFiles(said.text, asked.request)) return bot.check('', asked.request);
        return Promise.resolve(reply ?? sentenceReply('There is no question in that message.'));
      }),
    inspect: (asked, {text}) => turn(asked, () => bot.check(text, asked.request)),
    run: (asked, command, read) =>
      turn(asked, async () => {
        const values = read();
        const {question} = values;
        // A greeting is one on every platform, also where it has to be typed as a question.
        return command.name === 'ask' && typeof question === 'string' && smallTalk(question) !== undefined
          ? bot.hear(question, asked.request)
          : bot.run(command, values, asked.request);
      }),
    correct: async (asked, text, askedAt) => {
      if (Math.abs(now() - askedAt.getTime()) > correctionMs) return silence;
      const heard = heardBy(asked, text);
      return turn(heard, () => hear(text, heard));
    },
    press: async (asked, written) => {
      const action = bot.actionOf(written);
      if (!action) return whisper(sentenceReply('This button is out of date. Please ask again.'));
      if (action.type === 'remove') return removal(action, asked.request);
      // What everybody sees is paid for like a question, and done once.
      if (action.type === 'share' || (action.type === 'check' && action.to === 'place'))
        return sharing(await turn(asked, () => bot.press(action, asked.request)));
      if (!(await claims.take(asked.key))) return silence;
      if (action.type === 'rate') noteFeedback({entry: action.entry, helpful: action.helpful});
      return guarded(async () => pressed(action, await bot.press(action, seenAlone(asked.request)), asked.request));
    },
  };
}

function say(reply: Reply, {setting}: Request): Turn {
  return {type: 'say', reply, to: setting === 'public' ? 'place' : 'asker', at: 'new'};
}

function whisper(reply: Reply): Turn {
  return {type: 'say', reply, to: 'asker', at: 'new'};
}

/** Only who asked may take an answer back. */
function removal({asker}: Extract<Action, {type: 'remove'}>, {askerId}: Request): Turn {
  return asker === askerId
    ? {type: 'remove'}
    : whisper(sentenceReply('Only the person who asked can remove this answer.'));
}

/** A shared reply is for everybody; a refusal stays between the bot and who pressed. */
function sharing(turn: Turn): Turn {
  return turn.type === 'say' && turn.reply.outcome === 'answer' ? {...turn, to: 'place'} : turn;
}

/** A private message turns into what was pressed on it; nobody else's view of a message is changed. */
function pressed(action: Action, reply: Reply, {setting}: Request): Turn {
  const isInPlace = setting === 'private' && action.type !== 'rate';
  return {type: 'say', reply, to: 'asker', at: isInPlace ? 'same' : 'new'};
}

/** Whoever presses a button under a public answer is answered alone. */
function seenAlone(request: Request): Request {
  return request.setting === 'public' ? {...request, setting: 'private'} : request;
}

function spentText({whose, budget, waitMs}: Extract<Grant, {type: 'spent'}>): string {
  const who = whose === 'person' ? 'One person' : 'One channel';
  const [questions, asked] = budget.count === 1 ? ['1 question', 'it has'] : [`${budget.count} questions`, 'they have'];
  return (
    `${who} may ask ${questions} in ${waitText(budget.perMs)} here, and ${asked} been asked. ` +
    `Ask again in ${waitText(waitMs)}.`
  );
}

/**
 * A command is a table entry and a function. Help, completion, and what platforms register are read off the table.
 */
import type {Knowledge} from '../knowledge/index.js';
import type {Reply} from './message.js';
import type {Caps} from './patch/mail/caps.js';
import type {Request} from './request.js';
import type {ViewWindow} from './window/watch.js';

interface OptionBase {
  /** One short phrase for help and for platforms that show options. */
  readonly summary: string;
}

/** Takes all words that no other option took. */
export interface TextOption extends OptionBase {
  readonly type: 'text';
  readonly optional?: boolean;
  /** What a platform may offer while somebody types. */
  readonly complete?: 'question' | 'section';
  /** Text that does not look like it makes the whole a question, unless a slash stands before the command. */
  looksLike?(text: string): boolean;
}

export interface ChoiceOption extends OptionBase {
  readonly type: 'choice';
  readonly choices: readonly string[];
  /** Other words for them, in lower case. */
  readonly also?: Readonly<Record<string, string>>;
  /** The choice that was perhaps meant by what is none; a platform then lets people type freely, and offers. */
  near?(typed: string): string | undefined;
  /** What two of them say together; undefined where they contradict each other. */
  together?(one: string, other: string): string | undefined;
  readonly default?: string;
  readonly optional?: boolean;
}

/** Takes one word that looks like it, or that is written as `name=word` or `name word`. */
export interface WordOption extends OptionBase {
  readonly type: 'word';
  readonly optional: true;
  readonly maxChars: number;
  looksLike(word: string): boolean;
  /** Whether the command can work with it. */
  accepts(word: string): boolean;
  /** A sentence on what it cannot work with. */
  readonly unfit: string;
}

/** Written as `3`, `v3`, `name=3` or `name 3`, where `v` is the first letter of the option's name. */
export interface IntegerOption extends OptionBase {
  readonly type: 'integer';
  readonly min: number;
  readonly max: number;
  /** Words that may follow its number, as in `3 patches`. */
  readonly units?: readonly string[];
  /** A number alone is not meant for it. */
  readonly isNamed?: true;
  /** A sentence on what is no such number. */
  readonly unfit?: string;
  readonly default?: number;
  readonly optional?: boolean;
}

/** Set by writing its name. */
export interface FlagOption extends OptionBase {
  readonly type: 'flag';
}

/** Files that are attached; they come with the request and not among the values. */
export interface FilesOption extends OptionBase {
  readonly type: 'files';
  readonly optional: true;
  /** Boxes that a platform may offer. */
  readonly most: number;
}

export type Option = FilesOption | TextOption | WordOption | ChoiceOption | IntegerOption | FlagOption;
export type Options = Readonly<Record<string, Option>>;
export type Value = string | number | boolean | undefined;

type Optional<O, T> = O extends {readonly default: unknown}
  ? T
  : O extends {readonly optional: true}
    ? T | undefined
    : T;

/** The values a command's function receives. */
export type Values<O extends Options> = {
  readonly [Name in keyof O]: O[Name] extends {readonly type: 'choice'; readonly choices: readonly (infer C)[]}
    ? Optional<O[Name], C>
    : O[Name] extends {readonly type: 'integer'}
      ? Optional<O[Name], number>
      : O[Name] extends {readonly type: 'flag'}
        ? boolean
        : O[Name] extends {readonly type: 'files'}
          ? undefined
          : Optional<O[Name], string>;
};

/** What a command may look at besides its values. */
export interface Context {
  readonly knowledge: Knowledge;
  readonly request: Request;
  readonly commands: readonly Command[];
  /** Version of this program. */
  readonly version: string;
  /** How much `check` looks at. */
  readonly caps: Caps;
  /** What can be said of Linux's merge window now. */
  readonly viewWindow: ViewWindow;
}

interface CommandBase<O extends Options> {
  /** One lower-case word. */
  readonly name: string;
  readonly summary: string;
  /** In the order help shows them. One text option at most. */
  readonly options: O;
  /** How it is written, where the options read off would be too long. */
  readonly usage?: string;
  /** Small words that say nothing among its options: for, a, the. */
  readonly fillers?: readonly string[];
  /** A sentence on a word that fits no option, where the command knows what was meant. */
  readonly strayWord?: (word: string) => string | undefined;
}

/** A row of the command table. `parseValues` gives values that fit its options. */
export interface Command extends CommandBase<Options> {
  /** @throws UserError where the values fit the options and still make no sense. */
  run(values: Readonly<Record<string, Value>>, context: Context): Reply | Promise<Reply>;
}

/** A command as it is written, with the types of its own options. */
interface TypedCommand<O extends Options> extends CommandBase<O> {
  run(values: Values<O>, context: Context): Reply | Promise<Reply>;
}

/** Give a command's function the types of its options, and the table one type for all commands. */
export function defineCommand<const O extends Options>(command: TypedCommand<O>): Command {
  return command as Command;
}

/** How a command is written, e.g. `browse [section]`. */
export function usage(command: Command): string {
  if (command.usage !== undefined) return command.usage;
  return [command.name, ...Object.entries(command.options).map(([name, option]) => optionUsage(name, option))].join(
    ' ',
  );
}

function optionUsage(name: string, option: Option): string {
  switch (option.type) {
    case 'flag':
      return `[${name}]`;
    case 'choice':
      if (isRequired(option)) return option.choices.join('|');
      return option.default === undefined ? `[${name}]` : `[${option.choices.join('|')}]`;
    case 'files':
    case 'integer':
    case 'word':
    case 'text':
      return isRequired(option) ? `<${name}>` : `[${name}]`;
  }
}

/** Whether the asker has to give it. */
export function isRequired(option: Option): boolean {
  if (option.type === 'flag' || option.type === 'word' || option.type === 'files' || option.optional === true)
    return false;
  return option.type === 'text' || option.default === undefined;
}

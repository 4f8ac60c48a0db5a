/**
 * The command line: options and commands, most of them read off the bot's table. Nothing heavy is loaded before it is
 * known what is wanted.
 *
 * Exit codes: 0 answered, 1 nothing found or a source problem, 2 usage.
 */
import {Command as Program, CommanderError} from 'commander';
import type {Command} from '../../bot/command.js';
import {ask} from '../../bot/commands/ask.js';
import {check} from '../../bot/commands/check.js';
import {commands} from '../../bot/commands/index.js';
import {window} from '../../bot/commands/window.js';
import {nearestWord} from '../../bot/nearest-word.js';
import {visible} from '../../bot/visible.js';
import {version} from '../version.js';
import type {Wanted} from './wanted.js';

/** Options of every command. */
interface Common {
  readonly source?: readonly string[];
  readonly json?: true;
}

/** @returns What is wanted, or the exit code where the arguments were answered at once. */
export function readCommandLine(args: readonly string[], print: Printer): Wanted | number {
  let wanted: Wanted | undefined;
  const program = buildProgram(print, (found, {source = [], json = false}) => {
    wanted = {...found, sources: source, json};
  });
  try {
    program.parse(args, {from: 'user'});
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    throw error;
  }
  if (!wanted) return 2;
  if (wanted.type === 'help' && !wanted.json) {
    print.out(program.helpInformation());
    return 0;
  }
  return wanted;
}

export interface Printer {
  out(text: string): void;
  error(text: string): void;
}

type Found = Wanted extends infer W ? (W extends Wanted ? Omit<W, 'sources' | 'json'> : never) : never;

function buildProgram(print: Printer, found: (wanted: Found, common: Common) => void): Program {
  const program = new Program('bpf-howto')
    .description('Answers questions about working with the Linux BPF subsystem, out of the BPF HOWTO.')
    .usage('[command] [options]')
    .version(version, '--version', 'Print the version')
    .helpOption('-h, --help', 'Print this help')
    .helpCommand(false)
    .option('--source <source>', 'Answer from this path, https address or `bundled`; may be repeated', collect)
    .option('--json', 'Print JSON; adapters/terminal/README.md has the shapes')
    .configureHelp({showGlobalOptions: true, helpWidth: 100})
    .configureOutput({
      writeOut: (text) => print.out(text),
      writeErr: (text) => print.error(visible(text)),
      outputError: (text, write) => write(text.replace(/^error: /u, 'bpf-howto: ')),
    })
    .showHelpAfterError('`bpf-howto --help` lists commands and options. A question stands best in quotes.')
    .exitOverride()
    .addHelpText('after', '\nWithout a command: a chat in a terminal, or one question a line from standard input.')
    .argument('[question...]', 'The same as ask')
    .action((words: string[], options: Common) => {
      if (words.length === 0) found({type: 'talk'}, options);
      else if (isSlip(words)) program.error(unknownCommand(words[0] ?? '', program));
      else found({type: 'run', command: ask, words}, options);
    });
  const add = (name: string, summary: string) => program.command(name).description(summary);
  for (const command of commands) {
    if (command === check) {
      addCheck(add(command.name, command.summary), found);
      continue;
    }
    if (command === window) {
      addWindow(add(command.name, command.summary), found);
      continue;
    }
    const sub = add(command.name, command.summary).argument('[words...]', wordsSummary(command));
    if (command === ask)
      sub.option('--jsonl', 'Read {"q": …} lines, write {"slug", "score", "confident", "top"} lines');
    // Its own words tell more about what begins with a dash: `-1`, `-next`, `--rfc`.
    if (Object.values(command.options).some(({type}) => type === 'integer')) sub.allowUnknownOption();
    sub.action((words: string[], _options: unknown, self: Program) => {
      const options: Common & {jsonl?: true} = self.optsWithGlobals();
      if (command.name === 'help' && words.length === 0) found({type: 'help'}, options);
      else if (options.jsonl) found({type: 'jsonl'}, options);
      else found({type: 'run', command, words}, options);
    });
  }
  add('entries', 'List all questions; with --json, with their answers').action((_options: unknown, self: Program) =>
    found({type: 'entries'}, self.optsWithGlobals()),
  );
  add('check-source', 'Say whether a document can be used, and what in it could not be read')
    .argument('<file>', 'Path or https address')
    .action((file: string, _options: unknown, self: Program) =>
      found({type: 'check-source', file}, self.optsWithGlobals()),
    );
  add('settings', 'List the settings, their meaning and their values').action((_options: unknown, self: Program) =>
    found({type: 'settings'}, self.optsWithGlobals()),
  );
  add('backup', 'Copy what the bot remembers into a file, while it runs or not')
    .argument('<file>', 'File to write; one that is there is replaced')
    .action((file: string, _options: unknown, self: Program) => found({type: 'backup', file}, self.optsWithGlobals()));
  add('subject', 'Say what the subjects of patches say, one a line')
    .requiredOption('--jsonl', 'Read {"raw": …} lines, write a line of JSON for each')
    .action((_options: unknown, self: Program) => found({type: 'subject-lines'}, self.optsWithGlobals()));
  addHook(add('hook', 'Check patches whenever git send-email is run in this repository'), found);
  add('slack-manifest', 'Print the app manifest to paste into Slack')
    .option('--url <address>', 'Where Slack reaches the bot, such as https://bot.example.org; Socket Mode without it')
    .action((_options: unknown, self: Program) => {
      const {url, ...options}: Common & {url?: string} = self.optsWithGlobals();
      found({type: 'slack-manifest', ...(url === undefined ? {} : {url})}, options);
    });
  return program;
}

function addHook(program: Program, found: (wanted: Found, common: Common) => void): void {
  const acts = [
    ['install', 'Put the check behind the hook sendemail-validate of this repository'],
    ['uninstall', 'Take it out; a hook that was there before is put back'],
    ['run', 'For git: check a mail that is about to be sent'],
  ] as const;
  for (const [act, summary] of acts) {
    const sub = program.command(act, {hidden: act === 'run'}).description(summary);
    if (act === 'run') sub.argument('<files...>');
    sub.action((...given: unknown[]) => {
      const self = given.at(-1) as Program;
      found({type: 'hook', act, files: self.args}, self.optsWithGlobals());
    });
  }
}

function addCheck(program: Program, found: (wanted: Found, common: Common) => void): void {
  program
    .argument(
      '[files...]',
      'Files of git format-patch, mails or mailboxes, also as .gz; or a subject in quotes; - reads one',
    )
    .option('--all', 'Show all findings, and not the first ten')
    .option('--series-json', 'Print how the mails of each file fall into series')
    .action((files: string[], _options: unknown, self: Program) => {
      const {
        all = false,
        seriesJson = false,
        ...options
      }: Common & {all?: boolean; seriesJson?: boolean} = self.optsWithGlobals();
      found({type: 'check', files, all, seriesJson}, options);
    });
}

function addWindow(program: Program, found: (wanted: Found, common: Common) => void): void {
  program
    .option('--releases <file>', 'Read this list of releases: a path or an https address')
    .option('--now <time>', 'Answer as at this time, such as 2026-08-30T15:00:00Z')
    .option('--ics', 'Print the next dates as an iCalendar file')
    .action((_options: unknown, self: Program) => {
      const {
        releases,
        now,
        ics = false,
        ...options
      }: Common & {releases?: string; now?: string; ics?: boolean} = self.optsWithGlobals();
      found(
        {type: 'window', ics, ...(releases === undefined ? {} : {releases}), ...(now === undefined ? {} : {now})},
        options,
      );
    });
}

function wordsSummary(command: Command): string {
  const summaries = Object.values(command.options).map(({summary}) => summary);
  return command === ask ? `${summaries.join('; ')}; - reads it from standard input` : summaries.join('; ');
}

function collect(source: string, before: readonly string[] = []): readonly string[] {
  return [...before, source];
}

/** One bare word is no question: rather a command with a slip. */
function isSlip(words: readonly string[]): boolean {
  return words.length === 1 && !/\s/u.test(words[0]?.trim() ?? '') && words[0] !== '';
}

function unknownCommand(word: string, program: Program): string {
  const meant = nearestWord(
    word,
    program.commands.map((each) => each.name()),
  );
  return `bpf-howto: There is no command ${word}.${meant === undefined ? '' : ` Did you mean ${meant}?`}`;
}

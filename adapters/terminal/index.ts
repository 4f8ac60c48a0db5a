/**
 * The terminal: a chat, questions from a pipe, or one command of the command line.
 */
import {createBot} from '../../bot/index.js';
import {UserError, NotFoundError} from '../../bot/errors.js';
import {commands} from '../../bot/commands/index.js';
import {paragraphs, type Block} from '../../bot/message.js';
import {StoreError} from '../../bot/store/store-error.js';
import type {ViewWindow} from '../../bot/window/watch.js';
import type {Knowledge} from '../../knowledge/index.js';
import {capsOf} from '../check-caps.js';
import {settingRows} from '../config.js';
import {isSourceError, load} from '../load.js';
import {SettingError} from '../setting.js';
import {parseSource} from '../source-spec.js';
import {version} from '../version.js';
import {printReply, terminalRequest, write, type Console} from './console.js';
import {formatJson} from './json.js';
import {page, printCheck, printEntries, runOnce} from './one-shot.js';
import type {Wanted} from './wanted.js';

/** @returns Exit code of the process. */
export async function runTerminal(args: readonly string[], console: Console): Promise<number> {
  const wanted = await wantedOf(args, console);
  if (typeof wanted === 'number') return wanted;
  try {
    return await run(wanted, console);
  } catch (error) {
    if (wanted.type === 'hook' && wanted.act === 'run') {
      // A fault of ours must not hold a mail back.
      console.log.error(`This mail was not checked: ${error instanceof Error ? error.message : String(error)}`);
      return 0;
    }
    if (error instanceof NotFoundError || isSourceError(error)) {
      if (wanted.type === 'check-source' && wanted.json) await writeUnusable(wanted.file, error.message, console);
      console.log.error(error.message);
      return 1;
    }
    if (error instanceof StoreError) {
      console.log.error(error.message);
      return 1;
    }
    if (error instanceof UserError || error instanceof SettingError) {
      console.log.error(error.message);
      return 2;
    }
    throw error;
  }
}

/** The parser of command lines takes a while to load, and a chat does not need it. */
async function wantedOf(args: readonly string[], console: Console): Promise<Wanted | number> {
  if (args.length === 0) return {type: 'talk', sources: [], json: false};
  const {readCommandLine} = await import('./command-line.js');
  return readCommandLine(args, {
    out: (text) => void console.output.write(text),
    error: (text) => void console.error.write(text),
  });
}

async function run(wanted: Wanted, console: Console): Promise<number> {
  const format = wanted.json ? 'json' : 'text';
  const caps = capsOf(console.settings);
  if (wanted.type === 'settings') {
    const {settingsReply} = await import('./settings-page.js');
    await printReply(settingsReply(settingRows(console.env, console.file)), format, console);
    return 0;
  }
  if (wanted.type === 'backup') {
    const {backup} = await import('./backup.js');
    await printReply(await backup(wanted.file, console.settings), format, console);
    return 0;
  }
  if (wanted.type === 'subject-lines') {
    const {readSubjectLines} = await import('./subject-lines.js');
    return readSubjectLines(console);
  }
  if (wanted.type === 'slack-manifest') {
    const {slackManifest} = await import('../slack/manifest.js');
    await write(console.output, `${formatJson(slackManifest(commands, requestUrlOf(wanted.url)), 2)}\n`);
    return 0;
  }
  if (wanted.type === 'hook' && wanted.act !== 'run') {
    const {installHook, uninstallHook} = await import('./hook.js');
    const lines = await (wanted.act === 'install' ? installHook : uninstallHook)('.', console.program);
    await write(console.output, `${lines.join('\n')}\n`);
    return 0;
  }
  if (wanted.type === 'check' && wanted.seriesJson) {
    const {printSeriesData} = await import('./check-files.js');
    return printSeriesData(wanted.files, caps, console);
  }
  if (wanted.type === 'check-source') {
    const [document] = (await load([parseSource(wanted.file)], console.log)).documents;
    return document ? printCheck(wanted.file, document, format, console) : 1;
  }
  const named = wanted.sources.map(parseSource);
  const knowledge = await load(named.length > 0 ? named : console.settings.HOWTO_SOURCE, console.log);
  let watch: Promise<ViewWindow> | undefined;
  // Loaded where it is asked for, also in a chat.
  const viewWindow: ViewWindow = async () => {
    const named = wanted.type === 'window' ? wanted : {};
    watch ??= import('./window.js').then(({terminalWatch}) => terminalWatch(console, named));
    return (await watch)();
  };
  const bot = createBot(() => knowledge, version, caps, viewWindow);
  switch (wanted.type) {
    case 'run':
      return runOnce(bot, wanted.command, wanted.words, format, console);
    case 'check': {
      const {checkNamedFiles} = await import('./check-files.js');
      return checkNamedFiles(wanted, caps, knowledge, format, console);
    }
    case 'hook': {
      const {runHook} = await import('./hook-run.js');
      return runHook(wanted.files, caps, knowledge, console);
    }
    case 'window': {
      const {printWindow} = await import('./window.js');
      return printWindow(bot, viewWindow, wanted, format, console);
    }
    case 'help': {
      await printReply(await bot.hear('help', terminalRequest), format, console);
      return 0;
    }
    case 'entries':
      return printEntries(knowledge, format, console);
    case 'jsonl': {
      const {answerJsonLines} = await import('./jsonl.js');
      return answerJsonLines(knowledge, console);
    }
    case 'talk':
      return talk(bot, knowledge, wanted.json, console);
  }
}

/** @throws SettingError for an address that Slack would not send to. */
function requestUrlOf(address: string | undefined): {readonly requestUrl?: string} {
  if (address === undefined) return {};
  if (!/^https:\/\/[^\s/?#]+(?:\/[^\s?#]*)?$/u.test(address)) {
    throw new SettingError('Slack sends its requests to an https address, such as --url https://bot.example.org.');
  }
  return {requestUrl: `${address.replace(/\/+$/u, '')}/slack/events`};
}

async function talk(bot: ReturnType<typeof createBot>, knowledge: Knowledge, json: boolean, console: Console) {
  if (console.input.isTTY !== true || console.output.isTTY !== true || json) {
    const {answerLines} = await import('./lines.js');
    return answerLines(bot, console, json);
  }
  const [{createChat}, {historyFile, openHistory}] = await Promise.all([import('./chat.js'), import('./history.js')]);
  const history = openHistory(historyFile(console.settings.XDG_STATE_HOME, console.env.HOME));
  const chat = createChat(console, history, page(bannerBlocks(knowledge), null));
  for (const signal of ['SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void chat.stop());
  await chat.start(bot);
  return 0;
}

function bannerBlocks(knowledge: Knowledge): Block[] {
  const names = knowledge.documents.map(({name}) => name).join(', ');
  const count = knowledge.entries.length;
  const damaged = knowledge.documents.filter(({damage}) => damage);
  return [
    paragraphs(`bpf-howto ${version}: ${count === 1 ? '1 question' : `${count} questions`} from ${names}.`),
    paragraphs('Ask in your own words, pick what is offered by its number, or type browse or help. Ctrl-D leaves.'),
    ...damaged.map(({name, damage}): Block => ({
      type: 'warning',
      text: `${name} is a damaged copy. ${damage?.reasons.join(' ') ?? ''}`,
    })),
  ];
}

async function writeUnusable(source: string, message: string, {output}: Console): Promise<void> {
  const nothing = {title: null, revision: null, bytes: null, entries: 0, problems: [], damage: []};
  await write(output, `${formatJson({usable: false, source, ...nothing, error: message})}\n`);
}

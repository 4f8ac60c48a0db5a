/**
 * The chat in a terminal window: a prompt, history, completion, numbers for what a reply offers, pages for long ones.
 *
 * Ctrl-C drops the line that is being typed, and leaves from an empty one; Ctrl-D and `exit` leave.
 */
import {clearLine, createInterface, cursorTo, type Interface, type Key} from 'node:readline';
import type {Bot} from '../../bot/index.js';
import {UserError} from '../../bot/errors.js';
import {sentenceReply, type Choice, type Reply} from '../../bot/message.js';
import {displayWidth} from '../../bot/width.js';
import type {Adapter} from '../adapter.js';
import {consoleScreen, terminalRequest, type Console} from './console.js';
import {requestOf} from './typed-files.js';
import type {History} from './history.js';
import {openPages, type Pages} from './pager.js';
import {paintReply} from './paint.js';

const prompt = '> ';
const morePrompt = '-- more: space or Enter, q to stop -- ';
const completions = 20;
const bracketedPaste = {on: '\u001b[?2004h', off: '\u001b[?2004l'};
/** Sequences that paint and take no column. */
const painted = /\u001b\[\d+m|\u001b\]8;;[^\u001b]*\u001b\\/gu;

/** @param banner Said once at the start. */
export function createChat(console: Console, history: History, banner: Reply): Adapter {
  let lines: Interface | undefined;
  return {
    name: 'terminal',
    async start(bot) {
      lines = createInterface({
        input: console.input,
        output: console.output,
        terminal: true,
        prompt,
        history: [...history.lines],
        historySize: 500,
        removeHistoryDuplicates: true,
        completer: (typed: string) => [bot.complete(typed, completions), typed],
      });
      await new Chat(bot, console, history, lines).run(banner);
    },
    stop() {
      lines?.close();
      return Promise.resolve();
    },
  };
}

class Chat {
  private offers: readonly Choice[] = [];
  private pages: Pages = openPages(
    [],
    () => 0,
    () => 1,
  );
  /** Lines of a paste that is not sent yet; undefined outside of one. */
  private pasted: string[] | undefined;
  private held: string[] = [];
  private isClosed = false;
  /** Replies follow one another, also when lines come faster. */
  private last: Promise<void> = Promise.resolve();

  constructor(
    private readonly bot: Bot,
    private readonly console: Console,
    private readonly history: History,
    private readonly lines: Interface,
  ) {}

  async run(banner: Reply): Promise<void> {
    const {lines, console} = this;
    this.put(bracketedPaste.on);
    this.show(banner);
    const keypress = (_text: string | undefined, key: Key | undefined) => this.onKey(key?.name);
    console.input.on('keypress', keypress);
    lines.on('line', (line) => this.onLine(line));
    lines.on('SIGINT', () => this.onInterrupt());
    lines.on('SIGCONT', () => this.ask());
    this.ask();
    await new Promise<void>((resolve) => lines.once('close', resolve));
    this.isClosed = true;
    console.input.off('keypress', keypress);
    await this.last;
    this.put(`${bracketedPaste.off}\n`);
  }

  private onLine(line: string): void {
    if (this.pasted) {
      this.pasted.push(line);
      return;
    }
    const text = [...this.held.splice(0), line].join('\n');
    this.last = this.last.then(() => this.answer(text));
  }

  private async answer(text: string): Promise<void> {
    const wanted = text.trim();
    if (this.pages.isOpen) {
      if (wanted === '') {
        this.turnPage();
        return;
      }
      this.pages.close();
      if (wanted === 'q') {
        this.ask();
        return;
      }
    }
    if (['exit', 'quit'].includes(wanted.toLowerCase())) {
      this.lines.close();
      return;
    }
    if (wanted !== '') {
      if (!/^\d+$/u.test(wanted)) this.history.add(text);
      await this.reply(wanted);
    }
    this.ask();
  }

  private async reply(text: string): Promise<void> {
    try {
      this.show(await this.replyTo(text));
    } catch (error) {
      if (error instanceof UserError) {
        const rows = paintReply(sentenceReply(error.message), consoleScreen(this.console));
        this.put(`\n${rows.join('\n')}\n\n`);
        return;
      }
      this.console.log.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
      this.put('\nSomething failed inside the bot, through no fault of yours. Try once more in other words.\n\n');
    }
  }

  private async replyTo(text: string): Promise<Reply> {
    const picked = /^\d{1,4}$/u.test(text) ? this.offers[Number(text) - 1] : undefined;
    if (picked) return this.bot.press(picked.action, terminalRequest);
    if (/^\d{1,4}$/u.test(text) && this.offers.length > 0) {
      throw new UserError(`There is no ${text} to pick. The numbers go from 1 to ${this.offers.length}.`);
    }
    return this.bot.hear(text, await requestOf(text));
  }

  private show(reply: Reply): void {
    const inBlocks = reply.blocks.flatMap((block) => (block.type === 'choices' ? block.choices : []));
    this.offers = [...inBlocks, ...reply.next];
    const rows = paintReply(reply, consoleScreen(this.console));
    const columns = this.console.output.columns ?? 80;
    this.pages = openPages(
      ['', ...rows, ''],
      () => this.console.output.rows ?? 24,
      (row) => Math.max(1, Math.ceil(displayWidth(row.replace(painted, '')) / columns)),
    );
    this.put(joinRows(this.pages.next()));
  }

  private turnPage(): void {
    this.put(joinRows(this.pages.next()));
    this.ask();
  }

  private ask(): void {
    if (this.isClosed) return;
    this.lines.setPrompt(this.pages.isOpen ? morePrompt : prompt);
    this.lines.prompt();
  }

  /** `name` of a key that readline has dealt with already: a blank typed while paging stands in its line now. */
  private onKey(name: string | undefined): void {
    if (name === 'paste-start') this.pasted = [];
    if (name === 'paste-end') {
      this.held.push(...(this.pasted ?? []));
      this.pasted = undefined;
    }
    const isAlone = this.lines.line === ' ' || this.lines.line === 'q';
    if (!this.pages.isOpen || this.pasted || !isAlone || (name !== 'space' && name !== 'q')) return;
    this.lines.write(null, {ctrl: true, name: 'u'});
    cursorTo(this.console.output, 0);
    clearLine(this.console.output, 0);
    if (name === 'q') this.pages.close();
    this.turnPage();
  }

  private onInterrupt(): void {
    const isEmpty = this.lines.line === '' && this.held.length === 0 && !this.pages.isOpen;
    if (isEmpty) {
      this.lines.close();
      return;
    }
    this.held = [];
    this.pasted = undefined;
    this.pages.close();
    this.lines.write(null, {ctrl: true, name: 'e'});
    this.lines.write(null, {ctrl: true, name: 'u'});
    this.put('\n');
    this.ask();
  }

  private put(text: string): void {
    this.console.output.write(text);
  }
}

function joinRows(rows: readonly string[]): string {
  return rows.length === 0 ? '' : `${rows.join('\n')}\n`;
}

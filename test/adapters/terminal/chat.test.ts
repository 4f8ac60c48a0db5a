/**
 * The chat over streams that say they are a terminal: what is typed goes in as keys, what is shown comes out as text.
 */
import {PassThrough} from 'node:stream';
import {afterEach, describe, expect, it} from 'vitest';
import {createChat} from '../../../adapters/terminal/chat.js';
import type {Bot} from '../../../bot/index.js';
import {paragraphs, type Reply} from '../../../bot/message.js';
import {makeBot} from '../../helpers/bot.js';
import {makeConsole} from '../../helpers/console.js';
import {makeEntry, makeKnowledge, text} from '../../helpers/knowledge.js';

const banner: Reply = {outcome: 'page', blocks: [paragraphs('Hello.')], next: [], data: null};
const painting = /\u001b\[[0-9;?]*[A-Za-z]|\r/gu;
const keys = {
  enter: '\r',
  tab: '\t',
  interrupt: '\u0003',
  end: '\u0004',
  up: '\u001b[A',
  paste: ['\u001b[200~', '\u001b[201~'],
};
const prompted = /> $/u;
const paused = /to stop -- $/u;

let leave: () => void = () => undefined;
afterEach(() => leave());

function openChat(bot: Bot = makeBot(), rows = 40, columns = 80) {
  const input = Object.assign(new PassThrough(), {isTTY: true});
  const output = Object.assign(new PassThrough(), {isTTY: true, rows, columns});
  let shown = '';
  output.on('data', (chunk: Buffer) => (shown += chunk.toString('utf8')));
  const remembered: string[] = [];
  const history = {lines: ['an older question'], add: (line: string) => void remembered.push(line)};
  const {console, told} = makeConsole({env: {NO_COLOR: '1'}});
  const chat = createChat({...console, input, output}, history, banner);
  const ended = chat.start(bot);
  leave = () => void chat.stop();
  const seen = () => shown.replace(painting, '');
  /** Type, and give what is shown from there to the next prompt. */
  const type = async (typed: string, until: RegExp = prompted): Promise<string> => {
    if (typed !== '') shown = '';
    input.write(typed);
    await expect.poll(seen, {timeout: 20_000, interval: 5}).toMatch(until);
    return seen();
  };
  return {type, ended, remembered, told, seen, stop: () => chat.stop(), raw: () => shown};
}

describe('the chat', () => {
  it('greets, answers, and takes numbers for what is offered', async () => {
    const {type, remembered} = openChat();
    expect(await type('')).toContain('Hello.');
    expect(await type(`which patches${keys.enter}`)).toContain(
      'Which of these do you mean?\n1. Which list takes patches?\n2. Which tree takes patches?\n\n3 None of these\n',
    );
    expect(await type(`2${keys.enter}`)).toContain('Which tree takes patches?\n\nYes.\n');
    expect(await type(`2${keys.enter}`)).toContain('The nearest other questions:');
    expect(await type(`9${keys.enter}`)).toContain('There is no 9 to pick. The numbers go from 1 to 4.');
    expect(await type(`/dance${keys.enter}`)).toContain('There is no command `dance`.');
    expect(remembered).toEqual(['which patches', '/dance']);
  });

  it('completes commands and questions', async () => {
    const {type} = openChat();
    await type('br', /br$/u);
    await type(keys.tab, /owse $/u);
    expect(await type(keys.enter)).toContain('Sections:');
    await type('report', /report$/u);
    await type(keys.tab, /bugs\?$/u);
    expect(await type(keys.enter)).toContain('Where do I report bugs?\n\nYes.');
  });

  it('remembers earlier chats', async () => {
    const {type} = openChat();
    expect(await type(keys.up, /> an older question$/u)).toContain('an older question');
  });

  it('takes a pasted mail as one question', async () => {
    const {type, remembered} = openChat();
    const [open = '', close = ''] = keys.paste;
    await type(`${open}Hi,\rwhich list\rtakes it?${close}`, /takes it\?$/u);
    expect(await type(keys.enter)).toContain('Which list takes patches?');
    expect(remembered).toEqual(['Hi,\nwhich list\ntakes it?']);
  });

  it('pages what is higher than the window', async () => {
    const lines = Array.from({length: 12}, (_, at) => text(`line ${at}`));
    const bot = makeBot(makeKnowledge({entries: [makeEntry({id: 'q-long', question: 'Long?', answer: lines})]}));
    const {type} = openChat(bot, 12);
    expect(await type(`long${keys.enter}`, paused)).toContain('line 2');
    expect(await type(' ', paused)).toMatch(/^(?:(?!line 3).)*line 4\n.*line 8\n/su);
    expect(await type(keys.enter, paused)).toContain('line 9');
    expect(await type('q')).not.toContain('line');
    expect(await type(`long${keys.enter}`, paused)).toContain('line 2');
    expect(await type(`browse${keys.enter}`)).toContain('Sections:');
  });

  it('drops a line on Ctrl-C, and leaves on the next', async () => {
    const {type, ended} = openChat();
    await type('half a question', /half a question$/u);
    await type(keys.interrupt);
    await expect(type(keys.interrupt, /\n$/u).then(() => ended)).resolves.toBeUndefined();
  });

  it.each([keys.end, `exit${keys.enter}`, `QUIT${keys.enter}`])(
    'leaves on %j, and ends the paste mode',
    async (typed) => {
      const {type, ended, raw} = openChat();
      await type('');
      await type(typed, /\n$/u);
      await ended;
      expect(raw()).toContain('\u001b[?2004l');
    },
  );

  it('leaves when it is stopped, also twice', async () => {
    const {ended, stop} = openChat();
    await stop();
    await stop();
    await expect(ended).resolves.toBeUndefined();
  });

  it('goes on after a failure inside, and tells the operator', async () => {
    const bot = {...makeBot(), hear: () => Promise.reject(new Error('broken inside'))};
    const {type, told} = openChat(bot);
    expect(await type(`anything${keys.enter}`)).toContain('Something failed inside the bot');
    expect(told()).toContain('broken inside');
  });

  it('shows nothing that could steer the terminal', async () => {
    const {type, raw} = openChat();
    await type(`browse x\u009b31m\u202ey${keys.enter}`);
    expect(raw()).toContain('`x<U+202E>y`');
  });
});

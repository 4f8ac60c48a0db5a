/**
 * Blocks of a reply as parts of a Discord message.
 */
import {ComponentType, type APISectionComponent} from 'discord.js';
import type {Block} from '../../bot/message.js';
import {remembered} from '../../bot/remembered.js';
import type {Span} from '../../bot/spans.js';
import {visible, visibleLine} from '../../bot/visible.js';
import {button, menuRows, type CustomIds} from './controls.js';
import {flowToRows} from './flow.js';
import {textDisplay, type Part} from './pack.js';
import {indentRows, rowsToMarkdown, spansToRows, type Row} from './rows.js';

type Choices = Extract<Block, {type: 'choices'}>;

/** As many choices have a button each beside their text; more are picked from a menu. */
const sectionChoices = 5;
/** A longer text is not put beside a button, since it could not be parted. */
const sectionChars = 1000;

/** @param firstNumber Of the block's first choice; choices are numbered through the whole reply. */
export function blockToParts(block: Block, firstNumber: number, ids: CustomIds): Part[] {
  switch (block.type) {
    case 'heading':
      return rowPart(line({text: visibleLine(block.text), strong: true}));
    case 'prose':
      return proseToParts(block);
    case 'note':
      return noteToParts(block);
    case 'warning':
      return rowPart(line({text: 'Warning:', strong: true}, {text: ` ${visibleLine(block.text)}`}));
    case 'choices':
      return choicesToParts(block, firstNumber, ids);
    case 'facts':
      // Names and values are parted by a wide blank: columns would break on a narrow window.
      return rowPart(
        block.rows.flatMap(({name, value}) =>
          line({text: visibleLine(name), strong: true}, {text: `\u2003${visibleLine(value)}`}),
        ),
      );
    case 'aside':
      return rowPart(small(line({text: visibleLine(block.text)})));
    case 'source':
      return sourceToParts(block);
  }
}

const proseToParts = remembered(({children}: Extract<Block, {type: 'prose'}>) => rowPart(flowToRows(children)));
const noteToParts = remembered((note: Extract<Block, {type: 'note'}>) => rowPart(noteToRows(note)));
const sourceToParts = remembered((source: Extract<Block, {type: 'source'}>) => rowPart(small(sourceToRows(source))));

/** Text in small. */
export function small(rows: readonly Row[]): Row[] {
  return indentRows(rows, '-# ', '-# ');
}

export function line(...spans: readonly Span[]): Row[] {
  return spansToRows(spans, true);
}

export function rowPart(rows: readonly Row[]): Part[] {
  return rows.length > 0 ? [{type: 'rows', rows}] : [];
}

function noteToRows(note: Extract<Block, {type: 'note'}>): Row[] {
  const author = visibleLine(note.author);
  const date = visibleLine(note.date);
  // A document is named with its release, which is also its date.
  const title = author.endsWith(date) ? `Note, ${author}:` : `Note, ${author}, ${date}:`;
  const rows = line({text: title, strong: true}, {text: ` ${visibleLine(note.text)} `}, linked(note.url, note.url));
  return rows.map((row) => ({...row, quoted: true}));
}

/** The document is the link: its whole address would be longer than all else in the line. */
function sourceToRows({document, revision, url}: Extract<Block, {type: 'source'}>): Row[] {
  const words = `${visibleLine(document)}, revision ${visibleLine(revision)}`;
  return line({text: 'Source: '}, url === undefined ? {text: words} : linked(words, url));
}

function linked(words: string, url: string): Span {
  const text = visible(words);
  return /^https?:\/\/[\u0021-\u007e]+$/iu.test(url) ? {text, url} : {text};
}

function choicesToParts({prompt, choices}: Choices, firstNumber: number, ids: CustomIds): Part[] {
  const asked = line({text: visibleLine(prompt)});
  const items = choices.map(({label}, at) =>
    indentRows(line({text: visibleLine(label)}), `${firstNumber + at}. `, '   '),
  );
  const texts = items.map((rows) => rowsToMarkdown(rows));
  if (choices.length > sectionChoices || texts.some((text) => text.length > sectionChars)) {
    const menus = menuRows(choices, firstNumber, prompt, ids);
    return [
      ...rowPart([...asked, ...items.flat()]),
      ...menus.map((component): Part => ({type: 'component', component, count: 2, chars: 0})),
    ];
  }
  return [
    ...rowPart(asked),
    ...choices.map(({action}, at): Part => {
      const content = texts[at] ?? '';
      const component: APISectionComponent = {
        type: ComponentType.Section,
        components: [textDisplay(content)],
        accessory: button(`Show ${firstNumber + at}`, action, ids),
      };
      return {type: 'component', component, count: 3, chars: content.length};
    }),
  ];
}

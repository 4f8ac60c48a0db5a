/**
 * Blocks become lines: what a reply reads like where there is nothing but text.
 *
 * The terminal paints and wraps these lines, `plain` joins them, so both say the same.
 */
import {blank, flowToLines, type Line} from './layout.js';
import type {Block, Reply} from './message.js';
import {remembered} from './remembered.js';
import type {Span} from './spans.js';
import {visible, visibleLine} from './visible.js';
import {displayWidth} from './width.js';

export interface LaidLine extends Line {
  /** Said in small: a platform with a quieter voice may use it. */
  readonly small?: true;
}

/**
 * @param columns Room for tables; `Infinity` where there is no window.
 * @returns Lines with a blank one between blocks. Choices are numbered from 1 through the whole reply, then `next`.
 */
export function replyToLines(reply: Reply, columns: number): LaidLine[] {
  const lines: LaidLine[] = [];
  let number = 1;
  let before: Block | undefined;
  for (const block of reply.blocks) {
    if (before && !(isSmall(before) && isSmall(block))) lines.push(blank);
    for (const line of blockToLines(block, number, columns)) lines.push(line);
    if (block.type === 'choices') number += block.choices.length;
    before = block;
  }
  if (reply.next.length > 0) lines.push(blank, nextLine(reply, number));
  return lines;
}

function blockToLines(block: Block, firstNumber: number, columns: number): LaidLine[] {
  switch (block.type) {
    case 'heading':
      return [row([{text: visibleLine(block.text), strong: true}])];
    case 'prose':
      return columns === Infinity ? proseToLines(block) : flowToLines(block.children, columns);
    case 'note':
      return noteToLines(block);
    case 'warning':
      return [row([{text: 'Warning: ', strong: true}, {text: visibleLine(block.text)}], '  ')];
    case 'choices':
      return [
        row([{text: visibleLine(block.prompt)}]),
        ...block.choices.map(({label}, at) => item(`${firstNumber + at}. `, label)),
      ];
    case 'facts':
      return factsToLines(block.rows);
    case 'aside':
      return [{...row([{text: visibleLine(block.text)}]), small: true}];
    case 'source':
      return [sourceLine(block)];
  }
}

/** Where there is no window, the lines are the same for everybody. */
const proseToLines = remembered(({children}: Extract<Block, {type: 'prose'}>) => flowToLines(children, Infinity));

function noteToLines(note: Extract<Block, {type: 'note'}>): LaidLine[] {
  const author = visibleLine(note.author);
  const date = visibleLine(note.date);
  // A document is named with its release, which is also its date.
  const title = author.endsWith(date) ? `Note, ${author}: ` : `Note, ${author}, ${date}: `;
  return [row([{text: title, strong: true}, {text: visibleLine(note.text)}, {text: ' '}, link(note.url)], '  ')];
}

function factsToLines(rows: Extract<Block, {type: 'facts'}>['rows']): LaidLine[] {
  const width = Math.max(0, ...rows.map(({name}) => displayWidth(visibleLine(name))));
  return rows.map(({name, value}) => {
    const shown = visibleLine(name);
    const lead = shown + ' '.repeat(width - displayWidth(shown) + 2);
    return {lead, hang: ' '.repeat(Math.min(width + 2, 24)), spans: [{text: visibleLine(value)}]};
  });
}

function sourceLine({document, revision, url}: Extract<Block, {type: 'source'}>): LaidLine {
  const text = `Source: ${visibleLine(document)}, revision ${visibleLine(revision)}`;
  return {...row(url === undefined ? [{text}] : [{text: `${text}, `}, link(url)]), small: true};
}

/** What can be done next, on one line, since it is the same after most answers. */
function nextLine(reply: Reply, firstNumber: number): LaidLine {
  const labels = reply.next.map(({label}, at) => `${firstNumber + at} ${visibleLine(label)}`);
  return {...row([{text: labels.join(' | ')}]), small: true};
}

function link(url: string): Span {
  const text = visible(url);
  return /^https?:\/\/[\u0021-\u007e]+$/iu.test(url) ? {text, url} : {text};
}

function item(mark: string, text: string): LaidLine {
  return {lead: mark, hang: ' '.repeat(mark.length), spans: [{text: visibleLine(text)}]};
}

function row(spans: readonly Span[], hang = ''): LaidLine {
  return {lead: '', hang, spans};
}

/** Small lines stand together without a blank one between them. */
function isSmall(block: Block): boolean {
  return block.type === 'aside' || block.type === 'source';
}

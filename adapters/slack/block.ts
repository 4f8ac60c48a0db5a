/**
 * One block of a reply as Block Kit. Running text, headings and warnings are rich text; what is said in small stands in
 * context blocks. The only mrkdwn is the bare address of a source, so that it can be pressed.
 *
 * Source: Block Kit reference, "Context block", "Rich text block".
 */
import type {types} from '@slack/bolt';
import type {Block} from '../../bot/message.js';
import {remembered} from '../../bot/remembered.js';
import type {Span} from '../../bot/spans.js';
import {visible, visibleLine} from '../../bot/visible.js';
import {choicesToSlack, type NextId} from './choices.js';
import {flowToRich, section} from './flow.js';
import {addressSpan, isBlank, spansToRich} from './rich-text.js';
import {chunk, escapeMrkdwn, plainText} from './text.js';

const contextChars = 2000;
const contextElements = 10;

/** How a block is laid out in its message. */
export interface Layout {
  /** Number of the first choice of the block. */
  readonly firstNumber: number;
  /** Whether to spare blocks: then all text is rich text, which can be put together. */
  readonly compact: boolean;
  readonly nextId: NextId;
}

/** @returns No block where there is nothing to see. */
export function blockToSlack(block: Block, layout: Layout): types.KnownBlock[] {
  switch (block.type) {
    case 'heading':
      return paragraph([[{text: visibleLine(block.text), strong: true}]]);
    case 'prose':
      return proseToSlack(block);
    case 'note':
      return noteToSlack(block);
    case 'warning':
      return aside([[{text: 'Warning:', strong: true}, {text: ` ${visibleLine(block.text)}`}]]);
    case 'choices':
      return [
        ...paragraph([[{text: visibleLine(block.prompt)}]]),
        ...choicesToSlack(block.choices, layout.firstNumber, layout.compact, layout.nextId),
      ];
    case 'facts':
      return paragraph(
        block.rows.map(({name, value}) => [
          {text: visibleLine(name), strong: true},
          {text: '  '},
          addressSpan(visibleLine(value)),
        ]),
      );
    case 'aside':
      return small(visibleLine(block.text), layout);
    case 'source':
      return sourceToSlack(block, layout);
  }
}

const proseToSlack = remembered(({children}: Extract<Block, {type: 'prose'}>) => richText(flowToRich(children)));

const noteToSlack = remembered((note: Extract<Block, {type: 'note'}>): types.KnownBlock[] => {
  const author = visibleLine(note.author);
  const date = visibleLine(note.date);
  // A document is named with its release, which is also its date.
  const title = author.endsWith(date) ? `Note, ${author}:` : `Note, ${author}, ${date}:`;
  return aside([[{text: title, strong: true}, {text: ` ${visibleLine(note.text)} `}, addressSpan(visible(note.url))]]);
});

function sourceToSlack({document, revision, url}: Extract<Block, {type: 'source'}>, layout: Layout) {
  const text = `Source: ${visibleLine(document)}, revision ${visibleLine(revision)}`;
  if (url === undefined) return small(text, layout);
  const address = addressSpan(visible(url));
  if (layout.compact) return paragraph([[{text: `${text}, `}, address]]);
  const link = `<${escapeMrkdwn(address.text.replace(/[<>|`"]/gu, (sign) => encodeURIComponent(sign)))}>`;
  if (address.url === undefined || link.length > contextChars) return small(`${text}, ${address.text}`, layout);
  return [context([...elementsOf(`${text},`), {type: 'mrkdwn', text: link, verbatim: true}])];
}

/** Said in passing. */
function small(text: string, {compact}: Layout): types.KnownBlock[] {
  if (compact) return paragraph([[{text}]]);
  const elements = elementsOf(text);
  return Array.from({length: Math.ceil(elements.length / contextElements)}, (_, at) =>
    context(elements.slice(at * contextElements, (at + 1) * contextElements)),
  );
}

function context(elements: types.ContextBlockElement[]): types.ContextBlock {
  return {type: 'context', elements};
}

function elementsOf(text: string): types.PlainTextElement[] {
  return chunk(text, contextChars).map(plainText);
}

function paragraph(rows: readonly (readonly Span[])[]): types.KnownBlock[] {
  const content = spansToRich(rows);
  return isBlank(content) ? [] : richText([section(content)]);
}

/** Set off from the answer by a line at its side. */
function aside(rows: readonly (readonly Span[])[]): types.KnownBlock[] {
  return richText([{type: 'rich_text_quote', elements: spansToRich(rows)}]);
}

function richText(elements: types.RichTextBlock['elements']): types.RichTextBlock[] {
  return elements.length === 0 ? [] : [{type: 'rich_text', elements}];
}

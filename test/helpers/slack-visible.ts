/**
 * What a reader sees of a Slack message, as plain text: to be compared with the plain text of the reply.
 *
 * Buttons, menus and bullets are left out, since plain text has no words for them. Numbers of lists are counted as
 * Slack counts them, and addresses follow their links as in plain text.
 */
import type {types} from '@slack/bolt';
import {letters, roman} from '../../bot/numbering.js';
import {spellLinks, type Span} from '../../bot/spans.js';

interface Payload {
  readonly blocks?: readonly types.KnownBlock[];
}

export function slackVisible({blocks = []}: Payload): string {
  return blocks
    .map(blockText)
    .filter((text) => text !== '')
    .join('\n');
}

/** Words with one blank between them, without the hyphens that plain text has for bullets. */
export function bareWords(text: string): string {
  return text
    .split(/\s+/u)
    .filter((word) => word !== '' && word !== '-')
    .join(' ');
}

function blockText(block: types.KnownBlock): string {
  switch (block.type) {
    case 'rich_text':
      return block.elements.map(elementText).join('\n');
    case 'section':
      return block.text ? objectText(block.text) : '';
    case 'context':
      return block.elements.map((element) => ('text' in element ? objectText(element) : '')).join(' ');
    case 'actions':
    case 'context_actions':
      return '';
    default:
      throw new Error(`The bot sends no block of type ${block.type}.`);
  }
}

function elementText(element: types.RichTextBlock['elements'][number]): string {
  if (element.type !== 'rich_text_list') return inlineText(element.elements);
  const {style, indent = 0, elements} = element;
  return elements
    .map((item, at) => (style === 'ordered' ? `${slackNumber(at + 1, indent)}. ` : '') + inlineText(item.elements))
    .join('\n');
}

/** Slack counts 1, a, i, and again, by level. */
export function slackNumber(number: number, indent: number): string {
  const level = indent % 3;
  return level === 0 ? String(number) : level === 1 ? letters(number) : roman(number);
}

function inlineText(elements: readonly types.RichTextElement[]): string {
  const spans = elements.map((element): Span => {
    if (element.type === 'text') return {text: unbroken(element.text)};
    if (element.type === 'link') return {text: unbroken(element.text ?? element.url), url: element.url};
    throw new Error(`The bot sends no element of type ${element.type}.`);
  });
  return spellLinks(spans)
    .map(({text}) => text)
    .join('');
}

function objectText(object: types.TextObject): string {
  if (object.type === 'plain_text') return unbroken(object.text);
  return object.text
    .replace(/^<(.*)>$/u, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

/** Without the characters that keep a text from being a mention. */
function unbroken(text: string): string {
  return text.replace(/(?<=<)\u2060/gu, '');
}

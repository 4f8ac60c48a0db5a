/**
 * Flow content of the bot's own words: texts, paragraphs, code and lists of lines.
 */
import type {Code, List, Paragraph, PhrasingContent, Text} from 'mdast';

export function text(value: string): Text {
  return {type: 'text', value};
}

export function paragraph(...children: readonly PhrasingContent[]): Paragraph {
  return {type: 'paragraph', children: [...children]};
}

export function code(value: string): Code {
  return {type: 'code', value};
}

/** An item for each line. */
export function bullets(lines: readonly string[]): List {
  return {
    type: 'list',
    ordered: false,
    children: lines.map((line) => ({type: 'listItem', children: [paragraph(text(line))]})),
  };
}

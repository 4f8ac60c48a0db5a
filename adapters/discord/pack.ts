/**
 * Parts of a reply become messages, each within the limits of Discord. Nothing is cut: what does not fit goes into
 * the next message.
 *
 * Source of the limits: Discord, "Component Reference", IS_COMPONENTS_V2.
 */
import {ComponentType, type APIMessageTopLevelComponent, type APITextDisplayComponent} from 'discord.js';
import {rowsToMarkdown, type Row} from './rows.js';

/** Most characters in all texts of a message together. */
export const messageChars = 4000;
/** Most components of a message, those inside others counted too. */
const messageComponents = 40;

export type Part =
  /** Text, which may be parted between rows. */
  | {readonly type: 'rows'; readonly rows: readonly Row[]}
  /** Something that stands or falls as a whole. */
  | {
      readonly type: 'component';
      readonly component: APIMessageTopLevelComponent;
      /** Components, those inside counted too. */
      readonly count: number;
      /** Characters of text inside. */
      readonly chars: number;
    };

/** @returns Components of one message each; none is empty. */
export function packParts(parts: readonly Part[]): APIMessageTopLevelComponent[][] {
  const messages: APIMessageTopLevelComponent[][] = [];
  let components: APIMessageTopLevelComponent[] = [];
  let count = 0;
  let chars = 0;
  const add = (component: APIMessageTopLevelComponent, size: number, length: number) => {
    if (count + size > messageComponents || chars + length > messageChars) {
      messages.push(components);
      components = [];
      count = 0;
      chars = 0;
    }
    components.push(component);
    count += size;
    chars += length;
  };
  for (const part of parts) {
    if (part.type === 'component') add(part.component, part.count, part.chars);
    else for (const content of partRows(part.rows)) add(textDisplay(content), 1, content.length);
  }
  return components.length > 0 ? [...messages, components] : messages;
}

export function textDisplay(content: string): APITextDisplayComponent {
  return {type: ComponentType.TextDisplay, content};
}

/** Texts of the rows, each short enough for a message of its own. */
function partRows(rows: readonly Row[]): string[] {
  const texts: string[] = [];
  let rest = rows;
  while (rest.length > 0) {
    const taken = fittingRows(rest);
    const text = rowsToMarkdown(rest.slice(0, taken));
    if (text !== '') texts.push(text);
    rest = rest.slice(taken);
  }
  return texts;
}

/** How many rows fit, by halving; a row always fits alone. */
function fittingRows(rows: readonly Row[]): number {
  if (rowsToMarkdown(rows).length <= messageChars) return rows.length;
  let fits = 1;
  let exceeds = rows.length;
  while (exceeds - fits > 1) {
    const middle = Math.floor((fits + exceeds) / 2);
    if (rowsToMarkdown(rows.slice(0, middle)).length <= messageChars) fits = middle;
    else exceeds = middle;
  }
  return fits;
}

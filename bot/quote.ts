/**
 * Words of people, quoted inside a sentence of the bot: one line, of bounded length and height.
 */
import {visibleLine} from './visible.js';

/** Marks that may stand on one character; more of them only grow over the neighbouring lines. */
const marks = /(\p{M}{2})\p{M}+/gu;

/** @returns The text on one line; a longer one ends in `…`. Marks piled on a character are thinned out. */
export function quote(text: string, maxChars: number): string {
  // No more than this is looked at, so that megabytes cost nothing.
  const characters = [...visibleLine(text.slice(0, maxChars * 20)).replace(marks, '$1')];
  return characters.length <= maxChars
    ? characters.join('')
    : `${characters
        .slice(0, maxChars - 1)
        .join('')
        .trimEnd()}…`;
}

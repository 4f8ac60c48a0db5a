/**
 * Backslash escapes of text: `\*` is a star, `\ ` is nothing, a line end is a space.
 *
 * Source: reStructuredText Markup Specification, "Escaping mechanism".
 */
export function unescape(text: string): string {
  const folded = text.includes('\n') ? text.replace(/\\\n/g, '').replace(/\n/g, ' ') : text;
  return folded.includes('\\')
    ? folded.replace(/\\(?:\s|(.))?/gsu, (_, char: string | undefined) => char ?? '')
    : folded;
}

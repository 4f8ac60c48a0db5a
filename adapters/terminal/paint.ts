/**
 * Rows become text for a terminal. The only place that writes escape sequences; what it paints has none of its own.
 *
 * Sources: ECMA-48 (SGR), "Hyperlinks in terminal emulators" (OSC 8).
 */
import {replyToLines, type LaidLine} from '../../bot/blocks.js';
import type {Reply} from '../../bot/message.js';
import {spellLinks, type Span} from '../../bot/spans.js';
import type {Screen} from './screen.js';
import {wrapLine} from './wrap.js';

/** @returns Rows without line feeds. */
export function paintReply(reply: Reply, screen: Screen): string[] {
  return replyToLines(reply, screen.columns).flatMap((line) => paintLine(line, screen));
}

function paintLine(line: LaidLine, screen: Screen): string[] {
  const spelled = screen.hyperlinks ? line : {...line, spans: spellLinks(line.spans)};
  return wrapLine(spelled, screen.columns).map((row) => {
    const painted = row.map((span) => paintSpan(span, screen)).join('');
    if (!screen.colour) return painted.trimEnd();
    return line.small ? sgr(2, 22, painted) : painted;
  });
}

function paintSpan(span: Span, screen: Screen): string {
  let text = span.text;
  if (screen.colour) {
    if (span.strong) text = sgr(1, 22, text);
    if (span.emphasis) text = sgr(3, 23, text);
    if (span.code) text = sgr(36, 39, text);
    if (span.url !== undefined) text = sgr(4, 24, text);
  }
  return span.url === undefined ? text : `\u001b]8;;${span.url}\u001b\\${text}\u001b]8;;\u001b\\`;
}

function sgr(on: number, off: number, text: string): string {
  return `\u001b[${on}m${text}\u001b[${off}m`;
}

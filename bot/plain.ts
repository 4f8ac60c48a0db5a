/**
 * Plain text of a reply or of an answer: for notifications, screen readers, pipes and `--json`.
 *
 * Nothing is lost but faces: links are followed by their address, code stands indented, nothing is wrapped.
 */
import type {RootContent} from 'mdast';
import {replyToLines} from './blocks.js';
import {flowToLines, type Line} from './layout.js';
import type {Reply} from './message.js';
import {spellLinks} from './spans.js';

/** What can be pressed is left out: plain text has nothing to press. */
export function replyToPlain(reply: Reply): string {
  return linesToPlain(replyToLines({...reply, next: []}, Infinity));
}

/** @param nodes Flow content such as the children of an answer. */
export function flowToPlain(nodes: readonly RootContent[]): string {
  return linesToPlain(flowToLines(nodes, Infinity));
}

function linesToPlain(lines: readonly Line[]): string {
  return lines
    .map(({lead, spans}) => {
      const text = spellLinks(spans)
        .map((span) => span.text)
        .join('');
      return (lead + text).trimEnd();
    })
    .join('\n');
}

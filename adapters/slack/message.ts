/**
 * A reply as a message of Slack: blocks for those who see them, and plain text for notifications and screen readers.
 *
 * Nothing is cut off, and nothing that a person or a document wrote is read as markup, mention or link.
 * Sources: Block Kit reference (50 blocks in a message); Slack, "Formatting message text"; for the size of a whole
 * message, which is not documented, `msg_blocks_too_long` at about 13,200 characters (bolt-js, issue 2509).
 */
import type {types} from '@slack/bolt';
import type {Reply} from '../../bot/message.js';
import {blockToSlack} from './block.js';
import {nextToSlack, numberIds} from './choices.js';
import {replyToFallback} from './fallback.js';

/**
 * Most characters of an answer on one page. With its notes and the JSON around its links and faces, a message stays
 * below 10,000 characters for every page of the HOWTO, and most answers need one page only.
 */
export const slackPageChars = 3000;

const maxBlocks = 50;

export interface SlackMessage {
  /** Escaped, at most 4,000 bytes. */
  readonly text: string;
  readonly blocks: types.KnownBlock[];
}

export function replyToSlack(reply: Reply): SlackMessage {
  const blocks = layOut(reply, false);
  return {
    text: replyToFallback(reply),
    blocks: blocks.length <= maxBlocks ? blocks : mergeRichText(layOut(reply, true)),
  };
}

function layOut(reply: Reply, compact: boolean): types.KnownBlock[] {
  const nextId = numberIds();
  let firstNumber = 1;
  const blocks = reply.blocks.flatMap((block) => {
    const laid = blockToSlack(block, {firstNumber, compact, nextId});
    if (block.type === 'choices') firstNumber += block.choices.length;
    return laid;
  });
  return [...blocks, ...nextToSlack(reply.next, nextId)];
}

function mergeRichText(blocks: readonly types.KnownBlock[]): types.KnownBlock[] {
  const merged: types.KnownBlock[] = [];
  for (const block of blocks) {
    const last = merged.at(-1);
    if (last?.type === 'rich_text' && block.type === 'rich_text') {
      merged[merged.length - 1] = {...last, elements: [...last.elements, ...block.elements]};
    } else merged.push(block);
  }
  return merged;
}

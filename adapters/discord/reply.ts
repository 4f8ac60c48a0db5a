/**
 * A reply as messages of Discord, laid out with components (version 2).
 *
 * Nothing that a person or a document wrote can ping, link or format by itself: text is escaped, and no mention is
 * allowed to notify anybody.
 */
import {ComponentType, MessageFlags, type APIFileComponent, type APIMessageTopLevelComponent} from 'discord.js';
import type {Reply} from '../../bot/message.js';
import {visible, visibleLine} from '../../bot/visible.js';
import {blockToParts, line, rowPart, small} from './blocks.js';
import {buttonChars, buttonRows, customIds} from './controls.js';
import {flowToRows} from './flow.js';
import {packParts, textDisplay, type Part} from './pack.js';

/** What discord.js sends, edits or answers an interaction with. */
export interface DiscordMessage {
  /** For the asker alone, add Ephemeral. */
  readonly flags: MessageFlags.IsComponentsV2;
  readonly components: APIMessageTopLevelComponent[];
  readonly allowedMentions: {readonly parse: []; readonly repliedUser: false};
}

/**
 * Most characters of an answer on one page: the `pageChars` of a request. Escaped, and with its question, notes,
 * source and buttons, every page of the HOWTO is one message.
 */
export const discordPageChars = 2400;

/**
 * @returns One message, or several to send one after the other where a reply is longer than a message may be, as with
 *   an answer that consists of signs which Discord reads. The buttons are in the last.
 */
export function replyToDiscord(reply: Reply): readonly [DiscordMessage, ...DiscordMessage[]] {
  const ids = customIds();
  const parts: Part[] = [];
  let number = 1;
  for (const block of reply.blocks) {
    for (const part of blockToParts(block, number, ids)) parts.push(part);
    if (block.type === 'choices') number += block.choices.length;
  }
  if (reply.file) {
    const component: APIFileComponent = {type: ComponentType.File, file: {url: `attachment://${reply.file.name}`}};
    parts.push({type: 'component', component, count: 1, chars: 0});
  }
  const long = reply.next.filter(({label}) => visibleLine(label).length > buttonChars);
  for (const {label} of long) parts.push(...rowPart(small(line({text: visibleLine(label)}))));
  for (const component of buttonRows(reply.next, ids)) {
    parts.push({type: 'component', component, count: 1 + component.components.length, chars: 0});
  }
  return toMessages(parts);
}

/** A sentence of the bot itself, such as a mistake to put right. Words in back-ticks are shown as code. */
export function noticeToDiscord(text: string): ReturnType<typeof replyToDiscord> {
  const children = visible(text)
    .split(/`([^`\n]+)`/u)
    .map((value, at) => (at % 2 === 1 ? ({type: 'inlineCode', value} as const) : ({type: 'text', value} as const)));
  return toMessages(rowPart(flowToRows([{type: 'paragraph', children}])));
}

function toMessages(parts: readonly Part[]): readonly [DiscordMessage, ...DiscordMessage[]] {
  const [first, ...others] = packParts(parts).map(message);
  // Discord refuses a message without anything to see.
  return first ? [first, ...others] : [message([textDisplay('There is nothing to show.')])];
}

function message(components: APIMessageTopLevelComponent[]): DiscordMessage {
  return {flags: MessageFlags.IsComponentsV2, components, allowedMentions: {parse: [], repliedUser: false}};
}

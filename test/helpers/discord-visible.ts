/**
 * What a message of Discord says, with its Markdown taken off: for comparing platforms.
 */
import {readDiscord} from './discord-reader.js';

interface Component {
  readonly content?: string;
  readonly components?: readonly Component[];
}

interface Payload {
  readonly components?: readonly object[];
}

/** All texts of a message's components, as they are written. */
export function discordTexts(payload: Payload): string[] {
  const textsOf = ({content, components}: Component): string[] => [
    ...(content === undefined ? [] : [content]),
    ...(components ?? []).flatMap(textsOf),
  ];
  return (payload.components ?? []).flatMap(textsOf);
}

/**
 * @param payload A message, or the messages of one reply. Labels of buttons and menus are left out, as in plain text.
 * @returns Words with one blank between them. An address that hides behind words follows them, as in plain text.
 */
export function discordVisible(payload: Payload | readonly Payload[]): string {
  const messages = Array.isArray(payload) ? (payload as readonly Payload[]) : [payload as Payload];
  return squeeze(
    messages
      .flatMap(discordTexts)
      .map((text) => readDiscord(text).text)
      .join('\n'),
  );
}

/** Text of any platform without its addresses, which each shows in its own way, and with one blank between words. */
export function withoutAddresses(text: string): string {
  return squeeze(text.replace(/,?\s*\(?https?:\/\/[^\s)]+\)?/gu, ' ').replace(/ (?=[.,:;?!])/gu, ''));
}

function squeeze(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

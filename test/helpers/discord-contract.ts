/**
 * What Discord would refuse of a message: its published document, and the limits that the document does not encode.
 */
import {messageProblems} from '../loopback/discord/message-rules.js';
import {loadShapes} from '../loopback/discord/shapes.js';
import {discordTexts} from './discord-visible.js';

const routes = ['POST /channels/:channel/messages', 'PUT /applications/:application/commands'] as const;

/** @returns Sentences; without the test data the published shape goes unchecked. */
export function contractErrors(route: (typeof routes)[number], body: unknown): string[] {
  const errors = loadShapes(routes)?.(route, body) ?? [];
  return errors.map(({path, message}) => `${path}: ${message}`);
}

interface Message {
  readonly flags: number;
  readonly components: readonly object[];
  readonly allowedMentions: object;
}

export function messageErrors({flags, components}: Message): string[] {
  const body = {flags, components, allowed_mentions: {parse: [], replied_user: false}};
  return [
    ...contractErrors('POST /channels/:channel/messages', body),
    ...messageProblems(body).map(({path, message}) => `${path}: ${message}`),
    ...discordTexts({components})
      .filter((text) => text.trim() === '')
      .map(() => 'an empty text'),
  ];
}

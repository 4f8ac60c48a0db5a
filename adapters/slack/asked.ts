/**
 * Who asks, where and in which delivery, in the desk's words.
 */
import type {Asked} from '../../bot/desk.js';
import type {Request, Setting} from '../../bot/request.js';
import {slackPageChars} from './message.js';

export interface Asker extends Pick<Request, 'attached' | 'fetchAttached'> {
  readonly team: string;
  readonly channel: string;
  readonly user: string;
  /** Where Slack tells it. */
  readonly name?: string | undefined;
  readonly setting: Setting;
  /** Names the message or the press in its channel. */
  readonly id: string;
}

export function askedOf({team, channel, user, name, setting, id, ...files}: Asker): Asked {
  return {
    key: `slack:${team}:${channel}:${id}`,
    person: `slack:${team}:${user}`,
    place: `slack:${team}:${channel}`,
    request: {setting, askerId: user, askerName: name ?? somebody, pageChars: slackPageChars, ...files},
  };
}

/** Whose name Slack does not tell; asking for it would need one more permission. */
export const somebody = 'somebody';

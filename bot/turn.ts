/**
 * What the bot does when its turn comes: it says something, takes back what it said, or stays silent.
 */
import type {Reply} from './message.js';

export type Turn =
  | {
      readonly type: 'say';
      readonly reply: Reply;
      /** Who is to see it: the asker alone where the platform can do that, or everybody in the place. */
      readonly to: 'asker' | 'place';
      /** Instead of the message whose button was pressed, or as a message of its own. */
      readonly at: 'same' | 'new';
    }
  /** Delete the message whose button was pressed. */
  | {readonly type: 'remove'}
  | {readonly type: 'silence'};

export const silence: Turn = {type: 'silence'};

/**
 * What all platforms have to show alike: the words of a reply, in order.
 *
 * Addresses of links are left out, since each platform shows them in its own way, and so are bullets.
 */
import {withoutAddresses} from '../helpers/discord-visible.js';
import {bareWords} from '../helpers/slack-visible.js';

export function seenWords(text: string): string {
  return bareWords(withoutAddresses(text));
}

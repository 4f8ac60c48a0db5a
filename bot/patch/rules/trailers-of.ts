/**
 * The trailers of a mail by their name.
 */
import type {PatchMail} from '../mail/message.js';
import type {Trailer} from '../mail/trailers.js';

/** @param name In lower case. @returns In their order; none of those that stand below `---`. */
export function trailersOf({description}: PatchMail, name: string): readonly Trailer[] {
  return description.trailers.filter((trailer) => trailer.name.toLowerCase() === name);
}

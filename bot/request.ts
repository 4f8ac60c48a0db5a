/**
 * Who asks, where, and what that place can show. Adapters fill it in; the bot reads it and keeps nothing.
 */
import type {Attached} from './attached.js';

/**
 * Who will see the reply.
 *
 * - `private`: the asker alone, in a place where others could be shown it.
 * - `public`: everybody in the place.
 * - `direct`: the asker alone, since nobody else is there.
 * - `terminal`: the same, and nobody is there to be told whether it helped.
 */
export type Setting = 'private' | 'public' | 'direct' | 'terminal';

export interface Request {
  readonly setting: Setting;
  /** The platform's id of the asker, letters and digits; empty in a terminal. */
  readonly askerId: string;
  /** What a reply that is shared says of the person who shared it. */
  readonly askerName: string;
  /** Most characters of an answer on one page; `Infinity` where the platform pages by itself. */
  readonly pageChars: number;
  /** Whether a reply may come with a file. */
  readonly canAttach?: boolean;
  /** Files that came with what was said. */
  readonly attached?: Attached;
  /** Fetches files once more by `Attached.reference`. @throws UserError where they are gone. */
  readonly fetchAttached?: (reference: string) => Promise<Attached>;
}

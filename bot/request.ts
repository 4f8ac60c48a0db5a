/**
 * Who asks, where, and what that place can show. Adapters fill it in; the bot reads it and keeps nothing.
 */

export interface Request {
  /** What a reply that is shared says of the person who shared it. */
  readonly askerName: string;
  /** Whether a reply may be for the asker alone while others could be shown it too; then "Share here" is offered. */
  readonly canShare: boolean;
  /** Most characters of an answer on one page; `Infinity` where the platform pages by itself. */
  readonly pageChars: number;
}

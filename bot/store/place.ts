/**
 * A place where the bot posts by itself.
 */

export interface Place {
  /** `slack` or `discord`. */
  readonly platform: string;
  /** Slack's workspace or Discord's server; empty where there is none. */
  readonly workspace: string;
  /** A channel, a thread or a direct conversation: whatever the platform takes messages for. */
  readonly channel: string;
}

/**
 * What a chat platform is to the rest of the program: it connects with a desk, tells how it fares, and leaves.
 */
import type {Desk} from '../bot/desk.js';

export interface Platform {
  readonly name: string;
  /**
   * Resolves once questions are answered.
   *
   * @throws PlatformError where the operator has to mend something first; any other error may pass by itself.
   */
  connect(desk: Desk, watch: Watch): Promise<Connection>;
}

/** How a connection that holds tells of itself. */
export interface Watch {
  /** The platform's library mends the connection by itself. */
  reconnecting(reason: string): void;
  ready(): void;
}

export interface Connection {
  /** Resolves with the reason when the connection has ended and will not mend itself. */
  readonly ended: Promise<Error>;
  /** Answer what is in flight, take nothing new, leave. Safe to call twice. */
  close(): Promise<void>;
}

/** Something that only the operator can mend, such as a token that is no longer valid. Its message says how. */
export class PlatformError extends Error {
  override readonly name = 'PlatformError';
}

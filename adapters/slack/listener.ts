/**
 * What every listener of the app works with, and begins with.
 */
import type {App} from '@slack/bolt';
import type {Desk} from '../../bot/desk.js';
import type {SlackFiles} from './files.js';
import type {InFlight} from './in-flight.js';
import type {Voice} from './voice.js';

/**
 * Tell Slack that it was heard. Where that fails, because the socket broke or it is too late, the answer goes its own way
 * all the same.
 */
export async function acknowledge(ack: () => Promise<void>): Promise<void> {
  await ack().catch(() => undefined);
}

export interface Listening {
  readonly app: App;
  readonly desk: Desk;
  readonly voice: Voice;
  readonly inFlight: InFlight;
  readonly files: SlackFiles;
}

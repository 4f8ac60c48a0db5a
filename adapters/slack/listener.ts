/**
 * What every listener of the app works with.
 */
import type {App} from '@slack/bolt';
import type {Desk} from '../../bot/desk.js';
import type {InFlight} from './in-flight.js';
import type {Voice} from './voice.js';

export interface Listening {
  readonly app: App;
  readonly desk: Desk;
  readonly voice: Voice;
  readonly inFlight: InFlight;
}

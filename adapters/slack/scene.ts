/**
 * Where somebody asked, and the ways there are to answer them there.
 */
import type {webApi} from '@slack/bolt';

export interface Scene {
  /** Names the request to the operator. */
  readonly key: string;
  readonly client: webApi.WebClient;
  readonly user: string;
  readonly channel: string;
  /** Whether nobody but the asker reads the channel. */
  readonly isDirect: boolean;
  /** The thread that answers stand in; the channel's flow, or the conversation, where absent. */
  readonly thread?: string | undefined;
  /** The `ts` of the message that asked. */
  readonly question?: string | undefined;
  readonly responseUrl?: string | undefined;
  /** The `ts` of the message whose button was pressed. */
  readonly pressed?: string | undefined;
}

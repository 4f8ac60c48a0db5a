/**
 * How much `check` looks at, as the settings say.
 */
import type {Caps} from '../bot/patch/mail/caps.js';
import type {Settings} from './config.js';

type CheckSettings = Pick<
  Settings,
  | 'CHECK_MAX_FILE_BYTES'
  | 'CHECK_MAX_TOTAL_BYTES'
  | 'CHECK_MAX_MESSAGES'
  | 'CHECK_MAX_HEADER_BYTES'
  | 'CHECK_MAX_MIME_DEPTH'
>;

export function capsOf(settings: CheckSettings): Caps {
  return {
    maxFileBytes: settings.CHECK_MAX_FILE_BYTES,
    maxTotalBytes: settings.CHECK_MAX_TOTAL_BYTES,
    maxMessages: settings.CHECK_MAX_MESSAGES,
    maxHeaderBytes: settings.CHECK_MAX_HEADER_BYTES,
    maxMimeDepth: settings.CHECK_MAX_MIME_DEPTH,
  };
}

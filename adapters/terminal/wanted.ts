/**
 * What a command line asks for.
 */
import type {Command} from '../../bot/command.js';

interface Common {
  /** As named after `--source`; empty where the settings decide. */
  readonly sources: readonly string[];
  readonly json: boolean;
}

export type Wanted = Common &
  (
    | {readonly type: 'talk'}
    | {readonly type: 'run'; readonly command: Command; readonly words: readonly string[]}
    | {readonly type: 'help'}
    | {readonly type: 'jsonl'}
    | {readonly type: 'subject-lines'}
    /** `all` findings rather than the first ten; `seriesJson` prints how the mails fall into series. */
    | {readonly type: 'check'; readonly files: readonly string[]; readonly all: boolean; readonly seriesJson: boolean}
    /** `run` is for git: the mail's file, and one with its receivers. */
    | {readonly type: 'hook'; readonly act: 'install' | 'uninstall' | 'run'; readonly files: readonly string[]}
    /** Of a list and at a time that are named, else of the settings and now; `ics` prints the calendar file. */
    | {readonly type: 'window'; readonly releases?: string; readonly now?: string; readonly ics: boolean}
    | {readonly type: 'entries'}
    | {readonly type: 'check-source'; readonly file: string}
    | {readonly type: 'settings'}
    | {readonly type: 'backup'; readonly file: string}
    /** `url` is where Slack sends its requests; over a socket where it is absent. */
    | {readonly type: 'slack-manifest'; readonly url?: string}
  );

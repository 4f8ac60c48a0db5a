/**
 * What the bot says: a reply is a list of blocks and a list of things the reader may do next.
 *
 * Both are closed unions, and running text is mdast, so that every platform lays out the same reply in its own way and
 * the compiler names the one that forgot a block. A reply holds no markup, no colour and no platform's identifiers.
 */
import type {RootContent} from 'mdast';
import type {EntryId} from '../knowledge/index.js';
import type {PrefixAsk} from './patch/prefix-ask.js';

/** A value that JSON can carry. */
export type Json = string | number | boolean | null | readonly Json[] | {readonly [key: string]: Json};

/**
 * What pressing something does. It carries all that the press needs, so any replica can answer it, also after a
 * restart. `page` counts from 1.
 */
export type Action =
  | {readonly type: 'show'; readonly entry: EntryId; readonly page: number}
  | {readonly type: 'browse'; readonly section?: readonly string[]}
  | {readonly type: 'related'; readonly entry: EntryId}
  /** Not what I asked: offers the nearest other questions, or the list where there are none left. */
  | {readonly type: 'other'; readonly nearest: readonly EntryId[]}
  /** Show everybody in this place the entry that only the asker sees. */
  | {readonly type: 'share'; readonly entry: EntryId; readonly page: number}
  /** Whether the answer helped. */
  | {readonly type: 'rate'; readonly entry: EntryId; readonly helpful: boolean}
  /** Take the bot's public answer back. `asker` is the platform's id of the one person who may. */
  | {readonly type: 'remove'; readonly asker: string}
  /** A prefix with one thing changed, or the answer to a question about it. */
  | {readonly type: 'prefix'; readonly ask: PrefixAsk}
  /** The findings on files that are fetched once more: the asker's next page, or the first one for everybody. */
  | {readonly type: 'check'; readonly reference: string; readonly page: number; readonly to: 'asker' | 'place'};

export interface Choice {
  /** Plain text, of any length; a platform with shorter buttons shows the whole label beside them. */
  readonly label: string;
  readonly action: Action;
}

export type Block =
  | {readonly type: 'heading'; readonly text: string}
  | {readonly type: 'prose'; readonly children: readonly RootContent[]}
  /** A dated statement that differs from the answer. `date` is YYYY-MM-DD, or the release of a document. */
  | {
      readonly type: 'note';
      readonly author: string;
      readonly date: string;
      readonly url: string;
      readonly text: string;
    }
  | {readonly type: 'warning'; readonly text: string}
  | {readonly type: 'choices'; readonly prompt: string; readonly choices: readonly Choice[]}
  /** Names and values, in two columns where there is room. */
  | {readonly type: 'facts'; readonly rows: readonly {readonly name: string; readonly value: string}[]}
  /** Said in passing, in small: how a question was read, which page this is. */
  | {readonly type: 'aside'; readonly text: string}
  /** Where the answer stands, in small. `url` carries the anchor. */
  | {readonly type: 'source'; readonly document: string; readonly revision: string; readonly url?: string};

/** What became of the request. `page` is a reply that answers no question of the HOWTO: help, sections, versions. */
export type ReplyOutcome = 'answer' | 'choices' | 'none' | 'page';

/** A text that comes along as a file, where it is too long to be read in a chat. */
export interface ReplyFile {
  /** Lower-case letters, digits, `.` and `-`. */
  readonly name: string;
  readonly text: string;
}

export interface Reply {
  readonly outcome: ReplyOutcome;
  readonly blocks: readonly Block[];
  /** What the reader may do next, in the order of use. */
  readonly next: readonly Choice[];
  /** Only where `Request.canAttach` says that it can come along. */
  readonly file?: ReplyFile;
  /** The same for programs; the shape belongs to the command and is stable. */
  readonly data: Json;
}

/** Flow content from plain paragraphs. */
export function paragraphs(...texts: readonly string[]): Block {
  return {
    type: 'prose',
    children: texts.map((value) => ({type: 'paragraph', children: [{type: 'text', value}]})),
  };
}

/** A reply of one plain sentence or a few, which answers no question of the HOWTO. */
export function sentenceReply(...texts: readonly string[]): Reply {
  return {outcome: 'page', blocks: [paragraphs(...texts)], next: [], data: {message: texts.join(' ')}};
}

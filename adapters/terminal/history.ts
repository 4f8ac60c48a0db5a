/**
 * What was typed in earlier chats, in a file of the user's own, one line each.
 *
 * A history that cannot be read or written is no reason not to chat.
 */
import {appendFileSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {visibleLine} from '../../bot/visible.js';

/** Lines kept in the file; it is cut back to them when a chat starts. */
const keptLines = 500;
/** A longer line was pasted rather than typed. */
const maxLineChars = 1000;

export interface History {
  /** Newest first, as `node:readline` wants them. */
  readonly lines: readonly string[];
  add(line: string): void;
}

/** @returns Undefined where neither a state folder nor a home is known. */
export function historyFile(stateHome: string | undefined, home: string | undefined): string | undefined {
  if (stateHome !== undefined) return join(stateHome, 'bpf-howto', 'history');
  return home ? join(home, '.local', 'state', 'bpf-howto', 'history') : undefined;
}

/** @param file Path of the history; without one, nothing is kept. */
export function openHistory(file: string | undefined): History {
  const lines = file === undefined ? [] : load(file);
  return {
    lines: lines.toReversed(),
    add(line) {
      const kept = visibleLine(line);
      if (file === undefined || kept === '' || kept.length > maxLineChars) return;
      // Only the user may read what was asked.
      quietly(() => appendFileSync(file, `${kept}\n`, {mode: 0o600}));
    },
  };
}

function load(file: string): string[] {
  const text = quietly(() => {
    mkdirSync(dirname(file), {recursive: true, mode: 0o700});
    return readFileSync(file, 'utf8');
  });
  const all = (text ?? '')
    .split('\n')
    .map(visibleLine)
    .filter((line) => line !== '');
  const lines = all.slice(-keptLines);
  if (lines.length < all.length) quietly(() => writeFileSync(file, lines.join('\n') + '\n', {mode: 0o600}));
  return lines;
}

function quietly<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}

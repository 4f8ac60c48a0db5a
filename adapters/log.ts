/**
 * What the operator is told, on standard error: one sentence a line, nothing that could steer a terminal.
 */
import {visibleLine} from '../bot/visible.js';

const levels = ['error', 'warn', 'info', 'debug'] as const;
export type LogLevel = (typeof levels)[number];

type Tell = (sentence: string) => void;

export interface Log extends Readonly<Record<LogLevel, Tell>> {
  /** Something to act on, at every level: an address that whoever sets the bot up has to open. */
  readonly notice: Tell;
}

/** @param write Takes a whole line with its line feed. */
export function createLog(level: LogLevel, write: (line: string) => void): Log {
  const tell = (own: LogLevel) => (sentence: string) => {
    if (levels.indexOf(own) > levels.indexOf(level)) return;
    write(`bpf-howto: ${own === 'error' ? '' : `${own}: `}${visibleLine(sentence)}\n`);
  };
  return {
    notice: (sentence) => write(`bpf-howto: ${visibleLine(sentence)}\n`),
    error: tell('error'),
    warn: tell('warn'),
    info: tell('info'),
    debug: tell('debug'),
  };
}

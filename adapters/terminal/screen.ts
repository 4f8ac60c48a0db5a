/**
 * What the place of output can show. Sources: no-color.org, force-color.org, the list of terminals with OSC 8
 * (github.com/Alhadis/OSC8-Adoption).
 */
import type {Environment, Settings} from '../config.js';

export interface Screen {
  /** Columns to fill; `Infinity` where output is no terminal, so that nothing is wrapped there. */
  readonly columns: number;
  readonly colour: boolean;
  /** Whether links are written as OSC 8, with no address beside the words. */
  readonly hyperlinks: boolean;
}

/** What is used of an output stream. `columns` is absent where it is no terminal. */
export interface Output {
  readonly isTTY?: boolean;
  readonly columns?: number;
}

const minColumns = 20;
/** Lines longer than this are hard to read, however wide the window. */
const maxColumns = 100;

/** Asked anew before every reply, since windows change their size. */
export function screenOf(output: Output, settings: Settings, env: Environment): Screen {
  const isTerminal = output.isTTY === true;
  const plain = env.TERM === 'dumb' || settings.NO_COLOR !== undefined;
  return {
    columns: isTerminal ? Math.min(maxColumns, Math.max(minColumns, output.columns ?? 80)) : Infinity,
    colour: settings.FORCE_COLOR ?? (isTerminal && !plain),
    hyperlinks: settings.FORCE_HYPERLINK ?? (isTerminal && knowsHyperlinks(env)),
  };
}

/** Only terminals that are known for it: elsewhere the address would be lost. */
function knowsHyperlinks(env: Environment): boolean {
  // Multiplexers swallow the address where the terminal around them does not take it, and nobody can tell from inside.
  if (env.TMUX || env.STY || env.TERM === 'dumb') return false;
  const program = env.TERM_PROGRAM ?? '';
  return (
    ['iTerm.app', 'WezTerm', 'vscode', 'ghostty', 'Hyper', 'Tabby', 'rio'].includes(program) ||
    /^(?:xterm-kitty|xterm-ghostty|alacritty|foot|contour)/u.test(env.TERM ?? '') ||
    Number(env.VTE_VERSION ?? 0) >= 5000 ||
    Number(env.KONSOLE_VERSION ?? 0) >= 201_200 ||
    env.WT_SESSION !== undefined
  );
}

/**
 * `window` on the command line: its source, its time, and the calendar file.
 */
import {dirname, join} from 'node:path';
import type {Bot} from '../../bot/index.js';
import {window} from '../../bot/commands/window.js';
import {UserError} from '../../bot/errors.js';
import {standingToCalendar} from '../../bot/window/calendar.js';
import {createWatch, noStore, type ViewWindow} from '../../bot/window/watch.js';
import {standingSentence} from '../../bot/window/wording.js';
import {parseReleases} from '../source-spec.js';
import {releasesSource} from '../window.js';
import {windowFile} from '../window-file.js';
import {printReply, terminalRequest, write, type Console, type Format} from './console.js';
import {historyFile} from './history.js';
import type {Wanted} from './wanted.js';

export type WindowWanted = Extract<Wanted, {type: 'window'}>;

/** Dates with or without a time; without a zone they are in UTC. */
const isoPattern = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d)?)?$/u;

/**
 * A list or a time that is named stands for itself: nothing that was seen before is mixed in, and nothing is kept.
 *
 * @throws UserError where the time is none. @throws SettingError where the list cannot be there.
 */
export function terminalWatch(
  {settings, env}: Console,
  named: {readonly releases?: string; readonly now?: string} = {},
): ViewWindow {
  const fixed = named.now === undefined ? undefined : readInstant(named.now);
  const spec = named.releases === undefined ? settings.RELEASES_SOURCE : parseReleases(named.releases);
  const history = historyFile(settings.XDG_STATE_HOME, env.HOME);
  const isOwn = named.releases === undefined && fixed === undefined && history !== undefined;
  // What was wrong with a look stands in the answer.
  const warn = () => undefined;
  return createWatch({
    source: releasesSource(spec),
    store: isOwn ? windowFile(join(dirname(history), 'window.json'), warn) : noStore(),
    now: () => fixed ?? new Date(),
    warn,
  });
}

/** @returns 1 where the state is not known. */
export async function printWindow(
  bot: Bot,
  viewWindow: ViewWindow,
  {ics}: WindowWanted,
  format: Format,
  console: Console,
): Promise<0 | 1> {
  const {standing, now, problem} = await viewWindow();
  const code = standing.type === 'known' ? 0 : 1;
  if (!ics) {
    await printReply(await bot.run(window, {}, terminalRequest), format, console);
    return code;
  }
  const calendar = standingToCalendar(standing);
  if (calendar === undefined)
    console.log.error([standingSentence(standing, now), ...(problem === undefined ? [] : [problem])].join(' '));
  else await write(console.output, calendar);
  return code;
}

function readInstant(text: string): Date {
  const [whole, zone] = isoPattern.exec(text) ?? [];
  const at = new Date(whole?.includes('T') && zone === undefined ? `${whole}Z` : (whole ?? NaN));
  if (Number.isNaN(at.getTime())) {
    throw new UserError(
      'A time is written as 2026-08-30T15:00:00Z, or as a day, 2026-08-30; it is in UTC without a zone.',
    );
  }
  return at;
}

/**
 * `hook run FILE [HEADERS]`: what git's `sendemail-validate` calls for each mail before the first one is sent.
 *
 * Newer gits tell how many mails there are, so that all of them are checked together with the last; older ones do not, and
 * each is checked alone. Only an error of a rule holds a mail back: what cannot be judged is let through with a word.
 * Source: githooks(5), "sendemail-validate"; GIT_SENDEMAIL_FILE_COUNTER since git 2.41.
 */
import {readFile} from 'node:fs/promises';
import type {Caps} from '../../bot/patch/mail/caps.js';
import {checkFiles} from '../../bot/check.js';
import {checkReply} from '../../bot/check-reply.js';
import {commands} from '../../bot/commands/index.js';
import {verdictOfAll} from '../../bot/patch/verdict.js';
import {notWatched} from '../../bot/window/not-watched.js';
import type {Knowledge} from '../../knowledge/index.js';
import {version} from '../version.js';
import {terminalRequest, write, type Console} from './console.js';
import {keepMail, takeMails, type HookMail} from './hook-mails.js';
import {paintReply} from './paint.js';
import {screenOf} from './screen.js';

/** @returns 1 where the mails must not be sent as they are. */
export async function runHook(
  [file = '', headers]: readonly string[],
  caps: Caps,
  knowledge: Knowledge,
  console: Console,
): Promise<0 | 1> {
  const mail: HookMail = {
    name: file,
    bytes: withHeaders(await readFile(file), headers ? await readFile(headers) : undefined),
  };
  const {GIT_SENDEMAIL_FILE_COUNTER: counter, GIT_SENDEMAIL_FILE_TOTAL: total, GIT_DIR: gitDir} = console.env;
  const place = placeOf(counter, total);
  if (place && place.at < place.of) {
    await keepMail(mail, place.at, gitDir);
    return 0;
  }
  const mails = [...(place ? await takeMails(place.of - 1, gitDir) : []), mail];
  const attached = mails.map(({name, bytes}) => ({name, sizeBytes: bytes.length, read: () => Promise.resolve(bytes)}));
  const report = await checkFiles(attached, caps);
  const {type} = verdictOfAll(report);
  const context = {knowledge, request: terminalRequest, commands, version, caps, viewWindow: notWatched};
  const reply = checkReply(report, Infinity, context);
  const screen = screenOf(console.error, console.settings, console.env);
  const isQuiet = type === 'ready' && report.judged.every(({findings}) => findings.length === 0);
  if (!isQuiet) await write(console.error, `${paintReply({...reply, next: []}, screen).join('\n')}\n`);
  if (type !== 'not-ready') return 0;
  await write(console.error, 'To send it all the same: git send-email --no-validate.\n');
  return 1;
}

function placeOf(counter = '', total = ''): {readonly at: number; readonly of: number} | undefined {
  const [at, of] = [Number(counter), Number(total)];
  return Number.isInteger(at) && Number.isInteger(of) && at >= 1 && at <= of && of <= 999 ? {at, of} : undefined;
}

/** To and Cc as git will send them stand in a file of their own; they are put where a mail has them. */
function withHeaders(mail: Buffer, headers: Buffer | undefined): Buffer {
  if (!headers) return mail;
  const text = mail.toString('latin1');
  const receivers = /(?:^(?:to|cc):[^\n]*\n(?:[ \t][^\n]*\n)*)/gimu;
  const added = `${headers.toString('latin1')}\n`.match(receivers)?.join('') ?? '';
  // Behind the postmark that git format-patch writes.
  const start = text.startsWith('From ') ? text.indexOf('\n') + 1 : 0;
  return Buffer.from(text.slice(0, start) + added + text.slice(start), 'latin1');
}

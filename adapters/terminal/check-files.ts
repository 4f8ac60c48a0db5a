/**
 * `check FILE…`: the files of the command line before the rules; `-` is standard input.
 *
 * Exit codes: 0 ready, 1 not ready, 2 usage or nothing that could be read.
 */
import {stat} from 'node:fs/promises';
import type {Readable} from 'node:stream';
import type {AttachedFile} from '../../bot/attached.js';
import {checkFiles, checkText, howToCheck} from '../../bot/check.js';
import {checkReply} from '../../bot/check-reply.js';
import {commands} from '../../bot/commands/index.js';
import {UserError} from '../../bot/errors.js';
import type {Caps} from '../../bot/patch/mail/caps.js';
import type {Report} from '../../bot/patch/check.js';
import {readSubmission} from '../../bot/patch/mail/read-mail.js';
import {seriesToData} from '../../bot/patch/series-data.js';
import {verdictOfAll} from '../../bot/patch/verdict.js';
import {notWatched} from '../../bot/window/not-watched.js';
import type {Knowledge} from '../../knowledge/index.js';
import {version} from '../version.js';
import {printReply, terminalRequest, write, type Console, type Format} from './console.js';
import {formatJson} from './json.js';
import {fileOf} from './named-file.js';

export interface CheckWanted {
  readonly files: readonly string[];
  /** All findings, and not the first ten. */
  readonly all: boolean;
}

/** @throws UserError where a file is not there, or nothing is named. */
export async function checkNamedFiles(
  {files, all}: CheckWanted,
  caps: Caps,
  knowledge: Knowledge,
  format: Format,
  console: Console,
): Promise<0 | 1 | 2> {
  const report = await reportOn(files, caps, console);
  const context = {knowledge, request: terminalRequest, commands, version, caps, viewWindow: notWatched};
  await printReply(checkReply(report, all ? Infinity : 1, context), format, console);
  switch (verdictOfAll(report).type) {
    case 'ready':
      return 0;
    case 'not-ready':
      return 1;
    case 'cannot-tell':
      return 2;
  }
}

/** `check --series-json FILE…`: a line of counts for each file. @throws UserError where one is not there. */
export async function printSeriesData(files: readonly string[], caps: Caps, console: Console): Promise<0 | 2> {
  let code: 0 | 2 = 0;
  for (const file of await Promise.all(namedFiles(files, caps, console))) {
    const {mails, unread} = await readSubmission([{name: file.name, bytes: await file.read()}], caps);
    if (unread.length > 0) code = 2;
    const troubles = unread.map(({text}) => text);
    const data = {file: file.name, ...seriesToData(mails), ...(troubles.length > 0 ? {unread: troubles} : {})};
    await write(console.output, `${formatJson(data, 0)}\n`);
  }
  return code;
}

async function reportOn(files: readonly string[], caps: Caps, console: Console): Promise<Report> {
  const [only = ''] = files;
  // A subject in quotes; no file is called like that by accident.
  if (files.length === 1 && /\s/u.test(only) && !(await exists(only))) return checkText(only, caps);
  return checkFiles(await Promise.all(namedFiles(files, caps, console)), caps);
}

function namedFiles(files: readonly string[], caps: Caps, {input}: Console): Promise<AttachedFile>[] {
  if (files.length === 0)
    throw new UserError(`There is nothing to check. ${howToCheck} A single - reads standard input.`);
  return files.map((name) => (name === '-' ? standardInput(input, caps) : fileOf(name)));
}

/** Read no further than one byte over the cap, so that it is seen to be too big. */
async function standardInput(input: Readable, {maxFileBytes}: Caps): Promise<AttachedFile> {
  const chunks: Buffer[] = [];
  let sizeBytes = 0;
  for await (const chunk of input as AsyncIterable<Buffer | string>) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    chunks.push(bytes);
    sizeBytes += bytes.length;
    if (sizeBytes > maxFileBytes) break;
  }
  return {name: 'standard input', sizeBytes, read: () => Promise.resolve(Buffer.concat(chunks))};
}

async function exists(name: string): Promise<boolean> {
  return (await stat(name).catch(() => undefined)) !== undefined;
}

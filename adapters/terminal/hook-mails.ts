/**
 * Mails that wait for the last of their series while git calls its hook for one after the other.
 *
 * They wait in the repository's own git folder and are removed as soon as they are read.
 */
import {mkdir, readFile, readdir, rm, writeFile} from 'node:fs/promises';
import {join} from 'node:path';

export interface HookMail {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const folderIn = (gitDir = '.git'): string => join(gitDir, 'bpf-howto-hook');

/** @param at From 1; the first one removes what an interrupted call has left. */
export async function keepMail({bytes}: HookMail, at: number, gitDir: string | undefined): Promise<void> {
  const folder = folderIn(gitDir);
  if (at === 1) await rm(folder, {recursive: true, force: true});
  await mkdir(folder, {recursive: true});
  await writeFile(join(folder, `${String(at).padStart(4, '0')}.patch`), bytes, {mode: 0o600});
}

/** @param count How many wait. @returns Those that are there; none of them is there afterwards. */
export async function takeMails(count: number, gitDir: string | undefined): Promise<HookMail[]> {
  const folder = folderIn(gitDir);
  const names = (await readdir(folder).catch(() => [])).sort().slice(0, count);
  const mails = await Promise.all(names.map(async (name) => ({name, bytes: await readFile(join(folder, name))})));
  await rm(folder, {recursive: true, force: true});
  return mails;
}

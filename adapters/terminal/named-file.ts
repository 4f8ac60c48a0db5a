/**
 * A file of the disk, weighed before it is read.
 */
import {readFile, stat} from 'node:fs/promises';
import type {AttachedFile} from '../../bot/attached.js';
import {UserError} from '../../bot/errors.js';

/** @throws UserError where there is no such file; `read` throws one where it may not be read. */
export async function fileOf(name: string): Promise<AttachedFile> {
  const found = await stat(name).catch(() => undefined);
  if (!found) throw new UserError(`There is no file ${JSON.stringify(name)}. A subject has to stand in quotes.`);
  if (found.isDirectory()) throw new UserError(`${JSON.stringify(name)} is a folder. Name the files in it.`);
  const read = async () =>
    readFile(name).catch((cause: unknown) => {
      const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown';
      throw new UserError(`${JSON.stringify(name)} cannot be read (${code}).`, {cause});
    });
  return {name, sizeBytes: found.size, read};
}

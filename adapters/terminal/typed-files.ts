/**
 * Files that somebody names in the chat: `check 0001-a.patch 0002-b.patch`.
 *
 * Only for a person at the keyboard: lines from a pipe may be anybody's, and name no files.
 */
import type {Request} from '../../bot/request.js';
import {terminalRequest} from './console.js';
import {fileOf} from './named-file.js';

const patchName = /\.(?:patch|diff|mbox|eml|gz)$/iu;

/**
 * @returns The request with its files where every word behind `check` is one; as it is otherwise.
 * @throws UserError for the name of a patch that is not there.
 */
export async function requestOf(text: string): Promise<Request> {
  const [command = '', ...names] = text.trim().split(/\s+/u);
  if (!/^\/?check$/iu.test(command) || names.length === 0) return terminalRequest;
  const files = await Promise.all(
    names.map((name) =>
      fileOf(name).catch((error: unknown) => {
        // A name like this is no word of a question.
        if (patchName.test(name)) throw error;
        return undefined;
      }),
    ),
  );
  const found = files.filter((file) => file !== undefined);
  return found.length === names.length ? {...terminalRequest, attached: {files: found}} : terminalRequest;
}

/**
 * A document in a file.
 */
import {readFile, stat} from 'node:fs/promises';
import {basename} from 'node:path';
import {maxBytes, textOf, tooLarge} from './read.js';
import {hopedHowto, SourceError, type Hoped, type SourceText} from './source.js';

/** What a person can do about the errors of the file system that happen to them. */
const sentences: Readonly<Record<string, string>> = {
  ENOENT: 'does not exist. Check the path; it is taken from the current folder.',
  ENOTDIR: 'does not exist: a part of the path is a file. Check the path.',
  EACCES: 'cannot be read: permission denied. Give this user the right to read it.',
  EPERM: 'cannot be read: permission denied. Give this user the right to read it.',
  ELOOP: 'is a link that leads back to itself. Name the file itself.',
  ENAMETOOLONG: 'has a name that is too long for the file system. Check the path.',
};

/** @throws SourceError */
export async function readPath(path: string, hoped: Hoped = hopedHowto): Promise<SourceText> {
  const isFolder = `is a folder. Name the file in it that holds ${hoped.name}.`;
  try {
    const status = await stat(path);
    if (status.isDirectory()) throw new SourceError(`${path} ${isFolder}`, path);
    if (!status.isFile())
      throw new SourceError(`${path} is no regular file. Name the file that holds ${hoped.name}.`, path);
    // Refused before it is read, so that a huge file costs nothing.
    if (status.size > maxBytes) throw tooLarge(path, status.size);
    return textOf(path, basename(path), await readFile(path), publishedPage(path), hoped);
  } catch (cause) {
    if (cause instanceof SourceError) throw cause;
    const code = (cause as NodeJS.ErrnoException).code ?? '';
    if (code === 'EISDIR') throw new SourceError(`${path} ${isFolder}`, path, {cause});
    throw new SourceError(`${path} ${sentences[code] ?? `cannot be read (${code || String(cause)}).`}`, path, {cause});
  }
}

/**
 * The page on docs.kernel.org of a file of the kernel's documentation.
 *
 * Known for a path with `Documentation/` in it, and for copies of the BPF HOWTO by its name.
 */
export function publishedPage(path: string): string | undefined {
  const inside = /(?:^|[\\/])Documentation[\\/](.+)\.(?:rst|txt)$/.exec(path)?.[1];
  if (inside !== undefined) return `https://docs.kernel.org/${inside.replaceAll('\\', '/')}.html`;
  return /^bpf_devel_QA\b.*\.(?:rst|txt)$/.test(basename(path)) ? bpfHowtoPage : undefined;
}

/** Where the BPF HOWTO is published. */
export const bpfHowtoPage = 'https://docs.kernel.org/bpf/bpf_devel_QA.html';

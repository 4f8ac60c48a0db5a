/**
 * `hook install` and `hook uninstall`: `check` behind git's own hook, so that no patch is sent unchecked.
 *
 * A hook that stands there already is kept beside ours, asked first, and put back as it was. What is not the
 * repository's own, such as a folder of hooks that many repositories share, is left alone.
 * Source: githooks(5), git-config(1) "core.hooksPath".
 */
import {execFile} from 'node:child_process';
import {chmod, mkdir, readFile, realpath, rename, rm, writeFile} from 'node:fs/promises';
import {isAbsolute, join, relative} from 'node:path';
import {promisify} from 'node:util';
import {UserError} from '../../bot/errors.js';
import {hookScript, isOurs} from './hook-script.js';

const name = 'sendemail-validate';
/** Where somebody else's hook waits while ours stands in its place. */
const earlier = `${name}.before-bpf-howto`;
const run = promisify(execFile);

/**
 * @param folder Anywhere in a repository.
 * @param program The words that start this program.
 * @returns Sentences for the user.
 * @throws UserError where this is no repository, or its hooks are not its own.
 */
export async function installHook(folder: string, program: readonly string[]): Promise<string[]> {
  const hooks = await hooksOf(folder, program);
  const [path, kept] = [join(hooks, name), join(hooks, earlier)];
  await mkdir(hooks, {recursive: true});
  const found = await textOf(path);
  const isAgain = found !== undefined && isOurs(found);
  if (found !== undefined && !isAgain) {
    if ((await textOf(kept)) !== undefined) {
      throw new UserError(
        `Both ${path} and ${kept} are there, and neither is of bpf-howto. Move one of them away first.`,
      );
    }
    await rename(path, kept);
  }
  // Written whole beside it first: git may be about to run it.
  const draft = `${path}.new`;
  await writeFile(draft, hookScript(program, earlier));
  await chmod(draft, 0o755);
  await rename(draft, path);
  return [
    `${isAgain ? 'Renewed' : 'Installed'}: ${path}.`,
    ...((await textOf(kept)) === undefined ? [] : [`The hook that was there is asked first: ${kept}.`]),
    'git send-email now checks each patch before anything is sent. To send all the same: git send-email --no-validate.',
  ];
}

/** @returns Sentences for the user. @throws UserError where this is no repository, or its hooks are not its own. */
export async function uninstallHook(folder: string, program: readonly string[]): Promise<string[]> {
  const hooks = await hooksOf(folder, program);
  const [path, kept] = [join(hooks, name), join(hooks, earlier)];
  const found = await textOf(path);
  if (found === undefined || !isOurs(found)) {
    return [
      `There is no hook of bpf-howto in ${hooks}${found === undefined ? '' : '; the one that is there is left alone'}.`,
    ];
  }
  if ((await textOf(kept)) !== undefined) {
    await rename(kept, path);
    return [`Taken out. The hook that was there before is back: ${path}.`];
  }
  await rm(path);
  return [`Taken out: ${path}.`];
}

/** The folder of a repository's hooks. */
async function hooksOf(folder: string, program: readonly string[]): Promise<string> {
  const git = async (...args: string[]) => (await run('git', ['-C', folder, ...args])).stdout.trim();
  let paths: readonly string[];
  try {
    paths = [await git('rev-parse', '--git-common-dir'), await git('rev-parse', '--git-path', 'hooks')];
  } catch (cause) {
    const isMissing = (cause as NodeJS.ErrnoException).code === 'ENOENT';
    throw new UserError(
      isMissing
        ? 'git was not found. The hook is one of git; install git first.'
        : 'This folder is in no git repository. Change into the one that you send patches from.',
      {cause},
    );
  }
  const [own = '', hooks = ''] = paths.map((path) => (isAbsolute(path) ? path : join(folder, path)));
  await mkdir(own, {recursive: true});
  const shown = await realpath(hooks).catch(() => hooks);
  const inside = relative(await realpath(own), shown);
  if (inside.startsWith('..') || isAbsolute(inside)) {
    throw new UserError(
      `core.hooksPath puts the hooks of this repository into ${hooks}, which others may share, so nothing was changed. ` +
        `To check there too, add this line to its ${name}: '${program.join("' '")}' hook run "$@"`,
    );
  }
  return hooks;
}

async function textOf(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'latin1');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/**
 * The hook in real repositories, called by git itself where git send-email is installed.
 */
import {spawnSync} from 'node:child_process';
import {chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {afterAll, beforeEach, describe, expect, it} from 'vitest';
import {runTerminal} from '../../../adapters/terminal/index.js';
import {installHook, uninstallHook} from '../../../adapters/terminal/hook.js';
import {exampleCover, exampleFixes, exampleMail} from '../../../bot/patch/rules/example.js';
import {makeConsole} from '../../helpers/console.js';
import {git, hasGit, hasSendEmail, newRepository} from '../../helpers/git.js';

const program = [process.execPath, fileURLToPath(new URL('../../../dist/adapters/main.js', import.meta.url))];
const folders: string[] = [];
let repository = '';
const hook = () => join(repository, '.git/hooks/sendemail-validate');
const file = (name: string, text: string) => {
  const path = join(repository, name);
  writeFileSync(path, text);
  return path;
};
/** As git calls it. */
const call = (...args: string[]) => {
  const env = {PATH: process.env.PATH, GIT_DIR: join(repository, '.git')};
  const {status, stderr} = spawnSync(hook(), args, {cwd: repository, env, encoding: 'utf8'});
  return {status, stderr};
};
const right = exampleMail();
const unsigned = exampleMail({trailers: [exampleFixes]});

beforeEach(() => {
  if (!hasGit) return;
  repository = newRepository();
  folders.push(repository);
});
afterAll(() => {
  for (const folder of folders) rmSync(folder, {recursive: true, force: true});
});

describe.skipIf(!hasGit)(`hook install${hasGit ? '' : ' (skipped: git is not here)'}`, () => {
  it('puts a hook there that lets right patches pass and holds others back', async () => {
    await installHook(repository, program);
    expect(call(file('right.patch', right))).toEqual({status: 0, stderr: ''});
    const held = call(file('unsigned.patch', unsigned));
    expect(held.status).toBe(1);
    expect(held.stderr).toMatch(/^Not ready: 1 error/u);
    expect(held.stderr).toMatch(/Signed-off-by: Ada Example <ada@example\.org>[^]*git send-email --no-validate\.\n$/u);
  });

  it('lets pass what it cannot judge', async () => {
    await installHook(repository, program);
    expect(call(file('note.txt', 'Hello.\n')).status).toBe(0);
    expect(call(join(repository, 'gone.patch')).status).toBe(0);
  });

  it('lets mails pass where the program is gone, and says so', async () => {
    await installHook(repository, [process.execPath, join(repository, "it's gone.js")]);
    const {status, stderr} = call(file('unsigned.patch', unsigned));
    expect(status).toBe(0);
    expect(stderr).toMatch(/it's gone\.js any more, so this mail was not checked\./u);
  });

  it('is the same twice', async () => {
    const [first] = await installHook(repository, program);
    const [second] = await installHook(join(repository), program);
    expect([first, second]).toEqual([`Installed: ${hook()}.`, `Renewed: ${hook()}.`]);
    expect((await uninstallHook(repository, program))[0]).toBe(`Taken out: ${hook()}.`);
    expect(existsSync(hook())).toBe(false);
  });

  it("asks somebody else's hook first, and puts it back as it was", async () => {
    const theirs = '#!/bin/sh\necho "theirs: $1" >&2\n[ -f "$1.bad" ] && exit 7\nexit 0\n';
    mkdirSync(join(repository, '.git/hooks'), {recursive: true});
    writeFileSync(hook(), theirs);
    chmodSync(hook(), 0o750);
    await installHook(repository, program);
    const path = file('unsigned.patch', unsigned);
    expect(call(path)).toMatchObject({status: 1, stderr: expect.stringMatching(/^theirs: .*\nNot ready/u) as string});
    writeFileSync(`${path}.bad`, '');
    expect(call(path)).toEqual({status: 7, stderr: `theirs: ${path}\n`});
    await installHook(repository, program);
    await uninstallHook(repository, program);
    expect([readFileSync(hook(), 'utf8'), statSync(hook()).mode & 0o777]).toEqual([theirs, 0o750]);
  });

  it('leaves alone what is not its own', async () => {
    const shared = mkdtempSync(join(tmpdir(), 'hooks-'));
    folders.push(shared);
    git(repository, ['config', 'core.hooksPath', shared]);
    await expect(installHook(repository, program)).rejects.toThrow(
      /core\.hooksPath puts the hooks .* nothing was changed/u,
    );
    git(repository, ['config', '--unset', 'core.hooksPath']);
    mkdirSync(join(repository, '.git/hooks'), {recursive: true});
    writeFileSync(hook(), '#!/bin/sh\n');
    expect(await uninstallHook(repository, program)).toEqual([
      `There is no hook of bpf-howto in ${join(repository, '.git/hooks')}; the one that is there is left alone.`,
    ]);
    expect(readFileSync(hook(), 'utf8')).toBe('#!/bin/sh\n');
  });

  it('needs a repository', async () => {
    const nowhere = mkdtempSync(join(tmpdir(), 'nowhere-'));
    folders.push(nowhere);
    await expect(installHook(nowhere, program)).rejects.toThrow(
      'This folder is in no git repository. Change into the one that you send patches from.',
    );
  });
});

describe('hook run', () => {
  async function run(args: readonly string[], env = {}) {
    const {console, told} = makeConsole({env});
    return {code: await runTerminal(['hook', 'run', ...args], console), told: told()};
  }

  it.skipIf(!hasGit)('checks a series together where git tells how many mails there are', async () => {
    const gitDir = join(repository, '.git');
    const texts = [
      exampleCover(),
      exampleMail({subject: '[PATCH bpf-next 1/2] bpf: Count drops'}),
      exampleMail({subject: '[PATCH bpf-next 2/2] bpf: Show drops', trailers: []}),
    ];
    const seen: unknown[] = [];
    for (const [at, text] of texts.entries()) {
      const env = {GIT_DIR: gitDir, GIT_SENDEMAIL_FILE_COUNTER: String(at + 1), GIT_SENDEMAIL_FILE_TOTAL: '3'};
      const {code, told} = await run([file(`000${at}.patch`, text)], env);
      seen.push([code, /^(.*)\n\nRead: (.*)\n/u.exec(told)?.slice(1)]);
    }
    expect(seen).toEqual([
      [0, undefined],
      [0, undefined],
      [1, ['Not ready: 1 error', 'bpf-next, v1, 2 patches + cover, 1 file.']],
    ]);
    expect(existsSync(join(gitDir, 'bpf-howto-hook'))).toBe(false);
  });

  it('never holds a mail back for a fault of its own', async () => {
    const {code, told} = await run(['/nonexistent/a.patch']);
    expect([code, told]).toEqual([0, expect.stringMatching(/This mail was not checked: ENOENT/u)]);
  });
});

const note = hasSendEmail ? '' : ' (skipped: git send-email is not here)';
describe.skipIf(!hasSendEmail)(`git send-email${note}`, () => {
  const sendmail = () => {
    const path = join(repository, 'sendmail');
    writeFileSync(path, '#!/bin/sh\ncat >>"$(dirname "$0")/sent"\n');
    chmodSync(path, 0o755);
    return path;
  };
  const send = (...args: string[]) =>
    git(repository, [
      'send-email',
      '--quiet',
      '--confirm=never',
      `--sendmail-cmd=${sendmail()}`,
      '--from=ada@example.org',
      '--to=bpf@vger.kernel.org',
      ...args,
    ]);

  it('sends what is right and nothing else', async () => {
    await installHook(repository, program);
    const wrong = send(file('1.patch', unsigned));
    expect([wrong.status === 0, existsSync(join(repository, 'sent'))]).toEqual([false, false]);
    expect(wrong.error).toMatch(/Not ready: 1 error/u);
    expect(send(file('2.patch', right)).status).toBe(0);
    expect(readFileSync(join(repository, 'sent'), 'utf8')).toMatch(/^Subject: \[PATCH bpf-next\] bpf: Count/mu);
    expect(send('--no-validate', file('1.patch', unsigned)).status).toBe(0);
  });
});

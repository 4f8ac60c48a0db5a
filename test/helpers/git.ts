/**
 * Real git in folders of its own, without anybody's settings.
 */
import {spawnSync} from 'node:child_process';
import {mkdtempSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';

export const hasGit = spawnSync('git', ['--version']).status === 0;

/** What a skipped test says in its name. */
export const gitNote = hasGit ? '' : ' (skipped: git is not installed here)';

/** It comes in a package of its own. */
export const hasSendEmail = hasGit && spawnSync('git', ['send-email', '--dump-aliases']).status === 0;

const env = {
  PATH: process.env.PATH,
  HOME: '/nonexistent',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'Ada Example',
  GIT_AUTHOR_EMAIL: 'ada@example.org',
  GIT_COMMITTER_NAME: 'Ada Example',
  GIT_COMMITTER_EMAIL: 'ada@example.org',
};

export interface GitRun {
  readonly status: number | null;
  readonly out: string;
  readonly error: string;
}

export function git(folder: string, args: readonly string[], input: string | Uint8Array = ''): GitRun {
  const {status, stdout, stderr} = spawnSync('git', args, {cwd: folder, env, input, encoding: 'utf8'});
  return {status, out: stdout, error: stderr};
}

/** An empty repository in a new folder. */
export function newRepository(): string {
  const folder = mkdtempSync(join(tmpdir(), 'repository-'));
  git(folder, ['init', '-q', '-b', 'main']);
  return folder;
}

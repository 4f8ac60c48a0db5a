/**
 * How the git of this machine reads mails, to compare our reading with.
 */
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {git} from './git.js';

export interface GitMail {
  readonly author: string;
  readonly email: string;
  readonly subject: string;
  readonly date: string;
  /** Lines of the commit message, without blanks at their ends. */
  readonly words: readonly string[];
  /** As `git apply --numstat` counts; undefined for a diff that it does not take. */
  readonly numstat: readonly (readonly string[])[] | undefined;
}

/** A folder that git runs in; `end` removes it. */
export class GitReader {
  readonly #folder = mkdtempSync(join(tmpdir(), 'mails-'));

  /** @returns How many mails `git am` finds in a file. */
  count(path: string): number {
    const folder = mkdtempSync(join(this.#folder, 'split-'));
    return Number(git(folder, ['mailsplit', '-b', '-o.', path]).out);
  }

  /** @returns Undefined for a mail that `git am` refuses. */
  read(mail: string | Uint8Array): GitMail | undefined {
    const {status, out} = git(this.#folder, ['mailinfo', '--scissors', 'msg', 'patch'], mail);
    if (status !== 0) return undefined;
    const info = new Map(
      out.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]),
    );
    const text = readFileSync(join(this.#folder, 'msg'), 'utf8').replace(/^\s*\n|\s+$/gu, '');
    return {
      author: info.get('Author') ?? '',
      email: info.get('Email') ?? '',
      subject: info.get('Subject') ?? '',
      date: info.get('Date') ?? '',
      words: text === '' ? [] : text.split('\n').map((line) => line.trimEnd()),
      numstat: this.#numstat(),
    };
  }

  #numstat(): GitMail['numstat'] {
    // Without a diff, one process less.
    if (!/^(?:diff -|@@ -)/mu.test(readFileSync(join(this.#folder, 'patch'), 'latin1'))) return [];
    const {status, out} = git(this.#folder, ['apply', '--numstat', '-z', 'patch']);
    if (status !== 0) return undefined;
    return out
      .split('\0')
      .filter(Boolean)
      .map((row) => row.split('\t'));
  }

  end(): void {
    rmSync(this.#folder, {recursive: true});
  }
}

/**
 * Every command that is offered, pasted into a shell in a scratch repository, and what git wrote read back.
 */
import {execFileSync} from 'node:child_process';
import {mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {gitLine} from '../../../bot/patch/posting.js';
import {subjectsOf, type Prefix} from '../../../bot/patch/prefix.js';
import {anyRange} from '../../../bot/patch/range.js';
import {decodeSubject, readRawSubject} from '../../../bot/patch/subject.js';
import {trees} from '../../../bot/patch/tree.js';
import {gitNote, hasGit} from '../../helpers/git.js';

const commitCount = 121;
let folder = '';

/** Nothing of this machine's settings, and the same author on every day. */
const environment = {
  PATH: process.env.PATH,
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'Ada',
  GIT_AUTHOR_EMAIL: 'ada@example.org',
  GIT_AUTHOR_DATE: '2024-01-01T00:00:00Z',
  GIT_COMMITTER_NAME: 'Ada',
  GIT_COMMITTER_EMAIL: 'ada@example.org',
  GIT_COMMITTER_DATE: '2024-01-01T00:00:00Z',
};

function run(line: string, input = ''): void {
  execFileSync('sh', ['-c', line], {cwd: folder, env: environment, input, stdio: ['pipe', 'pipe', 'pipe']});
}

/** Titles of all kinds: short, beyond ASCII, and longer than a line of a header. */
function titleOf(commit: number): string {
  if (commit % 3 === 0) return `bpf: Grüße an Björn ${commit}`;
  return commit % 3 === 1 ? `bpf: fix ${commit}` : `selftests/bpf: ${'test a long title '.repeat(5)}${commit}`;
}

function history(): string {
  return Array.from({length: commitCount}, (_, commit) => {
    const message = `${titleOf(commit)}\n\nWhy.\n`;
    return [
      'commit refs/heads/topic',
      'committer Ada <ada@example.org> 1700000000 +0000',
      `data ${Buffer.byteLength(message)}`,
      message,
      `M 100644 inline file-${commit}`,
      'data 2',
      'x\n',
    ].join('\n');
  }).join('\n');
}

beforeAll(() => {
  if (!hasGit) return;
  folder = mkdtempSync(join(tmpdir(), 'posting-'));
  run('git init -q && git fast-import --quiet', history());
  run('git checkout -q topic && git tag finish && git branch fix#3 && git branch a,b+c=d HEAD~3');
});
afterAll(() => {
  if (hasGit) rmSync(folder, {recursive: true});
});

/** The subjects of the mails that a command wrote, in the order of their files. @param commits Between start and finish. */
function posted(line: string, commits: number): string[] {
  const out = join(folder, 'out');
  mkdirSync(out);
  try {
    run(`git tag -f start topic~${commits} >/dev/null && cd out && ${line}`);
    return readdirSync(out, {recursive: true, encoding: 'utf8'})
      .filter((name) => name.endsWith('.patch'))
      .sort()
      .map((name) => {
        const header = /^Subject: (?<value>.*(?:\n[ \t].*)*)/mu.exec(readFileSync(join(out, name), 'utf8'));
        return header?.groups?.value ?? '';
      });
  } finally {
    rmSync(out, {recursive: true});
  }
}

const prefixes: readonly Prefix[] = trees.flatMap((tree) =>
  [1, 2].flatMap((version) =>
    [false, true].flatMap((rfc) => [false, true].map((resend) => ({tree, version, rfc, resend}))),
  ),
);

function expectPosted(prefix: Prefix, patches: number | undefined, commits: number): void {
  const raws = posted(gitLine(prefix, patches), commits);
  const beginnings = subjectsOf(prefix, patches);
  expect(raws.length).toBe(beginnings.length);
  for (const [at, raw] of raws.entries()) {
    const beginning = beginnings[at] ?? '';
    const isCover = beginnings.length > 1 && at === 0;
    const commit = commitCount - commits + at - (beginnings.length > 1 ? 1 : 0);
    const title = isCover ? '*** SUBJECT HERE ***' : titleOf(commit);
    expect(decodeSubject(raw)).toBe(`${beginning} ${title}`);
    expect(readRawSubject(raw)).toMatchObject({
      kind: isCover ? 'cover' : 'patch',
      tree: prefix.tree.split('/')[0],
      branch: prefix.tree.split('/')[1] ?? null,
      version: prefix.version,
      versionGiven: prefix.version > 1,
      rfc: prefix.rfc,
      resend: prefix.resend,
      index: beginnings.length > 1 ? at : null,
      total: patches === 1 ? null : (patches ?? null),
      title,
      forms: [],
    });
  }
}

describe.skipIf(!hasGit)(`what git writes${gitNote}`, () => {
  it('is what was said, without a number and for one patch', () => {
    for (const prefix of prefixes) {
      expectPosted(prefix, undefined, 1);
      expectPosted(prefix, 1, 1);
    }
  }, 60_000);

  it('is numbered also where no number was said', () => {
    for (const prefix of prefixes) {
      const read = posted(gitLine(prefix, undefined), 3).map(readRawSubject);
      expect(read.map(({index, total, version, forms}) => [index, total, version, forms])).toEqual(
        [1, 2, 3].map((index) => [index, 3, prefix.version, []]),
      );
    }
  }, 60_000);

  it('is what was said, for three patches with a cover letter', () => {
    for (const prefix of prefixes) expectPosted(prefix, 3, 3);
  }, 60_000);

  it.each(prefixes.filter((_, at) => at % 9 === 0))(
    'is what was said, for 120 patches: %o',
    (prefix) => expectPosted(prefix, 120, 120),
    60_000,
  );

  it.each([anyRange, 'HEAD~3..HEAD', 'HEAD~3^^..HEAD^', 'topic~3..', 'finish~3..fix#3', 'a,b+c=d..topic', 'topic~3'])(
    'is three patches for the range %s',
    (range) => {
      const prefix: Prefix = {tree: 'bpf', version: 2, rfc: true, resend: false};
      expect(posted(gitLine(prefix, 3, range), 3).length).toBe(range === 'HEAD~3^^..HEAD^' ? 5 : 4);
    },
  );
});

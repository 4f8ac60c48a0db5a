/**
 * Files that are no document: each is refused with one sentence that names it and says what to do.
 */
import {chmod, mkdir, mkdtemp, rm, symlink, truncate, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {publishedPage, readPath} from '../../../knowledge/source/path.js';
import {SourceError} from '../../../knowledge/source/source.js';

let folder = '';
const isRoot = process.getuid?.() === 0;
const good = 'Q: May I?\n---------\nA: Yes.\n';

/** Bytes of the files whose content is at fault. */
const contents: Readonly<Record<string, Uint8Array>> = {
  'empty.rst': Buffer.alloc(0),
  'white.rst': Buffer.from(' \t\r\n\n \u00a0\n'),
  'mark.rst': Buffer.from('\ufeff\n'),
  'picture.png': Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d]),
  'latin1.rst': Buffer.from('Q: Grüße?\n', 'latin1'),
  'little.rst': Buffer.from(`\ufeff${good}`, 'utf16le'),
  'big.rst': Buffer.from(`\ufeff${good}`, 'utf16le').swap16(),
  'unmarked.rst': Buffer.from(good, 'utf16le'),
  'good.rst': Buffer.from(good),
  'marked.rst': Buffer.from(`\ufeff${good}`),
  'loose.rst': Buffer.from(`${good}\nÄ 😀 עברית\n`),
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bpf-howto-path-'));
  for (const [name, bytes] of Object.entries(contents)) await writeFile(join(folder, name), bytes);
  // Sparse: they take no room on the disk. The second is more than can be read at once, so reading it would say so.
  for (const [name, bytes] of [
    ['huge.rst', 200 * 1024 ** 2],
    ['vast.rst', 100 * 1024 ** 3],
    ['over.rst', 8 * 1024 ** 2 + 1],
  ] as const) {
    await writeFile(join(folder, name), '');
    await truncate(join(folder, name), bytes);
  }
  await mkdir(join(folder, 'docs.rst'));
  await symlink('loop.rst', join(folder, 'loop.rst'));
  await symlink('nowhere.rst', join(folder, 'dangling.rst'));
  await symlink('good.rst', join(folder, 'link.rst'));
  await writeFile(join(folder, 'secret.rst'), good);
  await chmod(join(folder, 'secret.rst'), 0);
});

afterAll(() => rm(folder, {recursive: true, force: true}));

async function refusal(path: string): Promise<{message: string; source: string}> {
  const error: unknown = await readPath(path).catch((error: unknown) => error);
  if (!(error instanceof SourceError)) throw new Error(`${path} was not refused`, {cause: error});
  return {message: error.message, source: error.source};
}

const long = `${'n'.repeat(300)}.rst`;
const binary = 'is a binary file, not a text. Name the .rst or .md file of the document itself.';
const missing = 'does not exist. Check the path; it is taken from the current folder.';
const white = 'holds only white space. Name a file with the text of the HOWTO.';

describe('a file that is no document', () => {
  it.each([
    ['missing', 'missing.rst', missing],
    ['link to nothing', 'dangling.rst', missing],
    ['below a file', 'good.rst/bpf.rst', 'does not exist: a part of the path is a file. Check the path.'],
    ['link to itself', 'loop.rst', 'is a link that leads back to itself. Name the file itself.'],
    ['long name', long, 'has a name that is too long for the file system. Check the path.'],
    ['folder', 'docs.rst', 'is a folder. Name the file in it that holds the HOWTO.'],
    ['empty', 'empty.rst', 'is empty. Name a file with the text of the HOWTO.'],
    ['white space', 'white.rst', white],
    ['byte order mark alone', 'mark.rst', white],
    ['binary', 'picture.png', binary],
    ['UTF-16 without its mark', 'unmarked.rst', binary],
    ['200 MB', 'huge.rst', 'has 200 MiB; at most 8 MiB are read. Name the document itself, not an archive.'],
    ['100 GB', 'vast.rst', 'has 102400 MiB; at most 8 MiB are read. Name the document itself, not an archive.'],
    [
      'a byte too many',
      'over.rst',
      'has more than 8 MiB, the most that is read. Name the document itself, not an archive.',
    ],
    [
      'Latin-1',
      'latin1.rst',
      'is not UTF-8. Convert it to UTF-8 first, for example with: iconv -f latin1 -t utf-8 latin1.rst > latin1.rst.utf8',
    ],
    [
      'UTF-16, little end first',
      'little.rst',
      'is UTF-16. Convert it to UTF-8 first, for example with: iconv -f utf-16 -t utf-8 little.rst > little.rst.utf8',
    ],
    [
      'UTF-16, big end first',
      'big.rst',
      'is UTF-16. Convert it to UTF-8 first, for example with: iconv -f utf-16 -t utf-8 big.rst > big.rst.utf8',
    ],
  ])('%s', async (_what, name, predicate) => {
    const path = join(folder, name);
    expect(await refusal(path)).toEqual({message: `${path} ${predicate}`, source: path});
  });

  it.skipIf(isRoot)(`unreadable${isRoot ? ' (skipped: root reads every file)' : ''}`, async () => {
    const path = join(folder, 'secret.rst');
    const message = `${path} cannot be read: permission denied. Give this user the right to read it.`;
    expect(await refusal(path)).toEqual({message, source: path});
  });

  it.skipIf(process.platform === 'win32')('device', async () => {
    const message = '/dev/null is no regular file. Name the file that holds the HOWTO.';
    expect(await refusal('/dev/null')).toEqual({message, source: '/dev/null'});
  });

  it('path that no file system takes', async () => {
    const message = 'a\0b cannot be read (ERR_INVALID_ARG_VALUE).';
    expect(await refusal('a\0b')).toEqual({message, source: 'a\0b'});
  });
});

describe('a file that is one', () => {
  it.each([
    ['plain', 'good.rst', {name: 'good.rst', text: good, revision: 'a0f00531db72', bytes: 28}],
    ['with a byte order mark', 'marked.rst', {name: 'marked.rst', text: good, revision: '8e84c8296e71', bytes: 31}],
    ['behind a link', 'link.rst', {name: 'link.rst', text: good, revision: 'a0f00531db72', bytes: 28}],
    [
      'with other letters',
      'loose.rst',
      {name: 'loose.rst', text: `${good}\nÄ 😀 עברית\n`, revision: 'b31a9fa1e86f', bytes: 48},
    ],
  ])('%s', async (_what, name, expected) => {
    expect(await readPath(join(folder, name))).toEqual(expected);
  });
});

describe('the published page of a path', () => {
  it.each([
    ['linux/Documentation/bpf/bpf_devel_QA.rst', 'https://docs.kernel.org/bpf/bpf_devel_QA.html'],
    ['Documentation/process/submitting-patches.rst', 'https://docs.kernel.org/process/submitting-patches.html'],
    ['Documentation/networking/netdev-FAQ.txt', 'https://docs.kernel.org/networking/netdev-FAQ.html'],
    ['C:\\linux\\Documentation\\bpf\\faq.rst', 'https://docs.kernel.org/bpf/faq.html'],
    ['copies/bpf_devel_QA.rst', 'https://docs.kernel.org/bpf/bpf_devel_QA.html'],
    ['copies/bpf_devel_QA.v6.1.rst', 'https://docs.kernel.org/bpf/bpf_devel_QA.html'],
    ['copies/bpf_devel_QAs.rst', undefined],
    ['MyDocumentation/bpf/faq.rst', undefined],
    ['Documentation/bpf/faq.md', undefined],
    ['team.md', undefined],
  ])('%s', (path, page) => expect(publishedPage(path)).toBe(page));
});

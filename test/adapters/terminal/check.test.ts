/**
 * `check` on the command line: files and standard input in, a verdict and its exit code out.
 */
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {gzipSync} from 'node:zlib';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {runTerminal} from '../../../adapters/terminal/index.js';
import {exampleCover, exampleFixes, exampleMail} from '../../../bot/patch/rules/example.js';
import {makeConsole} from '../../helpers/console.js';

let folder = '';
const right = exampleMail();
const unsigned = exampleMail({trailers: [exampleFixes]});
const numbered = (index: number) =>
  exampleMail({subject: `[PATCH bpf-next ${index}/2] bpf: Count what is dropped, part ${index}`});

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'patches-'));
  const files: Record<string, string | Uint8Array> = {
    'right.patch': right,
    'right.mbox.gz': gzipSync(right),
    'unsigned.patch': unsigned,
    '0000-cover.patch': exampleCover(),
    '0001-count.patch': numbered(1),
    '0002-show.patch': numbered(2),
    'bare.diff': right.slice(right.indexOf('diff --git')),
    'note.txt': 'Dear list,\n\nhello.\n',
    'empty.patch': '',
    'big.patch': Buffer.alloc(2 * 2 ** 20 + 1, 'x'),
    'photo.png': 'x',
  };
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
});
afterAll(() => rmSync(folder, {recursive: true}));

async function run(args: readonly string[], input: readonly string[] = [], env: Record<string, string> = {}) {
  const {console, written, told} = makeConsole({input, env});
  const code = await runTerminal(['check', ...args.map((arg) => arg.replace('DIR', folder))], console);
  return {code, out: written(), told: told().replaceAll(folder, 'DIR')};
}

const verdicts: [string[], string[], number, string][] = [
  [['DIR/right.patch'], [], 0, 'Ready'],
  [['DIR/right.mbox.gz'], [], 0, 'Ready'],
  [['-'], [right], 0, 'Ready'],
  [['DIR/unsigned.patch'], [], 1, 'Not ready: 1 error'],
  [['DIR/0000-cover.patch', 'DIR/0001-count.patch', 'DIR/0002-show.patch'], [], 0, 'Ready'],
  [['DIR/bare.diff'], [], 2, 'Cannot tell: no subject or description (use git format-patch)'],
  [['DIR/note.txt'], [], 2, 'Cannot tell: this is not a patch; I check patches'],
  [['DIR/empty.patch'], [], 2, 'Cannot tell: The file holds no text.'],
  [
    ['DIR/big.patch'],
    [],
    2,
    'Cannot tell: Too big to check here (2.1 MB, limit 2 MB); run scripts/checkpatch.pl and b4 prep --check.',
  ],
  [
    ['-'],
    ['x'.repeat(2 ** 20), 'x'.repeat(2 ** 20), 'x'],
    2,
    'Cannot tell: Too big to check here (2.1 MB, limit 2 MB); run scripts/checkpatch.pl and b4 prep --check.',
  ],
  [['DIR/photo.png'], [], 2, 'Cannot tell: This is no text, so it is not read.'],
  [['[PATCH bpf-next v2 1/3] bpf: Count what is dropped'], [], 0, 'Ready (the subject alone)'],
  [['[PATCH] bpf: Count what is dropped'], [], 1, 'Not ready: 1 error (the subject alone)'],
];

describe('check', () => {
  it.each(verdicts)('%s is judged', async (args, input, code, verdict) => {
    const {out, told, code: met} = await run(args, input);
    expect([met, out.split('\n')[0], told]).toEqual([code, verdict, '']);
  });

  it.each([
    [[], /^bpf-howto: There is nothing to check\. Give `check` the subject of a patch/u],
    [['DIR/gone.patch'], /^bpf-howto: There is no file "DIR\/gone\.patch"\. A subject has to stand in quotes\./u],
    [['DIR'], /^bpf-howto: "DIR" is a folder\. Name the files in it\./u],
    [['where do I send it'], /^bpf-howto: This is not the subject of a patch\. Give `check`/u],
    [['see https://lore.kernel.org/bpf/1@example.org/'], /I do not follow links\. Open the thread/u],
  ])('%s is a slip', async (args, sentence) => {
    const {code, out, told} = await run(args);
    expect([code, out]).toEqual([2, '']);
    expect(told).toMatch(sentence);
  });

  it.each([
    ['CHECK_MAX_FILE_BYTES', '300', 'Cannot tell: Too big to check here (X bytes, limit 300 bytes); run'],
    ['CHECK_MAX_TOTAL_BYTES', '300', 'Cannot tell: Too big to check here (X bytes, limit 300 bytes); run'],
    ['CHECK_MAX_MESSAGES', '1', 'Cannot tell: '],
  ])('looks at as much as %s says', async (name, value, verdict) => {
    const {code, out} = await run(['DIR/0001-count.patch', 'DIR/0002-show.patch'], [], {[name]: value});
    const [line = ''] = out.replace(/\d+( bytes,)/u, 'X$1').split('\n');
    expect([code, line.slice(0, verdict.length)]).toEqual([2, verdict]);
  });

  it('tells programs all there is', async () => {
    const {code, out} = await run(['--json', 'DIR/unsigned.patch']);
    expect(code).toBe(1);
    expect(JSON.parse(out.replaceAll(folder, 'DIR'))).toMatchObject({
      verdict: 'not-ready',
      summary: 'Not ready: 1 error',
      series: [
        {
          verdict: 'not-ready',
          tree: 'bpf-next',
          version: 1,
          total: 1,
          patches: [
            {
              file: 'DIR/unsigned.patch',
              message: 1,
              email: 'ada@example.org',
              numstat: [['1', '1', 'kernel/bpf/drop.c']],
            },
          ],
        },
      ],
      findings: [
        {
          rule: 'sob-missing',
          severity: 'error',
          series: 0,
          mail: null,
          file: 'DIR/unsigned.patch',
          line: null,
          fix: {type: 'line', text: 'Signed-off-by: Ada Example <ada@example.org>'},
          source: [{type: 'kernel', url: 'https://docs.kernel.org/process/submitting-patches.html'}],
        },
      ],
      unread: [],
    });
  });

  it('says how mails fall into series, a line for each file', async () => {
    const {code, out} = await run(['--series-json', 'DIR/right.patch', 'DIR/0000-cover.patch']);
    expect(code).toBe(0);
    expect(
      out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line.replaceAll(folder, 'DIR')) as unknown),
    ).toEqual([
      {
        file: 'DIR/right.patch',
        messages: 1,
        covers: 0,
        patches: 1,
        comments: 0,
        patches_per_series: [1],
        covers_per_series: [],
      },
      {
        file: 'DIR/0000-cover.patch',
        messages: 1,
        covers: 1,
        patches: 0,
        comments: 0,
        patches_per_series: [],
        covers_per_series: [1],
      },
    ]);
  });

  it('says the same of the same bytes', async () => {
    const [first, second] = [await run(['DIR/unsigned.patch']), await run(['DIR/unsigned.patch'])];
    expect(second.out).toBe(first.out);
  });
});

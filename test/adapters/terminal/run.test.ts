/**
 * The command line without a process: arguments and standard input in, output and exit code out, over the bundled HOWTO.
 */
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {runTerminal} from '../../../adapters/terminal/index.js';
import {makeConsole} from '../../helpers/console.js';

let folder = '';
const path = (name: string) => join(folder, name);

const document = `=====
Title
=====

Section
=======

Q: Where do bugs go?
--------------------
A: To the \`list <https://lore.kernel.org/bpf/>\`_::

 make x\u001b[31m
`;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sources-'));
  writeFileSync(path('small.rst'), document);
  writeFileSync(path('empty.rst'), '');
  writeFileSync(path('binary.rst'), Uint8Array.from([0, 1, 2, 3, 0, 255]));
});
afterAll(() => rmSync(folder, {recursive: true}));

async function run(args: readonly string[], input: readonly (string | Uint8Array)[] = [], env = {}) {
  const {console, written, told} = makeConsole({input, env});
  const code = await runTerminal(
    args.map((arg) => arg.replace('DIR', folder)),
    console,
  );
  return {code, out: written(), told: told().replaceAll(folder, 'DIR')};
}

const small = ['--source', 'DIR/small.rst'];
const smallEntry = {
  id: 'q-where-do-bugs-go',
  section: 'Section',
  heading: 'Q: Where do bugs go?',
  question: 'Where do bugs go?',
  url: null,
  line: 8,
  links: [
    {kind: 'embedded', text: 'list', target: 'https://lore.kernel.org/bpf/', url: 'https://lore.kernel.org/bpf/'},
  ],
  code: ['make x\u001b[31m'],
  answer: 'To the list (https://lore.kernel.org/bpf/):\n\n    make x',
};

describe('commands', () => {
  it.each([
    [
      ['ask', 'where do bugs go', ...small],
      0,
      /^Where do bugs go\?\n\nTo the list \(https:\/\/lore\.kernel\.org\/bpf\/\):\n\n {4}make x\n\nSource: small\.rst, revision [0-9a-f]{12}\n$/u,
    ],
    [[...small, 'where', 'do', 'bugs', 'go'], 0, /^Where do bugs go\?/u],
    [['ask', 'how do I bake bread', ...small], 1, /^The HOWTO does not cover that\./u],
    [['ask', '', ...small], 1, /^There is no question in that\./u],
    [['ask', '?!', ...small], 1, /^There is no question in that\./u],
    [['browse', ...small], 0, /^Sections:\n1\. Section \(1 question\)\n$/u],
    [['browse', '1', ...small], 0, /^Section:\n1\. Where do bugs go\?\n$/u],
    [['prefix', 'bpf-next', 'v2', 'rfc', '3', ...small], 0, /--subject-prefix='RFC PATCH bpf-next v2' -o v2 start/u],
    [['prefix', '--rfc', 'bpf', ...small], 0, /--subject-prefix='RFC PATCH bpf' start/u],
    [['prefix', ...small], 0, /^Is the commit that your patches fix in Linus' tree\?\n\nThe HOWTO sends /u],
    [['about', ...small], 0, /^bpf-howto {2}version .*\n\nDocument {3}Title\n/u],
    [['entries', ...small], 0, /^q-where-do-bugs-go {2}Where do bugs go\?\n$/u],
    [
      ['check-source', 'DIR/small.rst'],
      0,
      /^Document {3}Title\nRevision {3}[0-9a-f]{12}, \d+ bytes\nQuestions {2}1\nProblems {3}0\n$/u,
    ],
    [['settings'], 0, /^HOWTO_SOURCE {2,20}Documents to answer from/u],
    [['slack-manifest'], 0, /^\{\n {2}"display_information".*"socket_mode_enabled": true/su],
    [
      ['slack-manifest', '--url', 'https://bot.example.org/'],
      0,
      /"request_url": "https:\/\/bot\.example\.org\/slack\/events".*"socket_mode_enabled": false/su,
    ],
    [['help'], 0, /^Usage: bpf-howto /u],
    [['--help'], 0, /check-source/u],
    [['ask', '--help'], 0, /--source/u],
    [['--version'], 0, /^\d+\.\d+\.\d+\n$/u],
  ])('%j', async (args, code, out) => {
    const result = await run(args);
    expect(result).toEqual({code, out: expect.stringMatching(out) as string, told: ''});
  });

  it.each([
    [['entires'], 2, 'bpf-howto: There is no command entires. Did you mean entries?'],
    [['ask'], 2, 'bpf-howto: The question is missing. Usage: `ask <question>`.'],
    [['ask', 'x', '--jsno'], 2, "bpf-howto: unknown option '--jsno'"],
    [
      ['slack-manifest', '--url', 'http://bot.example.org'],
      2,
      'bpf-howto: Slack sends its requests to an https address, such as --url https://bot.example.org.',
    ],
    [['prefix', 'bpfnext'], 2, 'bpf-howto: I don\'t know the tree "bpfnext". Did you mean bpf-next?'],
    [
      ['prefix', 'bpf', 'zebra'],
      2,
      'bpf-howto: `zebra` is not known here. Usage: `prefix [tree] [vN] [rfc] [N patches]`.',
    ],
    [['prefix', 'bpf', 'a..b;ls'], 2, 'bpf-howto: That is not a revision range'],
    [['prefix', 'bpf', '--output=x..y'], 2, 'bpf-howto: That is not a revision range'],
    [['prefix', 'bpf', '-1'], 2, 'bpf-howto: A version is a whole number from 1; the first posting writes none.'],
    [['prefix', '-next'], 2, 'bpf-howto: I don\'t know the tree "-next". Did you mean bpf-next?'],
    [['prefix', 'bpf', '--jsno'], 2, 'bpf-howto: `--jsno` is not known here.'],
    [['check-source'], 2, "bpf-howto: missing required argument 'file'"],
    [
      ['ask', 'x', '--source', 'ftp://x/y'],
      2,
      'bpf-howto: A source is `bundled`, a path or an https address; ftp:// cannot be read.',
    ],
    [['help', 'brwose'], 2, 'bpf-howto: `brwose` is not known here. Did you mean `browse`?'],
    [['browse', 'nowhere'], 1, 'bpf-howto: No section is called `nowhere`. `browse` lists the sections.'],
    [['browse', '99'], 1, 'bpf-howto: There is no section 99. They are numbered from 1 to 5.'],
    [['ask', 'x', '--source', 'DIR/absent.rst'], 1, 'DIR/absent.rst'],
    [['ask', 'x', '--source', 'DIR'], 1, 'DIR'],
    [['ask', 'x', '--source', 'DIR/empty.rst'], 1, 'empty.rst'],
    [['check-source', 'DIR/binary.rst'], 1, 'DIR/binary.rst'],
  ])('refuses %j', async (args, code, told) => {
    const result = await run(args);
    expect({...result, told: result.told.slice(0, 300)}).toEqual({
      code,
      out: '',
      told: expect.stringContaining(told) as string,
    });
  });

  it('tells of a source that fails, and answers from the other', async () => {
    const result = await run(['ask', 'where do bugs go', '--source', 'DIR/absent.rst', ...small]);
    expect([result.code, result.out.split('\n')[0]]).toEqual([0, 'Where do bugs go?']);
    expect(result.told).toMatch(/^bpf-howto: warn: .*absent\.rst.*\n$/u);
  });

  it('takes its sources from the settings', async () => {
    const {code, out} = await run(['entries'], [], {HOWTO_SOURCE: path('small.rst')});
    expect({code, out}).toEqual({code: 0, out: 'q-where-do-bugs-go  Where do bugs go?\n'});
  });

  it('reads a long question from standard input', async () => {
    const {code, out} = await run(['ask', '-', ...small], ['where do bugs go?\n', 'x '.repeat(2 ** 19)]);
    expect([code, out.split('\n')[0]]).toEqual([0, 'Where do bugs go?']);
  });
});

describe('--json', () => {
  const parsed = async (args: readonly string[]): Promise<unknown> => JSON.parse((await run([...args, '--json'])).out);

  it('lists entries', async () => expect(await parsed(['entries', ...small])).toEqual([smallEntry]));

  it('answers', async () =>
    expect(await parsed(['ask', 'where do bugs go', ...small])).toEqual({
      outcome: 'answer',
      answer: {
        ...smallEntry,
        notes: [],
        document: 'small.rst',
        revision: expect.stringMatching(/^[0-9a-f]{12}$/u) as string,
        damaged: false,
      },
      matches: [
        {
          id: smallEntry.id,
          question: smallEntry.question,
          url: null,
          confidence: expect.any(Number) as number,
          why: expect.any(String) as string,
        },
      ],
      elsewhere: null,
      corrections: [],
    }));

  it('browses', async () =>
    expect(await parsed(['browse', ...small])).toEqual({
      sections: [{section: 'Section', entries: [{id: smallEntry.id, question: smallEntry.question, url: null}]}],
    }));

  it('checks a source', async () =>
    expect(await parsed(['check-source', 'DIR/small.rst'])).toEqual({
      usable: true,
      source: path('small.rst'),
      title: 'Title',
      revision: expect.stringMatching(/^[0-9a-f]{12}$/u) as string,
      bytes: document.length,
      entries: 1,
      problems: [],
      damage: [],
      error: null,
    }));

  it('says what is wrong with a source', async () =>
    expect(await parsed(['check-source', 'DIR/absent.rst'])).toMatchObject({
      usable: false,
      source: path('absent.rst'),
      error: expect.stringContaining('absent.rst') as string,
    }));

  it('lists settings', async () =>
    expect(((await parsed(['settings'])) as {name: string}[]).map(({name}) => name)).toContain('HOWTO_SOURCE'));

  it('writes a prefix', async () =>
    expect(await parsed(['prefix', 'bpf', 'v2', '2', 'patches', ...small])).toEqual({
      outcome: 'prefix',
      prefix: 'PATCH bpf v2',
      tree: 'bpf',
      version: 2,
      patches: 2,
      rfc: false,
      resend: false,
      subjects: ['[PATCH bpf v2 0/2]', '[PATCH bpf v2 1/2]', '[PATCH bpf v2 2/2]'],
      git: "git format-patch --cover-letter --subject-prefix='PATCH bpf v2' -o v2 start..finish",
      b4: ['b4 prep --set-prefixes bpf', 'b4 prep --force-revision 2'],
      to: ['bpf@vger.kernel.org'],
      cc: [],
      misread: [],
      notes: expect.any(Array) as string[],
      entry: null,
    }));

  it('asks what decides the tree', async () =>
    expect(await parsed(['prefix', ...small])).toEqual({
      outcome: 'question',
      question: "Is the commit that your patches fix in Linus' tree?",
      answers: ['Yes', 'No, only in bpf-next', 'It is no fix'],
    }));

  it('lists the commands of the chat', async () =>
    expect(((await parsed(['help'])) as {commands: {name: string}[]}).commands.map(({name}) => name)).toEqual([
      'ask',
      'browse',
      'prefix',
      'check',
      'window',
      'about',
      'help',
    ]));
});

describe('standard input that is no terminal', () => {
  it('answers a question a line', async () => {
    const {code, out} = await run(small, [
      'where do bugs go\n\n',
      'how do I bake bread\nbrowse 7\n',
      Uint8Array.from([0xff, 0x0a]),
    ]);
    expect([code, out.split('\n').filter((line) => /^(?:Where|The|There)/u.test(line))]).toEqual([
      0,
      [
        'Where do bugs go?',
        'The HOWTO does not cover that.',
        'There is no section 7. They are numbered from 1 to 1.',
        'There is no question in that. Ask in a few words, for example: where do I send my patches?',
      ],
    ]);
  });

  it('answers in JSON, a line each', async () => {
    const {code, out} = await run([...small, '--json'], ['where do bugs go\nbake bread\nbrowse 7']);
    const lines = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect([code, lines.map(({outcome, error}) => outcome ?? error)]).toEqual([
      0,
      ['answer', 'none', 'There is no section 7. They are numbered from 1 to 1.'],
    ]);
  });

  it.each([
    [[], 0],
    [['bake bread\n'], 1],
  ])('ends with a code of its own: %j', async (input, code) => expect((await run(small, input)).code).toBe(code));
});

describe('ask --jsonl', () => {
  it('writes a line for a line', async () => {
    const {code, out} = await run(
      ['ask', '--jsonl'],
      ['{"q": "how do i report a bug in bpf"}\n{"q": "weather in paris"}\n\n', '{"q": 7}\nnonsense\n{"q": ""}'],
    );
    const lines = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as {slug: string | null; top: string[]; confident: boolean; error?: string});
    expect(code).toBe(2);
    expect(lines.map(({confident, error}) => [confident, error !== undefined])).toEqual([
      [true, false],
      [false, false],
      [false, true],
      [false, true],
      [false, false],
    ]);
    expect(lines[0]?.slug).toBe('q-how-do-i-report-bugs-for-bpf-kernel-code');
    expect(lines[0]?.top.length).toBeGreaterThanOrEqual(3);
    expect(lines[0]?.top[0]).toBe(lines[0]?.slug);
  });
});

describe('subject --jsonl', () => {
  it('writes a line for a line', async () => {
    const {code, out} = await run(
      ['subject', '--jsonl'],
      ['{"raw": "Re: [PATCH bpf-next v2\\n 1/3] =?utf-8?q?f=C3=BCr?= alle"}\nnonsense\n\n'],
    );
    const lines = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(code).toBe(2);
    expect(lines).toMatchObject([
      {kind: 'reply', tree: 'bpf-next', version: 2, index: 1, total: 3, title: 'für alle'},
      {error: expect.stringMatching(/^This line is not read\./u) as string},
    ]);
  });
});

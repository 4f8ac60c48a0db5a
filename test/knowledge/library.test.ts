/**
 * Sources become one Knowledge: a bad source is told and costs nothing, the first of two equal ids stands, and what was
 * good once stays.
 */
import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import type {Knowledge, Loaded} from '../../knowledge/knowledge.js';
import {Library} from '../../knowledge/library.js';
import {loadKnowledge} from '../../knowledge/load.js';
import {SourceError, type SourceSpec} from '../../knowledge/source/source.js';
import type {Fetch} from '../../knowledge/source/url.js';

let folder = '';
const text = (questions: readonly (readonly [string, string])[]): string =>
  [
    'Team notes',
    '==========',
    ...questions.flatMap(([q, a]) => ['', `Q: ${q}`, '-'.repeat(q.length + 3), `A: ${a}`]),
  ].join('\n');
const team = text([
  ['Who brings the cake?', 'Whoever broke the build.'],
  ['Where is the key?', 'Under the mat.'],
]);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bpf-howto-library-'));
  await writeFile(at('team.rst'), team);
  await writeFile(
    at('later.rst'),
    text([
      ['Where is the key?', 'In the safe.'],
      ['Who waters the plants?', 'The intern.'],
    ]),
  );
  await writeFile(at('empty.rst'), '');
  await writeFile(at('title.rst'), 'A title\n=======\n');
  await writeFile(at('latin1.rst'), Buffer.from('Q: Grüße?\n', 'latin1'));
  await mkdir(at('folder'));
});
afterAll(() => rm(folder, {recursive: true, force: true}));

function at(name: string): string {
  return join(folder, name);
}

function path(name: string): SourceSpec {
  return {type: 'path', path: at(name)};
}

const ids = ({entries}: Knowledge): readonly string[] => entries.map(({id}) => id);
const told = ({failures}: Loaded): readonly string[] => failures.map(({message}) => message);
const noEntries = 'has no questions and no sections with text. Name a document in the Q:/A: form of the BPF HOWTO.';
const missing = 'does not exist. Check the path; it is taken from the current folder.';

describe('sources', () => {
  it('that are bad are told beside good ones', async () => {
    const names = ['missing.rst', 'team.rst', 'empty.rst', 'folder', 'title.rst', 'latin1.rst'];
    const loaded = await loadKnowledge(names.map(path));
    expect(ids(loaded.knowledge)).toEqual(['q-who-brings-the-cake', 'q-where-is-the-key']);
    expect(told(loaded)).toEqual([
      `${at('missing.rst')} ${missing}`,
      `${at('empty.rst')} is empty. Name a file with the text of the HOWTO.`,
      `${at('folder')} is a folder. Name the file in it that holds the HOWTO.`,
      `${at('title.rst')} ${noEntries}`,
      `${at('latin1.rst')} is not UTF-8. Convert it to UTF-8 first, for example with: iconv -f latin1 -t utf-8 latin1.rst > latin1.rst.utf8`,
    ]);
  });

  it.each([
    ['all bad: the first is told', ['title.rst', 'missing.rst'], () => `${at('title.rst')} ${noEntries}`],
    ['none', [], () => 'No source is named. Name one with --source PATH.'],
  ])('%s', async (_what, names, message) => {
    const error: unknown = await loadKnowledge(names.map(path)).catch((error: unknown) => error);
    expect(error).toBeInstanceOf(SourceError);
    expect((error as SourceError).message).toBe(message());
  });

  it('that are an address are fetched with what was given', async () => {
    const fetchUrl: Fetch = (url) =>
      Promise.resolve(new Response(url.endsWith('team.rst') ? team : null, {status: 200}));
    const specs = ['team.rst', 'gone.rst'].map((name): SourceSpec => ({
      type: 'url',
      url: `https://example.org/${name}`,
    }));
    const loaded = await loadKnowledge(specs, fetchUrl);
    expect(ids(loaded.knowledge)).toEqual(['q-who-brings-the-cake', 'q-where-is-the-key']);
    expect(told(loaded)).toEqual(['https://example.org/gone.rst is empty. Name a file with the text of the HOWTO.']);
  });
});

describe('several documents', () => {
  it('stand in the order given, and the first of two equal ids stands', async () => {
    const {knowledge} = await loadKnowledge([path('team.rst'), path('later.rst')]);
    expect(knowledge.entries.map(({id, origin}) => [id, origin.document])).toEqual([
      ['q-who-brings-the-cake', 'team.rst'],
      ['q-where-is-the-key', 'team.rst'],
      ['q-who-waters-the-plants', 'later.rst'],
    ]);
    expect(knowledge.documents.map(({name, title, entryCount}) => [name, title, entryCount])).toEqual([
      ['team.rst', 'Team notes', 2],
      ['later.rst', 'Team notes', 2],
    ]);
    expect(knowledge.entry('q-where-is-the-key')?.origin).toEqual({document: 'team.rst', line: 8});
    expect(knowledge.search('where is the key').matches.map(({entry}) => entry.origin.document)).toEqual(['team.rst']);
  });

  it('are found beside the bundled HOWTO', async () => {
    const {knowledge} = await loadKnowledge([{type: 'bundled'}, path('team.rst')]);
    expect(knowledge.entries.length).toBe(29 + 2);
    expect(knowledge.search('who brings the cake?').matches[0]?.entry.id).toBe('q-who-brings-the-cake');
  });
});

describe('a library that is loaded again', () => {
  it('keeps a good document until there is another', async () => {
    await writeFile(at('changing.rst'), team);
    const library = new Library([path('changing.rst')]);
    const first = await library.load();
    const revision = first.knowledge.documents[0]?.revision ?? '';
    const kept = `The copy read before (revision ${revision}) stays in use.`;
    await writeFile(at('changing.rst'), 'Moved\n=====\n');
    const second = await library.load();
    await rm(at('changing.rst'));
    const third = await library.load();
    await writeFile(at('changing.rst'), text([['Is it over?', 'Yes.']]));
    const fourth = await library.load();
    expect([first, second, third, fourth].map(({knowledge}) => ids(knowledge))).toEqual([
      ['q-who-brings-the-cake', 'q-where-is-the-key'],
      ['q-who-brings-the-cake', 'q-where-is-the-key'],
      ['q-who-brings-the-cake', 'q-where-is-the-key'],
      ['q-is-it-over'],
    ]);
    expect([first, second, third, fourth].map(told)).toEqual([
      [],
      [`${at('changing.rst')} ${noEntries} ${kept}`],
      [`${at('changing.rst')} ${missing} ${kept}`],
      [],
    ]);
  });

  it('asks an address only for what changed, and tells when it fails', async () => {
    const asked: (string | undefined)[] = [];
    const answers = [
      new Response(team, {headers: {etag: '"1"'}}),
      new Response(null, {status: 304}),
      new Response('busy', {status: 503}),
    ];
    const fetchUrl: Fetch = (_url, {headers}) => {
      asked.push(headers['if-none-match']);
      return Promise.resolve(answers.shift() ?? Response.error());
    };
    const library = new Library([{type: 'url', url: 'https://example.org/team.rst'}], fetchUrl);
    const loads = [await library.load(), await library.load(), await library.load()];
    expect(asked).toEqual([undefined, '"1"', '"1"']);
    expect(loads.map(({knowledge}) => ids(knowledge).length)).toEqual([2, 2, 2]);
    const revision = loads[0]?.knowledge.documents[0]?.revision ?? '';
    expect(loads.map(told)).toEqual([
      [],
      [],
      [
        `https://example.org/team.rst answered 503. Open it in a browser and check the address. The copy read before (revision ${revision}) stays in use.`,
      ],
    ]);
  });
});

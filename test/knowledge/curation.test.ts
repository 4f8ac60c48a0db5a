/**
 * Phrases and notes reach their entries, also in a copy whose letters were swapped.
 */
import {describe, expect, it} from 'vitest';
import {curate} from '../../knowledge/curation.js';
import type {EntryId, Note} from '../../knowledge/entry.js';
import {readCuration} from '../../knowledge/source/bundled.js';

const note = (entry: string, text: string): Note => ({
  entry: entry as EntryId,
  author: 'A Maintainer',
  date: '2025-12-06',
  url: 'https://lore.kernel.org/bpf/1@example.org/',
  text,
});

const notes = [note('report-bugs', 'first'), note('queue', 'other'), note('report-bugs', 'second')];
const phrases = {
  'report-bugs': ['bug list', 'crash'],
  wait: ['how long'],
  'rare-tree': ['forest'],
  'ware-tree': ['shop'],
};

describe('what is curated for an entry', () => {
  it.each([
    ['its anchor', 'report-bugs', ['bug list', 'crash'], ['first', 'second']],
    ['its anchor with r as w', 'wepowt-bugs', ['bug list', 'crash'], ['first', 'second']],
    ['its anchor with some r as w', 'weport-bugs', ['bug list', 'crash'], ['first', 'second']],
    ['phrases alone', 'wait', ['how long'], []],
    ['notes alone', 'queue', [], ['other']],
    ['an anchor that is another one swapped', 'rare-tree', ['forest'], []],
    ['the other one', 'ware-tree', ['shop'], []],
    ['an anchor nobody wrote for', 'report-bug', [], []],
    ['no anchor', '', [], []],
    ['a name that every object has', 'constructor', [], []],
    ['another such name', '__proto__', [], []],
  ])('%s', (_what, id, expectedPhrases, expectedNotes) => {
    const curated = curate(phrases, notes);
    expect({
      phrases: curated.phrasesOf(id as EntryId),
      notes: curated.notesOf(id as EntryId).map(({text}) => text),
    }).toEqual({phrases: expectedPhrases, notes: expectedNotes});
  });

  it('has nothing where nothing was written', () => {
    const curated = curate({}, []);
    expect([curated.phrasesOf('wait' as EntryId), curated.notesOf('wait' as EntryId)]).toEqual([[], []]);
  });
});

describe('the curation that is shipped', () => {
  it('has anchors that stay apart when their letters are swapped', async () => {
    const anchors = Object.keys((await readCuration()).phrases);
    expect(anchors.length).toBe(29);
    expect(new Set(anchors.map((anchor) => anchor.replace(/[rl]/g, 'w'))).size).toBe(29);
  });

  it('has notes for entries with phrases only', async () => {
    const {phrases, notes} = await readCuration();
    expect(notes.filter(({entry}) => !(entry in phrases))).toEqual([]);
  });
});

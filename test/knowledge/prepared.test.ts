/**
 * What is stored at build time must answer as the files do.
 */
import {deserialize, serialize} from 'node:v8';
import {describe, expect, it} from 'vitest';
import {knowledgeOf} from '../../knowledge/knowledge.js';
import {Library, prepareBundled} from '../../knowledge/library.js';
import type {Prepared} from '../../knowledge/prepared.js';
import {Search} from '../../knowledge/search/index.js';

const fresh = (await new Library([{type: 'bundled'}]).load()).knowledge;
const {parts, index} = deserialize(serialize(await prepareBundled())) as Prepared;
const bare = {titles: [], phrases: [], body: ''};
const topics = [
  ...parts.entries.map((entry) => ({...bare, entry})),
  ...parts.elsewhere.map((elsewhere) => ({...bare, elsewhere})),
];
const restored = knowledgeOf(parts, new Search(topics, undefined, index));

describe('the prepared HOWTO', () => {
  it('has the same entries and documents', () => {
    expect(restored.entries).toEqual(fresh.entries);
    expect(restored.documents).toEqual(fresh.documents);
  });

  it.each(fresh.entries.map((entry) => [entry.id, entry] as const))('has the notes and neighbours of %s', (id) => {
    expect(restored.notes(id)).toEqual(fresh.notes(id));
    expect(restored.related(id, 3).map((entry) => entry.id)).toEqual(fresh.related(id, 3).map((entry) => entry.id));
  });

  it.each([
    'where do I send my patches?',
    'how do i bckport a fix',
    'wich twee',
    'what is the weather',
    'build llvm',
    '',
  ])('answers "%s" alike', (question) => {
    expect(restored.search(question)).toEqual(fresh.search(question));
    expect(restored.suggest(question, 5)).toEqual(fresh.suggest(question, 5));
  });
});

/**
 * The topics that people ask about and that the HOWTO leaves to other pages: shape, size, distinctness.
 *
 * A phrase belongs to one topic: two topics with the same phrase would be a coin toss in search. A page is an address to
 * click: https, no credentials, and one title wherever it stands.
 */
import {readFileSync} from 'node:fs';
import {describe, expect, it} from 'vitest';
import {z} from 'zod';
import type {Elsewhere} from '../../knowledge/entry.js';

const title = z
  .string()
  .regex(/^\S+( \S+)*$/)
  .max(90);

const schema = z.array(
  z.strictObject({
    id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
    topic: title,
    page: z.strictObject({title, url: z.url({protocol: /^https$/, hostname: z.regexes.domain})}).exactOptional(),
    phrases: z
      .array(
        z
          .string()
          .regex(/^[^\sA-Z]+( [^\sA-Z]+)*$/)
          .max(240),
      )
      .min(6)
      .max(10),
  }),
);

const file = new URL('../../knowledge/howto/elsewhere.json', import.meta.url);
const topics: readonly Elsewhere[] = schema.parse(JSON.parse(readFileSync(file, 'utf8')));

/** Values that occur more than once, each named once. */
function repeated(values: readonly string[]): string[] {
  const seen = new Set<string>();
  return [...new Set(values.filter((value) => seen.size === seen.add(value).size))];
}

/** A phrase as search meets it: words, no punctuation. */
function wordsOf(phrase: string): string {
  return (phrase.match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
}

/** Each page once for every title it goes by. */
function titledPages(): string[] {
  const titled = topics.flatMap(({page}) => (page ? [`${page.url} ${page.title}`] : []));
  return [...new Set(titled)].map((each) => each.slice(0, each.indexOf(' ')));
}

describe('elsewhere', () => {
  it('has 200 topics or more', () => expect(topics.length).toBeGreaterThanOrEqual(200));

  it.each([
    ['id', topics.map(({id}) => id)],
    ['topic', topics.map(({topic}) => topic.toLowerCase())],
    ['phrase', topics.flatMap(({phrases}) => phrases.map(wordsOf))],
    ['page', titledPages()],
  ])('names no %s twice', (_, values) => expect(repeated(values)).toEqual([]));

  it('puts words into every phrase', () => {
    expect(topics.flatMap(({phrases}) => phrases.filter((phrase) => wordsOf(phrase) === ''))).toEqual([]);
  });

  it('links to pages without credentials', () => {
    expect(topics.filter(({page}) => page?.url.includes('@')).map(({id}) => id)).toEqual([]);
  });
});

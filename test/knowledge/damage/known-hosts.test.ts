/**
 * The shape of the facts about hosts: the program reads them unchecked.
 */
import {readFileSync} from 'node:fs';
import {expect, it} from 'vitest';
import {z} from 'zod';

const folder = new URL('../../../knowledge/howto/', import.meta.url);
const host = z.string().regex(/^[a-z\d-]+(\.[a-z\d-]+)+$/);
const schema = z.strictObject({
  domains: z.array(host),
  accounts: z.record(host, z.array(z.string().regex(/^~?[\w-]+$/))),
  addresses: z.array(z.email().lowercase()),
  paths: z.array(z.string().regex(/^[a-z\d.]+(\/[a-z\d]+){4,}$/)),
});
const known = schema.parse(JSON.parse(readFileSync(new URL('known-hosts.json', folder), 'utf8')));

it('names each host and address once', () => {
  const all = [...known.domains, ...Object.keys(known.accounts), ...known.addresses];
  expect([...new Set(all)]).toEqual(all);
});

it('knows every address of the HOWTO', () => {
  const text = readFileSync(new URL('bpf.rst', folder), 'utf8');
  const addresses = [...new Set(text.match(/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g))];
  expect(addresses.filter((address) => !known.addresses.includes(address))).toEqual([]);
});

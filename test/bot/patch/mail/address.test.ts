import {describe, expect, it} from 'vitest';
import {readAddress, readAddresses} from '../../../../bot/patch/mail/address.js';

describe('an address', () => {
  it.each<[text: string, name: string, email: string]>([
    ['Ada Lovelace <ada@x.org>', 'Ada Lovelace', 'ada@x.org'],
    ['ada@x.org (Ada Lovelace)', 'Ada Lovelace', 'ada@x.org'],
    ['<ada@x.org>', 'ada@x.org', 'ada@x.org'],
    ['ada@x.org', 'ada@x.org', 'ada@x.org'],
    ['A <a@x.org>', 'A', 'a@x.org'],
    ['Bo <bo@x.org>', 'Bo', 'bo@x.org'],
    ['"Lovelace, Ada" <ada@x.org>', 'Lovelace, Ada', 'ada@x.org'],
    ['"Ada \\"L\\"" <ada@x.org>', 'Ada "L"', 'ada@x.org'],
    ['(a \\(b) "c") Ada <ada@x.org>', '(a (b) c) Ada', 'ada@x.org'],
    ['(a "b") Ada <ada@x.org>', '(a "b") Ada', 'ada@x.org'],
    ['a\\b <ada@x.org>', 'a\\b', 'ada@x.org'],
    ['Ada via list <list@x.org> (by robot)', 'Ada via list (by robot)', 'list@x.org'],
    ['x@y <ada@x.org>', 'x@y', 'x@y'],
    [`${'a'.repeat(61)} <ada@x.org>`, 'ada@x.org', 'ada@x.org'],
    ['Nobody" <nobody>', 'Nobody"', 'nobody'],
  ])('%s', (text, name, email) => expect(readAddress(text)).toEqual({name, email})); // prettier-ignore

  it.each(['', 'Ada', 'Ada <ada', '> <'])('is not in %j', (text) => expect(readAddress(text)).toBeUndefined());
});

describe('a list of addresses', () => {
  it.each<[name: string, raw: string, emails: readonly string[]]>([
    ['with commas', 'a@x, B <b@x>,c@x', ['a@x', 'b@x', 'c@x']],
    ['over lines', 'a@x,\n\tb@x', ['a@x', 'b@x']],
    ['with a comma in a name', '"B, A" <a@x>, c@x', ['a@x', 'c@x']],
    ['with a comma in an encoded name', '=?utf-8?q?B=2C_A?= <a@x>, c@x', ['a@x', 'c@x']],
    ['with a bracket in an encoded name', '=?utf-8?q?A_=28b?= <a@x>, bpf@x', ['a@x', 'bpf@x']],
    ['with quotes in an encoded name', '=?utf-8?q?=22A?= <a@x>, bpf@x', ['a@x', 'bpf@x']],
    ['with comments', 'a@x (b, c), d@x', ['a@x', 'd@x']],
    ['with a quote that never ends', '"A <a@x>, bpf@x', ['a@x', 'bpf@x']],
    ['with a comment that never ends', 'A (b <a@x>, bpf@x', ['a@x', 'bpf@x']],
    ['of a group', 'people: a@x, b@x;', ['a@x', 'b@x']],
    ['of nobody', 'undisclosed-recipients:;', []],
    ['without any', '', []],
  ])('%s', (_name, raw, emails) => expect(readAddresses(raw).map(({email}) => email)).toEqual(emails)); // prettier-ignore
});

import {describe, expect, it} from 'vitest';
import {readMailDate} from '../../../../bot/patch/mail/mail-date.js';

describe('a date', () => {
  it.each<[text: string, at: string]>([
    ['Thu, 7 May 2020 23:39:54 -0700', '2020-05-08T06:39:54Z'],
    ['Thu,  7 May 2020 23:39:54 -0700', '2020-05-08T06:39:54Z'],
    ['7 May 2020 23:39 +0000', '2020-05-07T23:39:00Z'],
    ['Fri, 8 Aug 2008 13:08:37 +0200 (CEST)', '2008-08-08T11:08:37Z'],
    ['Fri, 8 Aug 2008 13:08:37 EDT', '2008-08-08T17:08:37Z'],
    ['Fri, 8 Aug 2008 13:08:37 GMT', '2008-08-08T13:08:37Z'],
    ['Fri, 8 Aug 2008 13:08:37', '2008-08-08T13:08:37Z'],
    ['Thursday, 7 May 2020 23:39:54 +0530', '2020-05-07T18:09:54Z'],
    ['Thu May 7 23:39:54 2020 -0700', '2020-05-08T06:39:54Z'],
    ['2020-05-07 23:39:54 -0700', '2020-05-08T06:39:54Z'],
    ['2020-05-07T23:39:54Z', '2020-05-07T23:39:54Z'],
    ['Thu, 31 Dec 2015 23:59:60 +0000', '2016-01-01T00:00:00Z'],
  ])('%s', (text, at) => expect(readMailDate(text).at).toEqual(new Date(at)));

  it.each([
    '', 'bogus', '5', 'bpf 5', '7 May 2020', 'Thu, 31 Feb 2020 23:39:54 -0700', 'Thu, 7 May 2020 24:39:54 -0700', 'Thu, 7 May 2020 23:39:54 -07',
    'Wed, 4 Jun 207777777777777777777714 17:50:46 0', 'Thu, 7 Mau 2020 23:39:54 -0700', `Thu, 7 May 2020 23:39:54 -0700 (${'('.repeat(1_000_000)}`,
  ])('is not in %.60j', (text) => expect(readMailDate(text)).toEqual({text})); // prettier-ignore

  it('keeps its words, with single blanks', () => expect(readMailDate(' a \t b\n').text).toBe('a b'));
});

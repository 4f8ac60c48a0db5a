/**
 * Mails nobody means well with: each gives a reading or a sentence, in time that grows with its length.
 */
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {gzipSync} from 'node:zlib';
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {defaultCaps} from '../../../../bot/patch/mail/caps.js';
import {readSubmission} from '../../../../bot/patch/mail/read-mail.js';
import {checkSubmission} from '../../../../bot/patch/check.js';
import {checkHostile, hostileIn, hostileLines, hostilePlaces, pieces, places} from '../../../bench/hostile-mails.js';
import {cost, growth, leastQuadratic} from '../../../helpers/growth.js';
import {hasShared, shared, sharedNote} from '../../../helpers/shared.js';

const mebibyte = 2 ** 20;
const bytesOf = (content: string | Uint8Array) => (typeof content === 'string' ? Buffer.from(content) : content);
const wide = {...defaultCaps, maxFileBytes: 16 * mebibyte, maxTotalBytes: 16 * mebibyte};
const head = 'From: A <a@example.org>\nSubject: [PATCH] a\n';
/** Multiparts inside multiparts, each with a boundary of its own. */
const nested = (depth: number) =>
  Array.from({length: depth}, (_, at) => `Content-Type: multipart/mixed; boundary="${at}-"\n\n--${at}-\n`).join('');
const oddities: readonly (readonly [name: string, content: string | Uint8Array])[] = [
  ['8 MiB of parts inside parts', head + nested(8 * mebibyte / 60)],
  ['8 MiB of one part inside eight', head + nested(8) + '\nwords\n'.repeat(mebibyte)],
  ['a line of 8 MiB', 'a'.repeat(8 * mebibyte)],
  ['a line of 8 MiB in a mail', `${head}\n${'a '.repeat(4 * mebibyte)}`],
  ['a header of 1 MiB', `Subject: ${'a'.repeat(mebibyte)}\n\nwords\n`],
  ['a header folded over 1 MiB', `Subject: a\n${' a\n'.repeat(mebibyte / 3)}\nwords\n`],
  ['1 MiB of headers', `${'Received: a\n'.repeat(mebibyte / 12)}${head}\nwords\n`],
  ['ten thousand mails', 'From a\nSubject: a\n\nb\n\n'.repeat(10_000)],
  ['a bomb', gzipSync(Buffer.alloc(64 * mebibyte))],
  ['a bomb of mails', gzipSync('From a\nSubject: a\n\n'.repeat(mebibyte))],
  ['a gzip file inside a gzip file', gzipSync(gzipSync('Subject: a\n\nb\n'))],
  ['8 MiB of zeros', Buffer.alloc(8 * mebibyte)],
  ['8 MiB of line feeds', '\n'.repeat(8 * mebibyte)],
]; // prettier-ignore

describe('a hostile file', () => {
  it.each(oddities)('is refused in a sentence or read: %s', async (_name, content) => {
    const {mails, unread} = await readSubmission([{name: 'a', bytes: bytesOf(content)}]);
    if (mails.length === 0) expect(unread.map(({text}) => text)).toEqual([expect.stringMatching(/^[A-Z].{10,}\.$/u)]);
    else expect(mails).toHaveLength(1);
  });

  it.each(oddities)('is read under wider caps: %s', async (_name, content) => {
    const {mails, unread} = await readSubmission([{name: 'a', bytes: bytesOf(content)}], wide);
    const report = checkSubmission({mails, unread});
    expect(mails.length + unread.length).toBeGreaterThan(0);
    expect(report.judged.length).toBeLessThanOrEqual(mails.length);
  });

  it.each([
    ['a header too long', oddities[4], 'The header Subject has more than 10000 bytes and is not read.'],
    ['parts too deep', ['', head + nested(9)] as const, 'Its parts are nested more than 8 deep; the inner ones are not read.'],
  ])('is told what of it is not read: %s', async (_name, odd, sentence) => {
    const {mails} = await readSubmission([{name: 'a', bytes: bytesOf(odd?.[1] ?? '')}]);
    expect(mails.flatMap(({unread}) => unread.map(({text}) => text))).toContain(sentence);
  }); // prettier-ignore

  it('is refused as a whole where its files are too large together', async () => {
    const bytes = Buffer.from(`${head}\n${'words\n'.repeat(300_000)}`);
    const {mails, unread} = await readSubmission(Array.from({length: 6}, (_, at) => ({name: `${at}`, bytes})));
    expect([mails.length, unread.map(({text}) => text)]).toEqual([
      0,
      ['Too big to check here (8.6 MB, limit 8 MB); run scripts/checkpatch.pl and b4 prep --check.'],
    ]);
  });

  it.each(hostileLines().map(({name, text}) => [name, text] as const))('costs what it is long: %s', (_name, text) =>
    expect(growth((times) => checkHostile(text(times * 4000)))).toBeLessThan(leastQuadratic),
  );

  it('costs what it is long, whatever stands where', {timeout: 120_000}, () => {
    const mails = hostilePlaces();
    const costs = mails.map(({text}) => {
      const mail = text(8000);
      return cost(() => checkHostile(mail));
    });
    // What costs the square of its length costs tens of times what others cost here; only suspects are measured again.
    const usual = costs.toSorted((one, other) => one - other)[Math.floor(costs.length / 2)] ?? 0;
    const suspects = mails.filter((_, at) => (costs[at] ?? 0) > 10 * usual);
    const grown = suspects.filter(({text}) => growth((times) => checkHostile(text(times * 4000))) >= leastQuadratic);
    expect(grown.map(({name}) => name)).toEqual([]);
  });

  it('costs what it is long, also of mixed pieces', () => {
    const part = fc.array(fc.constantFrom(...pieces), {minLength: 2, maxLength: 3}).map((some) => some.join(''));
    fc.assert(
      fc.property(fc.constantFrom(...places), part, (place, piece) => {
        const text = hostileIn(place, piece);
        expect(growth((times) => checkHostile(text(times * 4000)))).toBeLessThan(leastQuadratic);
      }),
      {numRuns: 40},
    );
  });
});

describe.skipIf(!hasShared)(`a damaged file${sharedNote}`, () => {
  const names = ['mbox', 'patch', 'unlabelled/mbox', 'unlabelled/patch'].flatMap((folder) => {
    const path = shared(`patches/${folder}`);
    return existsSync(path) ? readdirSync(path).map((name) => `${folder}/${name}`) : [];
  });
  const read = async (name: string, bytes: Uint8Array) => {
    const {mails, unread} = await readSubmission([{name, bytes}]);
    const report = checkSubmission({mails, unread});
    expect(mails.length + unread.length, name).toBeGreaterThan(0);
    return report;
  };

  it('is read as far as it goes, wherever it is cut off', async () => {
    // The same places in every run.
    const shares = fc.sample(fc.double({min: 0, max: 1, noNaN: true}), {numRuns: names.length * 4, seed: 1});
    for (const [at, name] of names.entries()) {
      const bytes = readFileSync(shared(`patches/${name}`));
      for (const share of shares.slice(at * 4, at * 4 + 4)) {
        await read(name, bytes.subarray(0, Math.floor(share * bytes.length)));
      }
    }
  });

  it('is read with bytes changed, and packed and cut off', async () => {
    const bytes = fc.uint8Array({minLength: 1, maxLength: 4});
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...names),
        fc.double({min: 0, max: 1, noNaN: true}),
        bytes,
        async (name, share, noise) => {
          const whole = readFileSync(shared(`patches/${name}`));
          const damaged = Buffer.from(whole);
          damaged.set(noise, Math.floor(share * (whole.length - noise.length)));
          await read(name, damaged);
          const packed = gzipSync(whole);
          await read(name, packed.subarray(0, Math.floor(share * packed.length)));
        },
      ),
      {numRuns: 150},
    );
  });
});

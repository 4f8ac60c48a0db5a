/**
 * `window` on the command line: a list and a time in, an answer, JSON or a calendar out.
 */
import {existsSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {runTerminal} from '../../../adapters/terminal/index.js';
import {makeConsole} from '../../helpers/console.js';
import {releasesJson} from '../../helpers/mainline.js';

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'releases-'));
  writeFileSync(join(folder, 'open.json'), releasesJson(['6.5', '2023-08-27T21:49:51Z']));
  writeFileSync(join(folder, 'rc3.json'), releasesJson(['6.6-rc3', '2023-09-24T21:50:00Z']));
  writeFileSync(join(folder, 'page.json'), '<html>');
});
afterAll(() => rmSync(folder, {recursive: true}));

async function run(args: readonly string[], env = {}) {
  const {console, written, told} = makeConsole({env});
  const code = await runTerminal(['window', ...args.map((arg) => arg.replace('DIR', folder))], console);
  return {code, out: written(), told: told().replaceAll(folder, 'DIR')};
}

const at = '2023-08-28T06:00:00Z';

describe('window', () => {
  it.each([
    ['text', ['--releases', 'DIR/open.json', '--now', at], 0, /^Linux's merge window is open\. 6\.5 is out/u],
    ['a day as time', ['--releases', 'DIR/open.json', '--now', '2023-08-28'], 0, /^Linux's merge window is open\./u],
    [
      'a time without a zone',
      ['--releases', 'DIR/open.json', '--now', '2023-08-28T06:00', '--json'],
      0,
      /"asOf": "2023-08-28T06:00:00\.000Z"/u,
    ],
    [
      'a time of a zone',
      ['--releases', 'DIR/open.json', '--now', '2023-08-28T08:00+02:00', '--json'],
      0,
      /"asOf": "2023-08-28T06:00:00\.000Z"/u,
    ],
    [
      'JSON',
      ['--json', '--releases', 'DIR/open.json', '--now', at],
      0,
      /^\{\n {2}"state": "open",\n {2}"version": "6\.5",/u,
    ],
    [
      'a later candidate',
      ['--json', '--releases', 'DIR/rc3.json', '--now', '2023-09-25'],
      0,
      /"state": "closed",\n.*\n {2}"since": null/u,
    ],
    [
      'a calendar',
      ['--ics', '--releases', 'DIR/open.json', '--now', at],
      0,
      /^BEGIN:VCALENDAR\r\n.*DTSTAMP:20230828T060000Z\r\n.*END:VCALENDAR\r\n$/su,
    ],
    [
      'a web page',
      ['--releases', 'DIR/page.json', '--now', at],
      1,
      /^I don't know .*\n\nDIR\/page\.json cannot be used: it is a web page, not JSON\./u,
    ],
    [
      'no list',
      ['--releases', 'DIR/gone.json', '--now', at],
      1,
      /\n\nDIR\/gone\.json does not exist\. Check the path;/u,
    ],
    ['no list, as JSON', ['--json', '--releases', 'DIR/gone.json', '--now', at], 1, /^\{\n {2}"state": "unknown",/u],
    [
      'a time before the list',
      ['--releases', 'DIR/open.json', '--now', '2023-08-01'],
      1,
      /6\.5 has a time that is still to come/u,
    ],
  ])('answers with %s', async (_name, args, code, out) => {
    const met = await run(args);
    expect({...met, out: met.out.replaceAll(folder, 'DIR')}).toEqual({
      code,
      out: expect.stringMatching(out) as string,
      told: '',
    });
  });

  it.each([
    [
      ['--now', 'tomorrow'],
      2,
      'bpf-howto: A time is written as 2026-08-30T15:00:00Z, or as a day, 2026-08-30; it is in UTC without a zone.\n',
    ],
    [
      ['--now', '2023-13-01'],
      2,
      'bpf-howto: A time is written as 2026-08-30T15:00:00Z, or as a day, 2026-08-30; it is in UTC without a zone.\n',
    ],
    [
      ['--releases', 'bundled'],
      2,
      'bpf-howto: The list of releases is at a path or an https address; none is bundled.\n',
    ],
    [
      ['--releases', 'DIR/page.json', '--now', at, '--ics'],
      1,
      "bpf-howto: I don't know whether Linux's merge window is open: kernel.org's list of releases could not be read. Look at https://www.kernel.org/ DIR/page.json cannot be used: it is a web page, not JSON.\n",
    ],
  ])('refuses %j', async (args, code, told) => expect(await run(args)).toEqual({code, out: '', told}));

  it('keeps what it saw where the settings name the list, and nothing otherwise', async () => {
    const state = join(folder, 'state');
    await run(['--releases', 'DIR/open.json', '--now', at], {XDG_STATE_HOME: state});
    expect(existsSync(state)).toBe(false);
    await run([], {XDG_STATE_HOME: state, RELEASES_SOURCE: join(folder, 'open.json')});
    // The list is years old by now, so it is no good look.
    expect(existsSync(state)).toBe(false);
    const now = new Date(Date.now() - 3_600_000).toISOString();
    writeFileSync(join(folder, 'fresh.json'), releasesJson(['9.5', `${now.slice(0, 19)}Z`]));
    const {code} = await run([], {XDG_STATE_HOME: state, RELEASES_SOURCE: join(folder, 'fresh.json')});
    expect([code, existsSync(join(state, 'bpf-howto/window.json'))]).toEqual([0, true]);
  });
});

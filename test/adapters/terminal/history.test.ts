import {mkdtempSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {historyFile, openHistory} from '../../../adapters/terminal/history.js';

let folder = '';
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'history-'))));
afterEach(() => rmSync(folder, {recursive: true}));

describe('history', () => {
  it.each([
    ['/state', '/home/ada', '/state/bpf-howto/history'],
    [undefined, '/home/ada', '/home/ada/.local/state/bpf-howto/history'],
    [undefined, undefined, undefined],
  ])('stands in its folder: %s, %s', (state, home, file) => expect(historyFile(state, home)).toBe(file));

  it('comes back, newest first, on one line each, and private', () => {
    const file = join(folder, 'a', 'b', 'history');
    const history = openHistory(file);
    for (const line of ['one', 'two\nlines\u001b[31m', '  ', 'x'.repeat(2000)]) history.add(line);
    expect(openHistory(file).lines).toEqual(['two lines', 'one']);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('keeps 500 lines', () => {
    const file = join(folder, 'history');
    const all = Array.from({length: 600}, (_, at) => `line ${at}`);
    writeFileSync(file, all.join('\n'));
    expect(openHistory(file).lines).toEqual(all.slice(-500).toReversed());
    expect(readFileSync(file, 'utf8')).toBe(all.slice(-500).join('\n') + '\n');
  });

  it.each([undefined, '/dev/null/history'])('is empty where it cannot be kept: %s', (file) => {
    const history = openHistory(file);
    history.add('one');
    expect(openHistory(file).lines).toEqual([]);
  });
});

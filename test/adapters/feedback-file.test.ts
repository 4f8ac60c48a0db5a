import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {feedbackFile} from '../../adapters/feedback-file.js';
import {createLog} from '../../adapters/log.js';

let folder = '';
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'feedback-'))));
afterAll(() => rmSync(folder, {recursive: true}));

describe('feedback', () => {
  it('is kept as lines, without names', async () => {
    const note = feedbackFile(
      join(folder, 'data'),
      () => 0,
      createLog('error', () => undefined),
    );
    await note({entry: 'q-bugs', helpful: true});
    await note({entry: 'q-list', helpful: false});
    expect(readFileSync(join(folder, 'data/feedback.jsonl'), 'utf8')).toBe(
      '{"at":"1970-01-01T00:00:00.000Z","entry":"q-bugs","helpful":true}\n' +
        '{"at":"1970-01-01T00:00:00.000Z","entry":"q-list","helpful":false}\n',
    );
  });

  it('that cannot be kept is told to the operator alone', async () => {
    writeFileSync(join(folder, 'file'), '');
    const lines: string[] = [];
    const note = feedbackFile(
      join(folder, 'file'),
      () => 0,
      createLog('warn', (line) => void lines.push(line)),
    );
    await note({entry: 'q-bugs', helpful: true});
    expect(lines).toEqual([expect.stringMatching(/feedback\.jsonl cannot be written \(E(?:EXIST|NOTDIR)\)/u)]);
  });
});

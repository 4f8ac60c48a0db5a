/**
 * The image cannot be built everywhere, but its paths can be checked everywhere.
 */
import {existsSync, readFileSync} from 'node:fs';
import {describe, expect, it} from 'vitest';

const lines = readFileSync('Dockerfile', 'utf8').split('\n');
const copies = lines.filter((line) => line.startsWith('COPY ') && !line.includes('--from='));

describe('Dockerfile', () => {
  it('copies paths that exist', () => {
    const sources = copies.flatMap((line) => line.split(/\s+/).slice(1, -1));
    expect(sources.length).toBeGreaterThan(5);
    expect(sources.filter((source) => !existsSync(source))).toEqual([]);
  });

  it('copies what the program is made of', () => {
    for (const folder of ['knowledge', 'bot', 'adapters']) expect(copies).toContain(`COPY ${folder} ./${folder}`);
  });

  it('starts what package.json starts', () => {
    const {scripts} = JSON.parse(readFileSync('package.json', 'utf8')) as {scripts: {start: string}};
    expect(lines).toContain(`ENTRYPOINT ${JSON.stringify(scripts.start.split(' ')).replaceAll(',', ', ')}`);
  });

  it('runs as a user without rights', () => {
    expect(lines).toContain('USER node');
  });

  it('names the version of its base', () => {
    const bases = lines.filter((line) => line.startsWith('FROM '));
    expect(bases.length).toBe(2);
    expect(bases.every((base) => /:\d/.test(base))).toBe(true);
  });
});

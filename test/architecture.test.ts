/**
 * The shape of the house: which way imports go, and the one home of each package.
 */
import {readdirSync, readFileSync} from 'node:fs';
import {join, posix} from 'node:path';
import {describe, expect, it} from 'vitest';

const floors = ['knowledge', 'bot', 'adapters'] as const;

/** Packages, and the files or folders that may import them. Others may be imported nowhere. */
const homes: Readonly<Record<string, string>> = {
  'fuse.js': 'knowledge/search/fuse.ts',
  stemmer: 'knowledge/search/terms.ts',
  remark: 'knowledge/parse/markdown.ts',
  'remark-gfm': 'knowledge/parse/markdown.ts',
  commander: 'adapters/',
  'discord.js': 'adapters/discord/',
  '@slack/bolt': 'adapters/slack/',
  kysely: 'bot/store/',
  'better-sqlite3': 'bot/store/sqlite/driver.ts',
  pg: 'bot/store/postgres/open.ts',
  mdast: '',
  unist: '',
};

/** Modules of Node that reach outside, and who may use them. */
const reaching: Readonly<Record<string, readonly string[]>> = {
  'node:fs': ['knowledge/source/', 'bot/store/sqlite/', 'adapters/'],
  'node:fs/promises': ['knowledge/source/', 'adapters/'],
  'node:child_process': ['adapters/terminal/hook.ts'],
  'node:http': ['adapters/'],
  'node:net': ['adapters/http/'],
  'node:process': ['adapters/'],
  'node:readline': ['adapters/terminal/'],
};

interface Import {
  readonly file: string;
  readonly from: string;
}

const files = floors.flatMap((floor) =>
  readdirSync(floor, {recursive: true, encoding: 'utf8'})
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(floor, name).replaceAll('\\', '/')),
);

const importPattern =
  /(?:import|export)\s[^;'"]*?from\s+'([^']+)'|import\(\s*'([^']+)'\s*\)|require\)?\(\s*'([^']+)'\s*\)|import\.meta\.url\)\('([^']+)'\)/g;

const imports: readonly Import[] = files.flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(importPattern)].map((match) => ({
    file,
    from: match[1] ?? match[2] ?? match[3] ?? match[4] ?? '',
  })),
);

describe('the house', () => {
  it('has code on every floor', () => {
    for (const floor of floors) expect(files.filter((file) => file.startsWith(`${floor}/`)).length).toBeGreaterThan(0);
    expect(imports.length).toBeGreaterThan(50);
  });

  it('imports only downwards', () => {
    const upward = imports.filter(({file, from}) => {
      if (!from.startsWith('.')) return false;
      const target = posix.join(posix.dirname(file), from);
      const own = floors.findIndex((floor) => file.startsWith(`${floor}/`));
      const other = floors.findIndex((floor) => target.startsWith(`${floor}/`));
      return other < 0 || other > own;
    });
    expect(upward).toEqual([]);
  });

  it('enters knowledge by its door', () => {
    const around = imports.filter(({file, from}) => {
      const target = posix.join(posix.dirname(file), from);
      return (
        !file.startsWith('knowledge/') &&
        from.startsWith('.') &&
        target.startsWith('knowledge/') &&
        target !== 'knowledge/index.js'
      );
    });
    expect(around).toEqual([]);
  });

  it('imports each package in its home', () => {
    const strays = imports.filter(
      ({file, from}) =>
        !from.startsWith('.') && !from.startsWith('node:') && !file.startsWith(homes[from] ?? 'nowhere'),
    );
    expect(strays).toEqual([]);
  });

  it('reaches outside only from the edges', () => {
    const strays = imports.filter(({file, from}) => {
      const allowed = reaching[from];
      return allowed && !allowed.some((home) => file.startsWith(home));
    });
    expect(strays).toEqual([]);
  });

  it('reads the environment only in the adapters', () => {
    const readers = files.filter((file) => /process\.env|process\.argv/.test(readFileSync(file, 'utf8')));
    expect(readers.filter((file) => !file.startsWith('adapters/'))).toEqual([]);
  });

  it('takes time and chance as arguments below the adapters', () => {
    const readers = files.filter(
      (file) =>
        !file.startsWith('adapters/') && /Date\.now\(|new Date\(\)|Math\.random\(/.test(readFileSync(file, 'utf8')),
    );
    expect(readers).toEqual([]);
  });
});

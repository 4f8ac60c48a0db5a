/**
 * What was seen of the merge window, in a file. It is replaced whole, so a crash leaves the old one or the new one.
 *
 * A file that cannot be read or written is told to the operator and stops nothing.
 */
import {mkdir, readFile, rename, writeFile} from 'node:fs/promises';
import {dirname} from 'node:path';
import {memoryFromJson, memoryToJson} from '../bot/window/memory.js';
import type {Memory} from '../bot/window/state.js';
import type {WindowStore} from '../bot/window/watch.js';

export function windowFile(path: string, warn: (sentence: string) => void): WindowStore {
  const tell = (what: string, cause: unknown) => {
    const {code, message} = cause as NodeJS.ErrnoException;
    warn(`${path} cannot be ${what} (${code ?? message}). Set DATA_DIR to a folder of the bot's own.`);
  };
  return {
    async load() {
      const text = await readFile(path, 'utf8').catch((cause: unknown) => {
        if ((cause as NodeJS.ErrnoException).code !== 'ENOENT') tell('read', cause);
        return undefined;
      });
      if (text === undefined) return undefined;
      const memory: Memory | undefined = memoryFromJson(text);
      if (!memory) warn(`${path} is damaged, so what was seen of the merge window is forgotten.`);
      return memory;
    },
    async save({memory}) {
      const unfinished = `${path}.${process.pid}.tmp`;
      try {
        await mkdir(dirname(path), {recursive: true});
        await writeFile(unfinished, `${JSON.stringify(memoryToJson(memory))}\n`);
        await rename(unfinished, path);
      } catch (cause) {
        tell('written', cause);
      }
    },
  };
}

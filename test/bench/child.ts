/**
 * Processes of the bench: started with an environment of their own, listened to, and ended by their ids.
 */
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {readFileSync} from 'node:fs';
import {createInterface} from 'node:readline';

export interface Child {
  /** Resolves with what `look` makes of a line of output, for the first line of which it makes something. */
  line<T>(look: (line: string) => T | undefined): Promise<T>;
  /** Resident memory, now and at most so far. @throws Where the system has no /proc. */
  memory(): {readonly nowMegabytes: number; readonly mostMegabytes: number};
  end(): Promise<void>;
}

/** How long a process may take to say what it is asked for, and then to leave. */
const patienceMs = 20_000;

/** @param folder In which it runs. */
export function startChild(args: readonly string[], env: Readonly<Record<string, string>>, folder: string): Child {
  const child = spawn(process.execPath, args, {
    cwd: folder,
    env: {PATH: process.env.PATH, ...env},
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  const listeners = new Set<(line: string) => void>();
  for (const stream of [child.stdout, child.stderr]) {
    createInterface(stream).on('line', (line) => {
      said.push(line);
      for (const listener of listeners) listener(line);
    });
  }
  const exited = once(child, 'exit');
  // Nothing stays behind a bench that breaks.
  const kill = () => child.kill();
  process.once('exit', kill);
  child.once('exit', () => process.off('exit', kill));
  return {
    line: (look) =>
      new Promise((resolve, reject) => {
        const fail = (why: string) => () => reject(new Error(`${args.join(' ')} ${why}: ${said.slice(-5).join(' ')}`));
        const timer = setTimeout(fail('did not get ready'), patienceMs);
        const listener = (line: string) => {
          const found = look(line);
          if (found === undefined) return;
          clearTimeout(timer);
          listeners.delete(listener);
          resolve(found);
        };
        listeners.add(listener);
        for (const line of said) listener(line);
        void exited.then(fail('ended'));
      }),
    memory: () => {
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
      const megabytes = (name: string) => Number(new RegExp(`^${name}:\\s*(\\d+) kB$`, 'mu').exec(status)?.[1]) / 1000;
      return {nowMegabytes: megabytes('VmRSS'), mostMegabytes: megabytes('VmHWM')};
    },
    async end() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const timer = setTimeout(() => child.kill('SIGKILL'), patienceMs);
      child.kill('SIGTERM');
      await exited;
      clearTimeout(timer);
    },
  };
}

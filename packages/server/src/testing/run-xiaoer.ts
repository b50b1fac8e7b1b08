import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

const main = join(import.meta.dirname, '..', 'main.mjs');

export type Run = {
  readonly child: ChildProcess;
  readonly ended: Promise<{ code: number | null; out: string; err: string }>;
  /** Resolves with the first match in what it prints; rejects when it ends without. */
  readonly printed: (pattern: RegExp) => Promise<string>;
};

/** Runs the program as its users do, with nothing in its environment but what is given. */
export const runXiaoer = (args: readonly string[], env: Readonly<Record<string, string>> = {}): Run =>
  runNode([main, ...args], env);

const asNpm = `process.title = 'npm start';
  require('node:child_process').spawn(process.execPath, process.argv.slice(1), { stdio: 'inherit' });`;

/** The same under a process that calls itself npm; `ended` is when the last of the two has ended. */
export const runXiaoerUnderNpm = (args: readonly string[], env: Readonly<Record<string, string>>): Run =>
  runNode(['-e', asNpm, main, ...args], { ...env, npm_lifecycle_event: 'start' });

function runNode(args: readonly string[], env: Readonly<Record<string, string>>): Run {
  const child = spawn(process.execPath, args, {
    env: { PATH: '/usr/bin:/bin', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  const ended = new Promise<{ code: number | null; out: string; err: string }>((resolve) => {
    child.once('close', (code) => resolve({ code, out, err }));
  });
  const printed = (pattern: RegExp): Promise<string> =>
    new Promise((resolve, reject) => {
      const look = () => {
        const found = pattern.exec(out)?.[0];
        if (found !== undefined) resolve(found);
      };
      child.stdout.on('data', look);
      look();
      void ended.then(() => reject(new Error(`it ended: ${out}${err}`)));
    });
  return { child, ended, printed };
}

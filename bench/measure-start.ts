import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from '../packages/server/src/testing/free-port.ts';
import { runProgram, untilReady, type Program } from '../tools/crash/server-process.ts';
import { median, report, spread } from './compare.ts';
import type { Bench } from './bench-zone.ts';

const ROOT = path.join(import.meta.dirname, '..');
const SERVE_MS = 1_500;
const NPM_START_MS = 4_000;
/** The first start loads the sample zone. */
const FIRST_MS = 300_000;

/** `npm start` as somebody types it: Ctrl-C reaches everything it started. */
const npmStart = (env: Readonly<Record<string, string>>): Program => {
  const child = spawn('npm', ['start'], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: 'ignore',
    detached: true,
  });
  const ended = new Promise<{ code: number | null; text: string }>((resolve) => {
    child.once('close', (code) => resolve({ code, text: '' }));
  });
  return { child, ended };
};

type Way = (env: Readonly<Record<string, string>>) => Program;

const SERVE: Way = (env) => runProgram({ args: ['serve'], env });

const WAYS: readonly (readonly [name: string, way: Way, most: number])[] = [
  ['xiaoer serve', SERVE, SERVE_MS],
  ['npm start', npmStart, NPM_START_MS],
];

const stop = async ({ child, ended }: Program): Promise<void> => {
  process.kill(child.spawnargs[0] === 'npm' ? -(child.pid ?? 0) : (child.pid ?? 0), 'SIGINT');
  await ended;
};

/** Milliseconds from the command to /readyz on a filled zone, the database started too. */
export const measureStart = async ({ runs }: Bench): Promise<number> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'xiaoer-bench-start-'));
  chmodSync(folder, 0o711);
  const once = async (way: Way): Promise<number> => {
    const port = await freePort();
    const program = way({ DATA_DIR: path.join(folder, 'zone'), PORT: String(port), HOST: '127.0.0.1' });
    const took = await untilReady(port, program, FIRST_MS);
    await stop(program);
    return took;
  };
  let missed = 0;
  try {
    console.log(`  the first start, which loads liangjiang: ${Math.round(await once(SERVE))} ms`);
    for (const [name, way, most] of WAYS) {
      const took: number[] = [];
      for (let run = 0; run < runs; run += 1) took.push(await once(way));
      console.log(`  ${name} ${spread(took)} ms`);
      missed += report(`${name} to /readyz, ms`, median(took), { most });
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return missed;
};

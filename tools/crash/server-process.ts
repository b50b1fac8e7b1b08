import { spawn, type ChildProcess } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { layoutOf } from '../../packages/server/src/embedded/layout.ts';
import { runningPostmaster } from '../../packages/server/src/embedded/postmaster.ts';
import type { ClockPlan } from './simulated-time.ts';

const ROOT = path.join(import.meta.dirname, '../..');
const CLOCK = path.join(import.meta.dirname, 'quick-clock.ts');
const PATIENCE_MS = 30_000;

export type Program = {
  readonly child: ChildProcess;
  readonly ended: Promise<{ readonly code: number | null; readonly text: string }>;
};

export type ProgramPlan = {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly clock?: ClockPlan;
};

/** What `node` is given to run the program, as package.json says. */
const programWords = (): readonly string[] => {
  const manifest = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
  return (manifest as { scripts: { xiaoer: string } }).scripts.xiaoer.split(' ').slice(1);
};

/** Runs the program as its users do, on the crash test's clock when one is given. */
export const runProgram = ({ args, env, clock }: ProgramPlan): Program => {
  const preload = clock === undefined ? [] : ['--import', CLOCK];
  const child = spawn(process.execPath, [...preload, ...programWords(), ...args], {
    cwd: ROOT,
    env: {
      PATH: '/usr/bin:/bin',
      ...env,
      ...(clock !== undefined && { CRASH_CLOCK: `${clock.since} ${clock.speed}` }),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  const keep = (chunk: Buffer): void => void (text = (text + chunk.toString()).slice(-20_000));
  child.stdout.on('data', keep);
  child.stderr.on('data', keep);
  const ended = new Promise<{ code: number | null; text: string }>((resolve) => {
    child.once('close', (code) => resolve({ code, text }));
  });
  return { child, ended };
};

/** kill -9, and waits until the process is gone. */
export const killNow = async ({ child, ended }: Program): Promise<void> => {
  child.kill('SIGKILL');
  await ended;
};

/** Waits for /readyz. Throws with what the program printed when it ended or takes too long. */
export const untilReady = async (
  port: number,
  program: Program,
  patienceMs = PATIENCE_MS,
): Promise<number> => {
  const began = performance.now();
  const over = program.ended.then(({ code, text }) => {
    throw new Error(`serve ended with ${code}: ${text}`);
  });
  over.catch(() => undefined);
  for (;;) {
    const answer = fetch(`http://127.0.0.1:${port}/readyz`, { signal: AbortSignal.timeout(1_000) });
    const ok = await Promise.race([
      answer.then(
        (response) => response.ok,
        () => false,
      ),
      over,
    ]);
    if (ok) return performance.now() - began;
    if (performance.now() - began > patienceMs) throw new Error(`not ready after ${patienceMs} ms`);
    await delay(20);
  }
};

const childrenOf = (parent: number): readonly number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ');
        return Number(fields?.[1]) === parent;
      } catch {
        return false;
      }
    });

export const DATABASE_KILLS = ['postmaster', 'backend', 'everything'] as const;
export type DatabaseKill = (typeof DATABASE_KILLS)[number];

const kill = (pid: number): void => {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It had just ended.
  }
};

/** kill -9 of PostgreSQL: of its first process, of one that serves a connection, or of all at once. */
export const killDatabase = async (dataDir: string, which: DatabaseKill): Promise<void> => {
  const layout = layoutOf(dataDir);
  const postmaster = runningPostmaster(layout);
  if (postmaster === undefined) throw new Error('no database runs');
  const children = childrenOf(postmaster);
  const backend = children.find((pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('xiaoer_app'));
  if (which === 'backend') return kill(backend ?? postmaster);
  kill(postmaster);
  if (which === 'everything') children.forEach(kill);
  while (runningPostmaster(layout) === postmaster) await delay(2);
};

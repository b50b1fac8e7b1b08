import { spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fromEpochMilliseconds } from '@xiaoer/domain/time/instant';
import { stopAbandoned } from '../../packages/server/src/embedded/start-embedded.ts';
import { freePort } from '../../packages/server/src/testing/free-port.ts';
import { makeScratchZone } from '../../packages/server/src/testing/scratch-zone.ts';
import { closeWorld, look, openWorld, restart, untilIdle, type World } from './rounds.ts';
import { at } from './simulated-time.ts';

const SIZE = '420m';
const LEFT_BYTES = 2_000_000;
const FULL_MS = 4_000;

export type DiskFull = {
  readonly ran: boolean;
  readonly said: string;
  readonly findings: readonly string[];
};

const NOT_RUN: DiskFull = {
  ran: false,
  said: 'not run: the disk-full round needs root on Linux, to mount a small file system',
  findings: [],
};

/** Fills the file system but for a little. */
const fill = (folder: string): string => {
  const file = path.join(folder, 'ballast');
  const handle = openSync(file, 'w');
  const block = Buffer.alloc(1_000_000, 1);
  const free = () => {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  };
  while (free() > LEFT_BYTES + block.length) writeSync(handle, block);
  closeSync(handle);
  return file;
};

const isReady = async (port: number): Promise<boolean> =>
  fetch(`http://127.0.0.1:${port}/readyz`, { signal: AbortSignal.timeout(2_000) }).then(
    (answer) => answer.ok,
    () => false,
  );

/** Writes until nothing can be written any more, makes room again, and looks. */
const runOnFullDisk = async (world: World, folder: string): Promise<Omit<DiskFull, 'ran'>> => {
  world.clients.write();
  await delay(1_500);
  const before = world.clients.tallies.acknowledged;
  const ballast = fill(folder);
  const began = performance.now();
  while (world.clients.failures.size === 0 && performance.now() - began < 60_000) await delay(20);
  const refusedAfter = world.clients.tallies.acknowledged - before;
  await delay(FULL_MS);
  const answers = [...world.clients.failures].map(([why, times]) => `${why} (${times})`).join(', ');
  const hung = world.clients.failures.get('Error: no answer') ?? 0;
  const storageFull = world.clients.failures.has('507 server.storage-full');
  world.clients.pause();
  rmSync(ballast);
  const again = performance.now();
  while (!(await isReady(world.port)) && performance.now() - again < 10_000) await delay(50);
  const byItself = await isReady(world.port);
  if (!byItself) await restart(world);
  await world.clients.settle();
  await untilIdle(world);
  const { findings } = await look(world);
  return {
    said:
      `disk full after ${refusedAfter} more commands; answers meanwhile: ${answers}; ` +
      `with room again it went on ${byItself ? 'by itself' : 'after a restart'}, ` +
      `${world.clients.tallies.acknowledged} acknowledged in all`,
    findings: [
      ...findings,
      ...(answers === '' ? ['the disk was never full'] : []),
      ...(hung > 0 ? [`${hung} requests were never answered on a full disk`] : []),
      ...(storageFull ? [] : ['no answer said that the disk is full']),
    ].map((finding) => `disk full: ${finding}`),
  };
};

/** A data folder on a file system of its own that fills up under load: refused clearly, nothing lost. */
export const diskFullRound = async (folder: string): Promise<DiskFull> => {
  mkdirSync(folder, { recursive: true });
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return NOT_RUN;
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${SIZE},mode=0755`, 'tmpfs', folder]);
  if (mounted.status !== 0) return NOT_RUN;
  const dataDir = path.join(folder, 'zone');
  try {
    const clock = { since: Date.now(), speed: 1 };
    const zone = await makeScratchZone(dataDir, fromEpochMilliseconds(at(clock.since, clock)));
    const journal = `${folder}.jsonl`;
    const world = await openWorld({ zone, port: await freePort(), clock, journal, clients: 8 });
    try {
      return { ran: true, ...(await runOnFullDisk(world, folder)) };
    } finally {
      await closeWorld(world);
    }
  } finally {
    await stopAbandoned(dataDir);
    spawnSync('umount', ['-l', folder]);
  }
};

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { layoutOf } from '../embedded/layout.ts';
import { runningPostmaster } from '../embedded/postmaster.ts';
import { stopAbandoned } from '../embedded/start-embedded.ts';
import { holdEmbedded } from '../testing/held-program.ts';
import { runXiaoer } from '../testing/run-xiaoer.ts';

const MEGABYTE = 1024 * 1024;

/** A disk of its own in memory: only root may make one, and not in every container. */
const disk = mkdtempSync(join(tmpdir(), 'xiaoer-disk-'));
const dataDir = join(disk, 'var');
const ballast = join(disk, 'ballast');

const mount = (...options: readonly string[]): void =>
  void execFileSync('mount', [...options, disk], { stdio: 'ignore' });
const remount = (options: string): void => mount('-o', `remount,${options}`);

const mounted = ((): boolean => {
  try {
    mount('-t', 'tmpfs', '-o', 'ro,size=1m,mode=755', 'tmpfs');
    return true;
  } catch {
    return false;
  }
})();

/** Takes all of the disk but so much. */
const leave = (bytes: number): void => {
  rmSync(ballast, { force: true });
  const { bavail, bsize } = statfsSync(disk);
  writeFileSync(ballast, Buffer.alloc(bavail * bsize - bytes));
};

const serve = (scenario: string) =>
  runXiaoer(['serve'], { DATA_DIR: dataDir, PORT: '0', SCENARIO: scenario });

const FULL = `The data folder ${dataDir} cannot be used: the disk is full.\n`;
const READ_ONLY = `The data folder ${dataDir} cannot be used: it is read-only.\n`;

const refused = async (line: string, scenario = 'none'): Promise<void> => {
  const { code, err } = await serve(scenario).ended;
  expect({ code, err }).toEqual({ code: 1, err: line });
  expect(runningPostmaster(layoutOf(dataDir))).toBeUndefined();
};

const servedAndStopped = async (): Promise<void> => {
  const run = serve('none');
  const address = await run.printed(/http:\/\/\S+/);
  expect((await fetch(`${address}/readyz`)).status).toBe(200);
  run.child.kill('SIGTERM');
  expect(await run.ended).toMatchObject({ code: 0, err: '' });
};

const filesLeft = (): readonly string[] =>
  readdirSync(disk, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map(({ name }) => name);

afterAll(async () => {
  await stopAbandoned(dataDir);
  if (mounted) execFileSync('umount', ['-l', disk]);
  rmSync(disk, { recursive: true, force: true });
});

/** One disk that is freed and filled again: each start follows what the one before it left. */
const onOneDisk = (): void => {
  it('on a fresh disk that is read-only', async () => {
    await refused(READ_ONLY);
    expect(filesLeft()).toEqual([]);
  });

  it.each(['1m', '20m'])('on a fresh disk of %s', async (size) => {
    remount(`rw,size=${size}`);
    await refused(FULL);
    expect(filesLeft()).toEqual([]);
  });

  it('when it is full in the middle of making the database', async () => {
    remount('rw,size=80m');
    await refused(FULL);
    expect(readdirSync(layoutOf(dataDir).database).filter((name) => name.startsWith('cluster'))).toEqual([]);
  });

  it('when it is full in the middle of migrating', async () => {
    remount('rw,size=220m');
    const program = holdEmbedded({ dataDir });
    expect(await program.outcome).toMatchObject({ ready: true });
    leave(3 * MEGABYTE);
    await program.end('SIGTERM');
    await refused(FULL);
    rmSync(ballast);
    await servedAndStopped();
  });

  it('when it is full in the middle of loading the sample zone', async () => {
    leave(12 * MEGABYTE);
    await refused(FULL, 'liangjiang');
  });

  it('when a disk that was used before is full or read-only, and goes on once it is not', async () => {
    leave(0);
    await refused(FULL);
    rmSync(ballast);
    remount('ro');
    await refused(READ_ONLY);
    remount('rw');
    await servedAndStopped();
  });
};

const why = 'serve says in one line why there is no room, and leaves nothing half done';
if (mounted) describe(why, onOneDisk);
else
  it(`${why}: not run`, () => {
    console.log('not run: serve on a full and on a read-only disk (needs root and mount)');
    expect(filesLeft()).toEqual([]);
  });

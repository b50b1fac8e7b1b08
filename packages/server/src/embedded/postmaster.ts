import { spawn } from 'node:child_process';
import {
  closeSync,
  fchownSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { totalmem } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Binaries } from './binaries.ts';
import { spawnAs, type DatabaseUser } from './database-user.ts';
import { port, type Layout } from './layout.ts';

const longestWriteMilliseconds = 1_000;

const pidFile = (layout: Layout) => join(layout.cluster, 'postmaster.pid');

const linesOf = (path: string): readonly string[] => {
  try {
    return readFileSync(path, 'utf8').split('\n');
  } catch {
    return [];
  }
};

const pidIn = (path: string): number | undefined => Number(linesOf(path)[0]) || undefined;

/** PostgreSQL writes its state in the eighth line before it ends the first connection. */
export const isStopping = (layout: Layout): boolean => linesOf(pidFile(layout))[7]?.trim() === 'stopping';

/**
 * A process id alone proves nothing (they are given out again): the postmaster names its cluster in its arguments,
 * which, unlike its working folder, may be read without privileges. A process that has ended has none.
 */
function isPostmasterOf(layout: Layout, pid: number): boolean {
  try {
    const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
    const folder = words[words.indexOf('-D') + 1];
    return folder !== undefined && realpathSync(folder) === realpathSync(layout.cluster);
  } catch {
    return false;
  }
}

/** The process id of the PostgreSQL that runs on this cluster now. */
export function runningPostmaster(layout: Layout): number | undefined {
  const pid = pidIn(pidFile(layout));
  return pid !== undefined && isPostmasterOf(layout, pid) ? pid : undefined;
}

/** PostgreSQL writes its lock file at once after making it; one that stays empty is left over from a power cut. */
function isLongEmpty(path: string): boolean {
  const file = statSync(path, { throwIfNoEntry: false });
  return file?.size === 0 && Date.now() - file.mtimeMs > longestWriteMilliseconds;
}

/**
 * After a crash a lock file's process id may belong to an unrelated process, or to a killed postmaster that nobody has
 * waited for; PostgreSQL takes both for a running server. Its shared memory check still guards the cluster.
 */
function removeStaleLocks(layout: Layout): void {
  for (const path of [pidFile(layout), join(layout.socketDir, `.s.PGSQL.${port}.lock`)]) {
    const pid = pidIn(path);
    const stale = pid === undefined ? isLongEmpty(path) : !isPostmasterOf(layout, pid);
    if (stale) rmSync(path, { force: true });
  }
}

const longestLog = 10_000_000;

function openLog(layout: Layout, user: DatabaseUser): { handle: number; from: number } {
  const size = statSync(layout.log, { throwIfNoEntry: false })?.size ?? 0;
  if (size > longestLog) renameSync(layout.log, `${layout.log}.1`);
  const handle = openSync(layout.log, 'a', 0o600);
  if (user.switched) fchownSync(handle, user.uid, user.gid);
  return { handle, from: size > longestLog ? 0 : size };
}

const logSince = (layout: Layout, from: number): string => {
  try {
    return readFileSync(layout.log).subarray(from).toString();
  } catch {
    return '';
  }
};

const MEGABYTE = 1_048_576;
const mostBuffersMegabytes = 1_024;

/** A quarter of the memory, as PostgreSQL advises, up to what a zone of 200,000 demands reads. Taken page by page as it is used. */
const buffersMegabytes = (): number => {
  const limit = process.constrainedMemory() || Infinity;
  return Math.max(
    128,
    Math.min(mostBuffersMegabytes, Math.floor(Math.min(totalmem(), limit) / 4 / MEGABYTE)),
  );
};

const fixedSettings = (layout: Layout) => ({
  listen_addresses: '',
  unix_socket_directories: layout.socketDir,
  unix_socket_permissions: '0700',
  port: String(port),
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  shared_buffers: `${buffersMegabytes()}MB`,
  // Behind a checkpoint every page is logged whole once more: 69 kB of log for a demand that is raised instead of 16. So under
  // load, too, one comes with the clock (five minutes), not with each half gigabyte.
  max_wal_size: '4GB',
  // After a crash one call writes out the file system instead of opening every file of the cluster.
  ...(process.platform === 'linux' ? { recovery_init_sync_method: 'syncfs' } : {}),
  timezone: 'UTC',
  log_timezone: 'UTC',
  // The log must not hold personal data: a failed statement is named by its code, not by its text.
  log_min_error_statement: 'panic',
  log_parameter_max_length: '0',
});

export type Postmaster = {
  /** What it printed, once it has ended; undefined while it runs. */
  readonly ended: () => string | undefined;
  readonly spawnError: () => Error | undefined;
};

/** Starts PostgreSQL on the cluster, detached from us and from our terminal. */
export function spawnPostmaster(
  layout: Layout,
  binaries: Binaries,
  options: { user: DatabaseUser; settings: Readonly<Record<string, string>> },
): Postmaster {
  removeStaleLocks(layout);
  const settings = Object.entries({ ...fixedSettings(layout), ...options.settings });
  const { handle, from } = openLog(layout, options.user);
  let ended: string | undefined;
  let failure: Error | undefined;
  const child = spawn(
    binaries.postgres,
    ['-D', layout.cluster, ...settings.flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    { ...spawnAs(options.user), cwd: layout.cluster, detached: true, stdio: ['ignore', handle, handle] },
  );
  closeSync(handle);
  child.on('error', (error) => (failure = error));
  child.on('exit', () => (ended = logSince(layout, from)));
  child.unref();
  return { ended: () => ended, spawnError: () => failure };
}

const stopWaitMilliseconds = 60_000;

/** Fast shutdown: open transactions are rolled back, everything is written. Waits until it has ended. */
export async function stopPostmaster(layout: Layout): Promise<void> {
  const pid = runningPostmaster(layout);
  if (pid === undefined) return;
  process.kill(pid, 'SIGINT');
  const began = performance.now();
  while (runningPostmaster(layout) === pid && performance.now() - began < stopWaitMilliseconds)
    await delay(5);
}

import { spawn } from 'node:child_process';
import {
  closeSync,
  fchownSync,
  openSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Binaries } from './binaries.ts';
import { spawnAs, type DatabaseUser } from './database-user.ts';
import { port, type Layout } from './layout.ts';

const pidFile = (layout: Layout) => join(layout.cluster, 'postmaster.pid');

const recordedPid = (layout: Layout): number | undefined => {
  try {
    return Number(readFileSync(pidFile(layout), 'utf8').split('\n')[0]) || undefined;
  } catch {
    return undefined;
  }
};

/** A process id alone proves nothing (they are given out again): the postmaster works inside its cluster folder. */
function isPostmasterOf(layout: Layout, pid: number): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(layout.cluster);
  } catch {
    return false;
  }
}

/** The process id of the PostgreSQL that runs on this cluster now. */
export function runningPostmaster(layout: Layout): number | undefined {
  const pid = recordedPid(layout);
  return pid !== undefined && isPostmasterOf(layout, pid) ? pid : undefined;
}

/** After a crash the recorded id may belong to an unrelated process of ours, which PostgreSQL would take for its own. */
function removeStalePidFile(layout: Layout): void {
  const pid = recordedPid(layout);
  if (pid !== undefined && !isPostmasterOf(layout, pid)) rmSync(pidFile(layout), { force: true });
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

const fixedSettings = (layout: Layout) => ({
  listen_addresses: '',
  unix_socket_directories: layout.socketDir,
  unix_socket_permissions: '0700',
  port: String(port),
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
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
  removeStalePidFile(layout);
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

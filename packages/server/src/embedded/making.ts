import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const born = Math.round(performance.timeOrigin);

/** Where a folder is made before it is renamed into place: `PATH.making-PID-BORN-RANDOM`. */
export const makingName = (path: string): string =>
  `${path}.making-${process.pid}-${born}-${randomBytes(4).toString('hex')}`;

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
};

const PATIENCE_MS = 30_000;

const isStillWritten = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOTEMPTY';

/** Removes a folder that a program left behind may still be writing into: a killed start's initdb goes on for seconds. */
async function removeOnceIdle(folder: string): Promise<void> {
  const until = performance.now() + PATIENCE_MS;
  for (;;) {
    try {
      rmSync(folder, { recursive: true, force: true });
      return;
    } catch (error) {
      if (!isStillWritten(error) || performance.now() > until) throw error;
      await delay(50);
    }
  }
}

/** Removes what a killed start left half made. */
export async function removeAbandoned(folder: string): Promise<void> {
  for (const name of readdirSync(folder)) {
    const [, pid, since] = /\.making-(\d+)-(\d+)-[0-9a-f]+$/.exec(name) ?? [];
    if (!pid) continue;
    const inWork = Number(pid) === process.pid ? Number(since) === born : isAlive(Number(pid));
    if (!inWork) await removeOnceIdle(join(folder, name));
  }
}

/** Puts a finished folder in its place at once. Another process that was faster wins. */
export function placeFinished(finished: string, place: string): void {
  try {
    renameSync(finished, place);
  } catch (error) {
    if (!existsSync(place)) throw error;
  }
}

import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

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

/** Removes what a killed start left half made. */
export function removeAbandoned(folder: string): void {
  for (const name of readdirSync(folder)) {
    const [, pid, since] = /\.making-(\d+)-(\d+)-[0-9a-f]+$/.exec(name) ?? [];
    if (!pid) continue;
    const inWork = Number(pid) === process.pid ? Number(since) === born : isAlive(Number(pid));
    if (!inWork) rmSync(join(folder, name), { recursive: true, force: true, maxRetries: 3 });
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

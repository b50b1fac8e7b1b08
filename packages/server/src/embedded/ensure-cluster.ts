import { spawn } from 'node:child_process';
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { OperatorError } from '../cli/operator-error.ts';
import type { Binaries } from './binaries.ts';
import { spawnAs, type DatabaseUser } from './database-user.ts';
import { folderError, startError } from './folder-error.ts';
import type { Layout } from './layout.ts';
import { makingName, placeFinished, removeAbandoned } from './making.ts';

const versionFile = (cluster: string) => join(cluster, 'PG_VERSION');

/** Runs initdb; a kill -9 in the middle leaves only a folder of a temporary name. */
function runInitdb(
  binaries: Binaries,
  folder: string,
  user: DatabaseUser,
): Promise<{ ok: boolean; output: string }> {
  const args = [
    '-D',
    folder,
    '-U',
    'postgres',
    '-E',
    'UTF8',
    '--locale=C',
    '-A',
    'trust',
    '--data-checksums',
  ];
  return new Promise((resolve, reject) => {
    const child = spawn(binaries.initdb, [...args, '--no-instructions'], {
      ...spawnAs(user),
      cwd: dirname(folder),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) => resolve({ ok: code === 0, output }));
  });
}

function syncFolder(path: string): void {
  const handle = openSync(path, 'r');
  fsyncSync(handle);
  closeSync(handle);
}

async function createCluster(layout: Layout, binaries: Binaries, user: DatabaseUser): Promise<void> {
  const making = makingName(layout.cluster);
  try {
    const { ok, output } = await runInitdb(binaries, making, user);
    if (!ok) throw startError(layout.dataDir, output);
    placeFinished(making, layout.cluster);
    syncFolder(layout.database);
  } catch (error) {
    throw folderError(layout.dataDir, error);
  } finally {
    rmSync(making, { recursive: true, force: true });
  }
}

export const clusterExists = (layout: Layout): boolean => existsSync(versionFile(layout.cluster));

/** Makes the cluster if there is none, and refuses one that another major version made. */
export async function ensureCluster(layout: Layout, binaries: Binaries, user: DatabaseUser): Promise<void> {
  await removeAbandoned(layout.database);
  if (!clusterExists(layout)) await createCluster(layout, binaries, user);
  const found = readFileSync(versionFile(layout.cluster), 'utf8').trim();
  if (found === binaries.major) return;
  throw new OperatorError(
    `The database in ${layout.dataDir} was made by PostgreSQL ${found}, this is ${binaries.major}: ` +
      'make a backup with the earlier release and restore it into a new DATA_DIR.',
  );
}

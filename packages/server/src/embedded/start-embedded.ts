import { readdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Client, ClientConfig } from 'pg';
import { ensureBinaries, type Binaries } from './binaries.ts';
import { databaseUser } from './database-user.ts';
import { clusterExists, ensureCluster } from './ensure-cluster.ts';
import { folderError } from './folder-error.ts';
import { layoutOf, port, type Layout } from './layout.ts';
import { acquireLease, releaseLease, type LeaseOptions } from './lease.ts';
import { spawnPostmaster, stopPostmaster } from './postmaster.ts';
import { prepareFolders } from './prepare-folders.ts';
import { appRole, databaseName, ensureRolesAndDatabase, ownerRole } from './roles.ts';

export type EmbeddedOptions = {
  readonly dataDir: string;
  readonly log: (line: string) => void;
  /** PostgreSQL has been started and is not ready yet: time for other work. */
  readonly onSpawn?: () => void;
  /** The npm package with the programs; the one for this platform unless told. */
  readonly packageName?: string;
  /** Server settings on top of our own; tests only. */
  readonly settings?: Readonly<Record<string, string>>;
};

export type EmbeddedDatabase = {
  readonly socketDir: string;
  readonly port: number;
  readonly ownerConfig: ClientConfig;
  readonly appConfig: ClientConfig;
  /** PostgreSQL's own superuser on its maintenance database: for creating databases and for tests that tamper. */
  readonly superuserConfig: ClientConfig;
  /** Gives the lease back; the last one to do so stops the server and waits until it has stopped. */
  readonly stop: () => Promise<'stopped' | 'left running'>;
};

/** Programs of earlier releases; only called when we have just started the server with the present ones. */
function removeOldBinaries(layout: Layout, binaries: Binaries): void {
  for (const name of readdirSync(layout.dataDir)) {
    if (/^pg-[\w.-]+$/.test(name) && !name.includes('.making-') && name !== basename(binaries.folder)) {
      rmSync(join(layout.dataDir, name), { recursive: true, force: true });
    }
  }
}

/** Keeps the lease: when the connection breaks (the server crashed), attaches again or starts it again. */
function keepLease(first: Client, options: LeaseOptions) {
  let closing = false;
  let current: Promise<Client | undefined> = Promise.resolve(first);
  const reacquire = async (): Promise<Client | undefined> => {
    if (closing || !clusterExists(options.layout)) return undefined;
    options.log('The connection to the database broke; attaching again.');
    try {
      return watch(await acquireLease(options));
    } catch (error) {
      options.log(error instanceof Error ? error.message : String(error));
      return undefined;
    }
  };
  const watch = (client: Client): Client => {
    client.once('end', () => {
      if (!closing) current = reacquire();
    });
    return client;
  };
  watch(first);
  return async (): Promise<'stopped' | 'left running'> => {
    closing = true;
    const client = await current;
    if (!client) return 'left running';
    try {
      if (!(await releaseLease(client))) return 'left running';
      await stopPostmaster(options.layout);
      return 'stopped';
    } finally {
      await client.end().catch(() => undefined);
    }
  };
}

const configsIn =
  (host: string) =>
  (user: string, database: string): ClientConfig => ({ host, port, user, database, ssl: false });

/**
 * Attaches to the PostgreSQL that runs on DATA_DIR, or starts it (making it first when there is none).
 * Unix socket only, durable. Throws OperatorError with one clear line when the folder cannot be used.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const layout = layoutOf(options.dataDir);
  const user = databaseUser(layout.database);
  prepareFolders(layout, user);
  const binaries = await ensureBinaries(layout, user, options.packageName);
  await ensureCluster(layout, binaries, user);
  const config = configsIn(layout.socketDir);
  const superuserConfig = config('postgres', 'postgres');
  const leaseOptions: LeaseOptions = {
    layout,
    config: { ...superuserConfig, application_name: 'xiaoer lease' },
    log: options.log,
    start: () => {
      const started = spawnPostmaster(layout, binaries, { user, settings: options.settings ?? {} });
      removeOldBinaries(layout, binaries);
      options.onSpawn?.();
      return started;
    },
  };
  const client = await acquireLease(leaseOptions);
  const stop = keepLease(client, leaseOptions);
  try {
    await ensureRolesAndDatabase(client);
  } catch (error) {
    await stop().catch(() => undefined);
    throw folderError(layout.dataDir, error);
  }
  return {
    socketDir: layout.socketDir,
    port,
    ownerConfig: config(ownerRole, databaseName),
    appConfig: config(appRole, databaseName),
    superuserConfig,
    stop,
  };
}

/** Stops the server on a data folder whatever leases are held, if one runs there; for folders that are about to be deleted. */
export const stopAbandoned = (dataDir: string): Promise<void> => stopPostmaster(layoutOf(dataDir));

import { setTimeout as delay } from 'node:timers/promises';
import { Client, type ClientConfig } from 'pg';
import { errorCode, OperatorError } from '../cli/operator-error.ts';
import { folderError, startError } from './folder-error.ts';
import type { Layout } from './layout.ts';
import { isStopping, runningPostmaster, type Postmaster } from './postmaster.ts';

/** Every program that uses the database holds this advisory lock shared, on a connection of its own, while it lives. */
const leaseKey = 20_251_122;
const shortestPause = 10;
const longestPause = 100;
const crashRetryMilliseconds = 5_000;
const slowRecoveryMilliseconds = 3_000;

export type LeaseOptions = {
  readonly layout: Layout;
  readonly config: ClientConfig;
  readonly start: () => Postmaster;
  readonly log: (line: string) => void;
};

async function tryLease({ config, layout }: LeaseOptions): Promise<Client | undefined> {
  const client = new Client(config);
  client.on('error', () => undefined);
  try {
    await client.connect();
    // Waits while another process, the last one out, is stopping the server: then the connection breaks.
    await client.query('select pg_advisory_lock_shared($1)', [leaseKey]);
    if (!isStopping(layout)) return client;
  } catch {
    // Not up yet, or just going down: the caller tries again.
  }
  await client.end().catch(() => undefined);
  return undefined;
}

/** Why a start that ended may be tried again: somebody else was faster, or a crashed server's processes still end. */
const mayRetry = (output: string): boolean =>
  /lock file ".*" (already exists|is empty)|shared memory block .* is still in use|could not create lock file/.test(
    output,
  );

function judgeEnd(layout: Layout, postmaster: Postmaster, giveUp: boolean): boolean {
  const spawnError = postmaster.spawnError();
  if (spawnError) {
    throw errorCode(spawnError) === 'EACCES'
      ? new OperatorError(
          `The data folder ${layout.dataDir} cannot be used: PostgreSQL's user may not enter it.`,
        )
      : folderError(layout.dataDir, spawnError);
  }
  const output = postmaster.ended();
  if (output === undefined) return false;
  if (giveUp || !mayRetry(output)) throw startError(layout.dataDir, output);
  return true;
}

/** Attaches to the server that runs on this cluster, or starts one; comes back holding the lease. */
export async function acquireLease(options: LeaseOptions): Promise<Client> {
  const { layout, start, log } = options;
  const began = performance.now();
  let postmaster: Postmaster | undefined;
  let told = false;
  for (;;) {
    const client = await tryLease(options);
    if (client) return client;
    const elapsed = performance.now() - began;
    if (postmaster && judgeEnd(layout, postmaster, elapsed > crashRetryMilliseconds)) postmaster = undefined;
    else if (!postmaster && runningPostmaster(layout) === undefined) postmaster = start();
    if (!told && elapsed > slowRecoveryMilliseconds) {
      told = true;
      log(`The database is starting; its log is ${layout.log}`);
    }
    await delay(Math.min(longestPause, shortestPause + elapsed / 20));
  }
}

/**
 * Gives the lease back. True: it was the last one, and nobody can take another until the server has stopped.
 * A connection that breaks here means that another program was the last one and is stopping the server already.
 */
export async function releaseLease(client: Client): Promise<boolean> {
  try {
    await client.query('select pg_advisory_unlock_shared($1)', [leaseKey]);
    const sql = 'select pg_try_advisory_lock($1) as last';
    return (await client.query<{ last: boolean }>(sql, [leaseKey])).rows[0]?.last === true;
  } catch {
    return false;
  }
}

import type { TenantId } from '@xiaoer/domain/kernel/ids';
import { invariant } from '@xiaoer/domain/kernel/invariant';
import type { Instant } from '@xiaoer/domain/time/instant';
import type pg from 'pg';
import { transact, type Tx } from '../db/transact.ts';
import { writeBatch, type Write } from '../db/write-batch.ts';
import { chainedRoot, NO_ROOT, type Batch } from './chained-root.ts';
import { merkleRoot } from './merkle.ts';
import type { SealKeys } from './seal-keys.ts';
import { STORED_COLUMNS, storedEventHash, type StoredEvent } from './stored-event.ts';

export type SealDeps = {
  readonly pool: pg.Pool;
  readonly keys: SealKeys;
  /** The clock that dates the events too: in a replay, the simulated one. */
  readonly now: () => Instant;
};

/** First half of the advisory lock's key; the tenant is the second. */
const SEALER = 7_401_002;
/** Leaves in one batch at most. */
const BATCH = 5_000;

const isOnlySealer = async (tx: Tx): Promise<boolean> => {
  const [row] = await tx.query<{ locked: boolean }>('select pg_try_advisory_xact_lock($1, $2) as locked', [
    SEALER,
    tx.scope.tenantId,
  ]);
  return row?.locked === true;
};

type LastRoot = Pick<Batch, 'batch' | 'first_leaf' | 'leaf_count' | 'sealed_at'> & { readonly root: Buffer };

const lastRoot = async (tx: Tx): Promise<LastRoot | undefined> => {
  const [row] = await tx.query<LastRoot>(
    'select batch, first_leaf, leaf_count, sealed_at, root from seal_root where tenant_id = $1 order by batch desc limit 1',
    [tx.scope.tenantId],
  );
  return row;
};

/**
 * Takes a batch of what waits, in order, with its events; a rollback brings it back. The plan was made for the empty table that
 * `unsealed` mostly is, so nothing in it may depend on how much waits: the batch is walked to, not sorted; one snapshot tells what it
 * holds and removes all up to its last; and behind the fence each event is looked up by its key.
 */
const takePending = async (tx: Tx): Promise<readonly StoredEvent[]> => {
  const [, events] = await Promise.all([
    tx.query('set local enable_sort = off'),
    tx.query<StoredEvent>(
      `with waiting as materialized (
         select stream_id, version from unsealed
         where tenant_id = $1 order by stream_id, version limit ${BATCH}
       ), gone as (
         delete from unsealed where tenant_id = $1 and (stream_id, version) <= (
           select stream_id, version from waiting order by stream_id desc, version desc limit 1)
       )
       select ${STORED_COLUMNS.map((column) => `e.${column}`).join(', ')}
       from waiting w cross join lateral (
         select ${STORED_COLUMNS.join(', ')} from event_log
         where tenant_id = $1 and stream_id = w.stream_id and version = w.version offset 0) e
       order by w.stream_id, w.version`,
      [tx.scope.tenantId],
    ),
    tx.query('set local enable_sort = on'),
  ]);
  return events;
};

const bytea = (bytes: Buffer): string => `\\x${bytes.toString('hex')}`;

const leafWrite = (batch: Batch, events: readonly StoredEvent[], hashes: readonly Buffer[]): Write => ({
  table: 'seal_leaf',
  insert: events.map(({ tenant_id, stream_id, version, type }, index) => ({
    tenant_id,
    stream_id,
    version,
    leaf: batch.first_leaf + index,
    type,
    hash: bytea(hashes[index] ?? NO_ROOT),
  })),
});

const rootWrite = (batch: Batch, keys: SealKeys): Write => {
  const root = chainedRoot(batch);
  const { tree_root, previous_root } = batch;
  const hashes = { tree_root: bytea(tree_root), previous_root: bytea(previous_root), root: bytea(root) };
  return { table: 'seal_root', insert: [{ ...batch, ...hashes, signature: bytea(keys.sign(root)) }] };
};

/** When the first of what waits beside the batch was recorded, or of the batch. */
const oldestPending = async (tx: Tx, events: readonly StoredEvent[]): Promise<Instant> => {
  const [row] = await tx.query<{ readonly oldest: Instant | null }>(
    `select min((select recorded_at from event_log e
       where e.tenant_id = $1 and e.stream_id = u.stream_id and e.version = u.version)) as oldest
     from unsealed u where u.tenant_id = $1`,
    [tx.scope.tenantId],
  );
  const moments = [row?.oldest ?? undefined, ...events.map((event) => event.recorded_at)];
  const [oldest] = moments.filter((moment) => moment !== undefined).sort();
  invariant(oldest, 'a batch holds events');
  return oldest;
};

/**
 * Before which moment everything is sealed. A batch that leaves some of the tail moves it no further: a program that ended
 * before the next batch would call what it left inserted.
 */
const sealedUpTo = async (tx: Tx, last: LastRoot | undefined, { now, events }: Reach): Promise<Instant> =>
  events.length < BATCH ? now() : (last?.sealed_at ?? (await oldestPending(tx, events)));

type Reach = Pick<SealDeps, 'now'> & { readonly events: readonly StoredEvent[] };

const sealBatch = async (tx: Tx, { keys, now }: SealDeps, events: readonly StoredEvent[]): Promise<void> => {
  const last = await lastRoot(tx);
  const hashes = events.map(storedEventHash);
  const batch: Batch = {
    tenant_id: tx.scope.tenantId,
    batch: (last?.batch ?? 0) + 1,
    first_leaf: last === undefined ? 1 : last.first_leaf + last.leaf_count,
    leaf_count: events.length,
    tree_root: merkleRoot(hashes),
    previous_root: last?.root ?? NO_ROOT,
    key_id: keys.keyId,
    sealed_at: await sealedUpTo(tx, last, { now, events }),
  };
  await writeBatch(tx, [leafWrite(batch, events, hashes), rootWrite(batch, keys)]);
};

/**
 * Seals what the tenant's commands have logged since the last time, in batches ordered by stream and version: neither a
 * sequence nor a transaction id, which commit out of order, has a part in it. One sealer at a time: another process finds
 * the lock taken and leaves the work to it. Answers with the number of events sealed.
 */
export const sealPending = async (deps: SealDeps, tenantId: TenantId): Promise<number> => {
  for (let sealed = 0; ;) {
    const count = await transact(deps.pool, { tenantId }, async (tx) => {
      if (!(await isOnlySealer(tx))) return { answer: 0, keep: false };
      const pending = await takePending(tx);
      if (pending.length > 0) await sealBatch(tx, deps, pending);
      return { answer: pending.length, keep: pending.length > 0 };
    });
    sealed += count;
    if (count < BATCH) return sealed;
  }
};

/** Seals for every tenant that has something to seal. */
export const sealAllPending = async (deps: SealDeps): Promise<number> => {
  const { rows } = await deps.pool.query<{ tenant_id: TenantId }>(
    'select tenant_id from tenant order by tenant_id',
  );
  let sealed = 0;
  for (const { tenant_id } of rows) sealed += await sealPending(deps, tenant_id);
  return sealed;
};

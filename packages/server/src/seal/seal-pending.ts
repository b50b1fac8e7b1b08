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

type Pending = { readonly row: string; readonly event: StoredEvent };

/**
 * The batch is taken before the events are looked up: planned as one, for few rows, all that wait would be joined and sorted each
 * time. The fence keeps the log a look-up by key for each event: a plan made while it was empty read all of it for each.
 */
const pendingEvents = async (tx: Tx): Promise<readonly Pending[]> => {
  const rows = await tx.query<StoredEvent & { readonly row: string }>(
    `with waiting as materialized (
       select ctid, stream_id, version from unsealed
       where tenant_id = $1 order by stream_id, version limit ${BATCH}
     )
     select w.ctid::text as row, ${STORED_COLUMNS.map((column) => `e.${column}`).join(', ')}
     from waiting w cross join lateral (
       select ${STORED_COLUMNS.join(', ')} from event_log
       where tenant_id = $1 and stream_id = w.stream_id and version = w.version offset 0) e
     order by w.stream_id, w.version`,
    [tx.scope.tenantId],
  );
  return rows.map(({ row, ...event }) => ({ row, event }));
};

/**
 * By physical address, which only a sealer could change under its lock: a join on the key is planned for the empty table
 * that `unsealed` mostly is, and then takes minutes for a long tail.
 */
const removePending = async (tx: Tx, pending: readonly Pending[]): Promise<void> => {
  await tx.query('delete from unsealed where tenant_id = $1 and ctid = any($2::tid[])', [
    tx.scope.tenantId,
    pending.map(({ row }) => row),
  ]);
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

const oldestPending = async (tx: Tx): Promise<Instant> => {
  const [row] = await tx.query<{ readonly oldest: Instant }>(
    `select min((select recorded_at from event_log e
       where e.tenant_id = $1 and e.stream_id = u.stream_id and e.version = u.version)) as oldest
     from unsealed u where u.tenant_id = $1`,
    [tx.scope.tenantId],
  );
  invariant(row, 'an oldest is looked for among events that wait');
  return row.oldest;
};

/**
 * Before which moment everything is sealed. A batch that leaves some of the tail moves it no further: a program that ended
 * before the next batch would call what it left inserted.
 */
const sealedUpTo = async (tx: Tx, last: LastRoot | undefined, { now, isWhole }: Reach): Promise<Instant> =>
  isWhole ? now() : (last?.sealed_at ?? (await oldestPending(tx)));

type Reach = Pick<SealDeps, 'now'> & { readonly isWhole: boolean };

const sealBatch = async (tx: Tx, { keys, now }: SealDeps, pending: readonly Pending[]): Promise<void> => {
  const last = await lastRoot(tx);
  const events = pending.map(({ event }) => event);
  const hashes = events.map(storedEventHash);
  const batch: Batch = {
    tenant_id: tx.scope.tenantId,
    batch: (last?.batch ?? 0) + 1,
    first_leaf: last === undefined ? 1 : last.first_leaf + last.leaf_count,
    leaf_count: events.length,
    tree_root: merkleRoot(hashes),
    previous_root: last?.root ?? NO_ROOT,
    key_id: keys.keyId,
    sealed_at: await sealedUpTo(tx, last, { now, isWhole: events.length < BATCH }),
  };
  await writeBatch(tx, [leafWrite(batch, events, hashes), rootWrite(batch, keys)]);
  await removePending(tx, pending);
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
      const pending = await pendingEvents(tx);
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

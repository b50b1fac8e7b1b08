import type { TenantId } from '@xiaoer/domain/kernel/ids';
import { addMinutes, MINUTES_PER_DAY, type Instant } from '@xiaoer/domain/time/instant';
import type { Pool } from 'pg';
import { zoneClocks } from '../db/zone-clock.ts';
import { read, transact } from '../db/transact.ts';
import type { FileStorage } from './file-storage.ts';

/** SQL that holds while a kind of record names the file `f`. One per business word that carries files. */
export type FileNaming = string;

export type SweepDeps = {
  readonly pool: Pool;
  readonly storage: FileStorage;
  readonly namings: readonly FileNaming[];
};

const BATCH = 200;

/**
 * Forgets a batch of uploads of more than a day ago that no record names. Answers with their contents' keys. They are
 * held first and looked at again then: a record that named one meanwhile keeps it.
 */
const forget = ({ pool, namings }: SweepDeps, tenantId: TenantId, now: Instant): Promise<readonly string[]> =>
  transact(pool, { tenantId }, async (tx) => {
    const unnamed = namings.map((naming) => `and not exists (${naming})`).join(' ');
    const held = await tx.query<{ file_id: string }>(
      `select file_id from file f where tenant_id = $1 and uploaded_at < $2 ${unnamed}
       limit ${BATCH} for update skip locked`,
      [tenantId, addMinutes(now, -MINUTES_PER_DAY)],
    );
    const rows = await tx.query<{ sha256: string }>(
      `delete from file f where tenant_id = $1 and file_id = any($2) ${unnamed} returning sha256`,
      [tenantId, held.map(({ file_id }) => file_id)],
    );
    return { answer: rows.map(({ sha256 }) => sha256), keep: true };
  });

/** Equal contents of any zone are stored once: they go with the last of their files. */
const isKept = async ({ pool }: SweepDeps, key: string): Promise<boolean> => {
  for (const { tenantId } of await zoneClocks(pool)) {
    const rows = await read(pool, { tenantId }, (db) =>
      db.query('select 1 from file where tenant_id = $1 and sha256 = $2 limit 1', [tenantId, key]),
    );
    if (rows.length > 0) return true;
  }
  return false;
};

/** Removes a zone's uploads that were begun and never used. Answers with how many there were. */
export const sweepUploads = async (deps: SweepDeps, tenantId: TenantId, now: Instant): Promise<number> => {
  for (let swept = 0; ;) {
    const keys = await forget(deps, tenantId, now);
    for (const key of new Set(keys)) if (!(await isKept(deps, key))) await deps.storage.remove(key);
    swept += keys.length;
    if (keys.length < BATCH) return swept;
  }
};

import type { PersonId, TenantId } from '@xiaoer/domain/kernel/ids';
import type { Instant } from '@xiaoer/domain/time/instant';
import type { Pool } from 'pg';
import { transact } from '../db/transact.ts';
import { writeBatch } from '../db/write-batch.ts';

export type Export = {
  readonly tenantId: TenantId;
  readonly exportId: string;
  readonly personId: PersonId;
  readonly list: string;
  readonly format: string;
  readonly filter: object;
  readonly now: Instant;
};

/** Says who takes what out of the house, before the first row leaves. */
export const logExport = (pool: Pool, taken: Export): Promise<void> =>
  transact(pool, { tenantId: taken.tenantId }, async (tx) => {
    const row = {
      tenant_id: taken.tenantId,
      export_id: taken.exportId,
      person_id: taken.personId,
      list: taken.list,
      format: taken.format,
      filter: taken.filter,
      exported_at: taken.now,
    };
    await writeBatch(tx, [{ table: 'export_log', insert: [row] }]);
    return { answer: undefined, keep: true };
  });

/** How many rows left in the end. */
export const logExported = (pool: Pool, { tenantId, exportId }: Export, rows: number): Promise<void> =>
  transact(pool, { tenantId }, async (tx) => {
    await tx.query('update export_log set row_count = $3 where tenant_id = $1 and export_id = $2', [
      tenantId,
      exportId,
      rows,
    ]);
    return { answer: undefined, keep: true };
  });

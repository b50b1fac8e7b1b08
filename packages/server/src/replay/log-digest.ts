import { createHash } from 'node:crypto';
import type { TenantId } from '@xiaoer/domain/kernel/ids';
import type { Pool } from 'pg';
import { read } from '../db/transact.ts';

const PAGE = 2_000;

type Place = { readonly stream_id: string; readonly version: number };

/** SHA-256 of a tenant's whole log, every column of every row, in the order of streams and versions. */
export const logDigest = (pool: Pool, tenantId: TenantId): Promise<string> =>
  read(pool, { tenantId }, async (db) => {
    const hash = createHash('sha256');
    let after: Place = { stream_id: '00000000-0000-0000-0000-000000000000', version: 0 };
    for (;;) {
      const rows = await db.query<Place & { row: string }>(
        `select stream_id, version, row_to_json(l)::text as row from event_log l
         where tenant_id = $1 and (stream_id, version) > ($2, $3) order by stream_id, version limit ${PAGE}`,
        [tenantId, after.stream_id, after.version],
      );
      for (const { row } of rows) hash.update(`${row}\n`);
      const last = rows.at(-1);
      if (last === undefined) return hash.digest('hex');
      after = last;
    }
  });

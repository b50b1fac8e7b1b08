import type { TenantId } from '@xiaoer/domain/kernel/ids';
import type pg from 'pg';
import { createClient } from '../db/connect.ts';
import { queryingOn, type Querying } from '../seal/ordered-rows.ts';
import { deltasOf } from './recount.ts';

const COLUMNS = 'day, raised_on, figure, unit_id, territory_id, category, channel, remit, outcome, n';

const countAnew = async (db: Querying, tenantId: TenantId): Promise<void> => {
  await db.query('delete from figure_delta where tenant_id = $1', [tenantId]);
  for await (const deltas of deltasOf(db, tenantId))
    await db.query(
      `insert into figure_delta (tenant_id, ${COLUMNS})
       select $1, ${COLUMNS} from jsonb_populate_recordset(null::figure_delta, $2::jsonb)`,
      [tenantId, JSON.stringify(deltas)],
    );
};

/** Counts the figures of zones anew whose earlier release did not keep the day a demand was raised. Answers how many zones. */
export const fillRaisedDays = async (owner: pg.ClientConfig): Promise<number> => {
  const client = createClient(owner);
  await client.connect();
  try {
    const { rows } = await client.query<{ tenant_id: TenantId }>(
      'select distinct tenant_id from figure_delta where raised_on is null order by 1',
    );
    for (const { tenant_id: tenantId } of rows) {
      await client.query('begin');
      await countAnew(queryingOn(client), tenantId);
      await client.query('commit');
    }
    return rows.length;
  } finally {
    await client.end();
  }
};

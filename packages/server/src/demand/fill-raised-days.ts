import type { TenantId } from '@xiaoer/domain/kernel/ids';
import type pg from 'pg';
import { createClient } from '../db/connect.ts';
import { queryingOn, type Querying } from '../seal/ordered-rows.ts';
import { deltasOf } from './recount.ts';

const COLUMNS = 'day, raised_on, figure, unit_id, territory_id, category, channel, remit, outcome, n';

const lacksDays = async (db: Querying, tenantId: TenantId): Promise<boolean> =>
  (
    await db.query('select 1 from figure_delta where tenant_id = $1 and raised_on is null limit 1', [
      tenantId,
    ])
  ).length > 0;

const countAnew = async (db: Querying, tenantId: TenantId): Promise<void> => {
  // Two programs that start at once would both count: the second looks again when the first is done.
  await db.query('lock table figure_delta in share row exclusive mode');
  if (!(await lacksDays(db, tenantId))) return;
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

import type { TenantId } from '@xiaoer/domain/kernel/ids';
import type pg from 'pg';
import { queryingOn, type Querying } from '../seal/ordered-rows.ts';
import { deltasOf } from './recount.ts';

const COLUMNS = 'day, raised_on, figure, unit_id, territory_id, category, channel, remit, outcome, n';

const lacksDays = async (db: Querying, tenantId: TenantId): Promise<boolean> =>
  (
    await db.query('select 1 from figure_delta where tenant_id = $1 and raised_on is null limit 1', [
      tenantId,
    ])
  ).length > 0;

/** Zones of an earlier release, whose figures do not say on which day a demand was raised. */
export const zonesWithoutRaisedDays = async (client: pg.ClientBase): Promise<readonly TenantId[]> => {
  const { rows } = await client.query<{ tenant_id: TenantId }>(
    'select distinct tenant_id from figure_delta where raised_on is null order by 1',
  );
  return rows.map((row) => row.tenant_id);
};

/** Counts the figures of such a zone anew, inside the open transaction. */
export const fillRaisedDays = async (client: pg.ClientBase, tenantId: TenantId): Promise<void> => {
  const db = queryingOn(client);
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

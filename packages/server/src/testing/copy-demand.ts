import type { Client } from 'pg';

type Copied = { readonly tenantId: number; readonly demandId: string | undefined; readonly times: number };

/** Fills a list with copies of a demand, each with an id of its own in its row and on its card: pages go on from the card. */
export const copyDemand = (superuser: Client, { tenantId, demandId, times }: Copied): Promise<unknown> =>
  superuser.query(
    `insert into demand select copy.* from (
       select d, gen_random_uuid() as id from demand d, generate_series(1, $3)
       where d.tenant_id = $1 and d.demand_id = $2) own,
     lateral jsonb_populate_record(own.d, jsonb_build_object(
       'demand_id', own.id, 'number', own.id,
       'card', replace((own.d).card::text, (own.d).demand_id::text, own.id::text))) copy`,
    [tenantId, demandId, times],
  );

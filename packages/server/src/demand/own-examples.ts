import type { ReadDb } from '../db/transact.ts';
import type { Example } from '../suggestion/aspects.ts';

type Row = {
  readonly text: string;
  readonly category: string;
  readonly remit: string | null;
  readonly unit: string | null;
};

/** Closed demands as the suggestion learns from them, the newest first: what was decided in the end, not at first. */
export const ownExamples = async (db: ReadDb, most: number): Promise<readonly Example[]> => {
  const rows = await db.query<Row>(
    `select state->'particulars'->>'text' as text, category, remit, lead_unit_id as unit from demand
     where tenant_id = $1 and closed_at is not null and outcome not in ('withdrawn', 'merged')
     order by closed_at desc, demand_id limit $2`,
    [db.scope.tenantId, most],
  );
  return rows.map(({ text, category, remit, unit }) => ({
    text,
    category,
    ...(remit !== null && { remit }),
    ...(unit !== null && { unit }),
  }));
};

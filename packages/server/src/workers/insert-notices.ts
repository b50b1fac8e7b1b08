import type { Instant } from '@xiaoer/domain/time/instant';
import type { Tx } from '../db/transact.ts';
import { queueing } from '../notify/deliveries.ts';
import type { NoticeDraft } from './registry.ts';

/** Held until the commit, so that a tenant's notice ids become visible in their order: streams resume by them. */
export const NOTICE_ORDER = 7_401_003;

/** What people are told of one cause. */
export type Told = {
  readonly drafts: readonly NoticeDraft[];
  readonly streamId: string;
  /** What brought them about, within the stream: the same cause never tells a person twice. */
  readonly cause: string;
  readonly now: Instant;
};

const rowsOf = (tx: Tx, { drafts, streamId, cause, now }: Told) =>
  drafts.map(({ personId, kind, facts }) => ({
    tenant_id: tx.scope.tenantId,
    person_id: personId,
    cause: `${streamId}/${cause}/${kind}`,
    kind,
    stream_id: streamId,
    facts,
    created_at: now,
  }));

const COLUMNS = 'tenant_id, person_id, cause, kind, stream_id, facts, created_at';
const INSERT = `insert into notice (${COLUMNS})
  select ${COLUMNS} from jsonb_populate_recordset(null::notice, $1::jsonb)
  on conflict (tenant_id, person_id, cause) do nothing`;
// Only what was written now is looked at: whoever has been told of a year's demands has as many notices.
const INSERT_AND_QUEUE = `with told as (${INSERT} returning tenant_id, notice_id, person_id)
  ${queueing('told', '$2')}`;

/**
 * Writes notices once for each person, kind and cause. Answers with how many were asked for. In a replay nothing leaves
 * the house: `outside: false` queues no e-mail.
 */
export const insertNotices = async (
  tx: Tx,
  told: readonly Told[],
  { now, outside }: { readonly now: Instant; readonly outside: boolean },
): Promise<number> => {
  const rows = told.flatMap((one) => rowsOf(tx, one));
  if (rows.length === 0) return 0;
  await Promise.all([
    tx.query('select pg_advisory_xact_lock($1, $2)', [NOTICE_ORDER, tx.scope.tenantId]),
    outside
      ? tx.query(INSERT_AND_QUEUE, [JSON.stringify(rows), now])
      : tx.query(INSERT, [JSON.stringify(rows)]),
  ]);
  return rows.length;
};

import type { Instant } from '@xiaoer/domain/time/instant';
import type { Tx } from '../db/transact.ts';
import { writeBatch } from '../db/write-batch.ts';
import { queueDeliveries } from '../notify/deliveries.ts';
import type { NoticeDraft } from './registry.ts';

/** Held until the commit, so that a tenant's notice ids become visible in their order: streams resume by them. */
const NOTICE_ORDER = 7_401_003;

type Told = {
  readonly streamId: string;
  /** What brought them about, within the stream: the same cause never tells a person twice. */
  readonly cause: string;
  readonly now: Instant;
};

/** Writes notices once for each person, kind and cause. Answers with how many were asked for. */
export const insertNotices = async (
  tx: Tx,
  drafts: readonly NoticeDraft[],
  { streamId, cause, now }: Told,
): Promise<number> => {
  if (drafts.length === 0) return 0;
  await tx.query('select pg_advisory_xact_lock($1, $2)', [NOTICE_ORDER, tx.scope.tenantId]);
  const rows = drafts.map(({ personId, kind, facts }) => ({
    tenant_id: tx.scope.tenantId,
    person_id: personId,
    cause: `${streamId}/${cause}/${kind}`,
    kind,
    stream_id: streamId,
    facts,
    created_at: now,
  }));
  await writeBatch(tx, [{ table: 'notice', key: ['tenant_id', 'person_id', 'cause'], insertNew: rows }]);
  const people = drafts.map(({ personId }) => personId);
  await queueDeliveries(tx, { people, causes: rows.map((row) => row.cause), now });
  return drafts.length;
};

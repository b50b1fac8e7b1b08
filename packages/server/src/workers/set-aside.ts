import type { TenantId } from '@xiaoer/domain/kernel/ids';
import { addMinutes, type Instant } from '@xiaoer/domain/time/instant';
import type { ClientBase, Pool } from 'pg';
import { errorMessage } from '../http/error-message.ts';

/** After the first failure, the second and so on; after one more the event is set aside: an hour and a quarter in all. */
const MINUTES_UNTIL_AGAIN = [0.05, 0.5, 2, 10, 60];

/** Events wait for ever at this moment, until somebody has them tried again. */
const NEVER = 'infinity';
const LONGEST_ERROR = 500;

/** An event of the log from which nothing could follow so far, and why. */
export type FailingEvent = {
  readonly tenantId: TenantId;
  readonly aggregate: string;
  readonly streamId: string;
  readonly version: number;
  /** How often it was tried. */
  readonly attempts: number;
  /** It is not tried any more. */
  readonly isSetAside: boolean;
  readonly error: unknown;
};

type Failed = Omit<FailingEvent, 'attempts' | 'isSetAside' | 'error'> & { readonly outboxId: number };
type Failure = { readonly error: unknown; readonly waiting: { readonly realNow: Instant } };

/** Notes a failure at the event, which is tried again later and later, and after the last time never. */
export const noteFailure = async (
  pool: Pool,
  { outboxId, tenantId, aggregate, streamId, version }: Failed,
  { error, waiting: { realNow } }: Failure,
): Promise<FailingEvent> => {
  const moments = [...MINUTES_UNTIL_AGAIN.map((minutes) => addMinutes(realNow, minutes)), NEVER];
  const { rows } = await pool.query<{ attempts: number }>(
    `update outbox set attempts = least(attempts + 1, cardinality($2::timestamptz[])), error = $3,
       next_at = ($2::timestamptz[])[least(attempts + 1, cardinality($2::timestamptz[]))]
     where tenant_id = $4 and outbox_id = $1 returning attempts`,
    [
      outboxId,
      moments,
      errorMessage(error).replaceAll('\0', '').slice(0, LONGEST_ERROR).toWellFormed(),
      tenantId,
    ],
  );
  const attempts = rows[0]?.attempts ?? 0;
  const isSetAside = attempts === moments.length;
  return { tenantId, aggregate, streamId, version, attempts, isSetAside, error };
};

/** How many events were set aside, and how many wait in all, those included. */
export const countWaiting = async (pool: Pool): Promise<{ waiting: number; setAside: number }> => {
  const { rows } = await pool.query<{ waiting: number; set_aside: number }>(
    `select count(*) as waiting, count(*) filter (where next_at = '${NEVER}') as set_aside from outbox`,
  );
  return { waiting: rows[0]?.waiting ?? 0, setAside: rows[0]?.set_aside ?? 0 };
};

export type SetAside = {
  readonly code: string;
  readonly aggregate: string;
  readonly stream_id: string;
  readonly version: number;
  readonly type: string;
  readonly recorded_at: Instant;
  readonly error: string | null;
  /** Later events of the same stream that wait for it. */
  readonly behind: number;
};

/** The events that were set aside, the oldest first. */
export const listSetAside = async (client: ClientBase): Promise<readonly SetAside[]> => {
  const { rows } = await client.query<SetAside>(
    `select t.code, e.aggregate, o.stream_id, o.version, e.type, e.recorded_at, o.error,
       (select count(*) from outbox b
        where b.tenant_id = o.tenant_id and b.stream_id = o.stream_id and b.outbox_id > o.outbox_id) as behind
     from outbox o join tenant t using (tenant_id) join event_log e using (tenant_id, stream_id, version)
     where o.next_at = '${NEVER}' order by o.outbox_id`,
  );
  return rows;
};

/** Has every event that was set aside tried again from the beginning; answers with how many. */
export const tryAgain = async (client: ClientBase): Promise<number> => {
  const { rowCount } = await client.query(
    `update outbox set attempts = 0, next_at = null, error = null where next_at = '${NEVER}'`,
  );
  return rowCount ?? 0;
};

import type { By, Recorded } from '@xiaoer/domain/kernel/decider';
import type { PersonId } from '@xiaoer/domain/kernel/ids';
import type { Instant } from '@xiaoer/domain/time/instant';
import type { Typed } from './store.ts';

/** One row of event_log as it is read. */
export type LogRow = {
  readonly stream_id: string;
  readonly version: number;
  readonly aggregate: string;
  readonly type: string;
  readonly data: object;
  readonly actor_id: PersonId | null;
  readonly on_behalf_of: PersonId | null;
  readonly recorded_at: Instant;
};

export const LOG_COLUMNS = 'stream_id, version, aggregate, type, data, actor_id, on_behalf_of, recorded_at';

const byOf = ({ actor_id, on_behalf_of }: LogRow): By => {
  if (actor_id === null) return { system: true };
  return on_behalf_of === null ? { personId: actor_id } : { personId: actor_id, onBehalfOf: on_behalf_of };
};

/** The event as `evolve` takes it. */
export const recordedOf = (row: LogRow): Recorded<Typed> => ({
  ...row.data,
  type: row.type,
  at: row.recorded_at,
  by: byOf(row),
});

import type { By, Recorded } from '@xiaoer/domain/kernel/decider';
import type { PersonId } from '@xiaoer/domain/kernel/ids';
import type { Instant } from '@xiaoer/domain/time/instant';
import type { ReadDb, Tx } from '../db/transact.ts';
import type { Typed } from './store.ts';

export type StreamVersion = { readonly stream_id: string; readonly version: number };

/** One row of event_log as it is read. */
export type LogRow = StreamVersion & {
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

type StateTables = ReadonlyMap<string, { readonly table: string; readonly key: string }>;

/** The named events in the order given, each with the state its stream has now. */
export const loggedEvents = async (
  db: Tx | ReadDb,
  wanted: readonly StreamVersion[],
  tables: StateTables,
) => {
  const rows = await db.query<LogRow>(
    // The fence keeps this a look-up by key for each event, also under a plan made while the log was empty.
    `select ${LOG_COLUMNS} from unnest($2::uuid[], $3::integer[]) with ordinality as wanted (stream, number, place)
     cross join lateral (
       select ${LOG_COLUMNS} from event_log
       where tenant_id = $1 and stream_id = wanted.stream and version = wanted.number offset 0) as found
     order by place`,
    [db.scope.tenantId, wanted.map((row) => row.stream_id), wanted.map((row) => row.version)],
  );
  const states = await statesOf(db, rows, tables);
  return rows.map((row) => ({
    aggregate: row.aggregate,
    streamId: row.stream_id,
    version: row.version,
    event: recordedOf(row),
    state: states.get(row.stream_id),
  }));
};

const statesOf = async (db: Tx | ReadDb, rows: readonly LogRow[], tables: StateTables) => {
  const states = new Map<string, unknown>();
  for (const aggregate of new Set(rows.map((row) => row.aggregate))) {
    const place = tables.get(aggregate);
    if (place === undefined) continue;
    const ids = rows.filter((row) => row.aggregate === aggregate).map((row) => row.stream_id);
    const found = await db.query<{ id: string; state: unknown }>(
      `select "${place.key}" as id, state from "${place.table}" where tenant_id = $1 and "${place.key}" = any($2)`,
      [db.scope.tenantId, [...new Set(ids)]],
    );
    for (const { id, state } of found) states.set(id, state);
  }
  return states;
};

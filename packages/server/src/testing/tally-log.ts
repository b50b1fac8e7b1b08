import type { Recorded } from '@xiaoer/domain/kernel/decider';
import type { EnterpriseId, TenantId } from '@xiaoer/domain/kernel/ids';
import { addMilliseconds, assertInstant, type Instant } from '@xiaoer/domain/time/instant';
import type pg from 'pg';
import { createClient } from '../db/connect.ts';
import { transact } from '../db/transact.ts';
import { writeBatch } from '../db/write-batch.ts';

/** A small aggregate that adds up amounts, so that tests of the log need no business slice. Its states lie among the duty rosters, a plain table. */
export type TallyEvent = { readonly type: 'TallyAdded'; readonly amount: number; readonly note: string };
export type TallyState = {
  readonly total: number;
  readonly notes: readonly string[];
  readonly changedAt: Instant;
};

export const TALLY = {
  aggregate: 'tally',
  table: 'duty_roster',
  key: 'roster_id',
  evolve: (state: unknown, event: Recorded<{ readonly type: string }>): unknown => {
    const before = (state ?? { total: 0, notes: [] }) as TallyState;
    const { amount, note, at } = event as Recorded<TallyEvent>;
    return { total: before.total + amount, notes: [...before.notes, note].slice(-3), changedAt: at };
  },
  columns: () => ({ name: 'tally', open: true }),
  unverified: [],
};

/** Makes the tenants 1, East, and 2, West. */
export const createTallyTenants = async (owner: pg.ClientConfig): Promise<void> => {
  const client = createClient(owner);
  await client.connect();
  try {
    await client.query(`
      insert into tenant (tenant_id, code, name, name_en, created_at)
        values (1, 'east', '东区', 'East', '2022-01-01'), (2, 'west', '西区', 'West', '2022-01-01')`);
  } finally {
    await client.end();
  }
};

export type TallyLog = {
  readonly tenantId: TenantId;
  readonly streams: readonly string[];
  readonly eventsPerStream: number;
  readonly startsAt?: Instant;
};

export const tallyId = (ordinal: number): string =>
  `00000000-0000-7000-8000-${String(ordinal).padStart(12, '0')}`;

const START = assertInstant('2022-06-01T09:00:00.500+08:00');

/** Logs so many events on each stream in one transaction, one second apart, with the state they lead to. */
export const logTallies = (pool: pg.Pool, log: TallyLog): Promise<void> =>
  transact(pool, { tenantId: log.tenantId }, async (tx) => {
    const rows = log.streams.flatMap((stream_id) => streamRows(stream_id, log));
    const keys = rows.map(({ stream_id, version }) => ({ tenant_id: log.tenantId, stream_id, version }));
    await writeBatch(tx, [
      { table: 'event_log', insert: rows.map(({ state: _state, ...row }) => row) },
      { table: 'unsealed', insert: keys },
      {
        table: TALLY.table,
        insert: rows
          .filter(({ version }) => version === log.eventsPerStream)
          .map(({ tenant_id, stream_id, version, state }) => ({
            tenant_id,
            roster_id: stream_id,
            unit_id: stream_id,
            ...TALLY.columns(),
            version,
            state,
          })),
      },
    ]);
    return { answer: undefined, keep: true };
  });

const streamRows = (stream_id: string, { tenantId, eventsPerStream, startsAt = START }: TallyLog) => {
  let state: unknown;
  return Array.from({ length: eventsPerStream }, (_, index) => {
    const event: TallyEvent = { type: 'TallyAdded', amount: index + 0.5, note: `第${index + 1}笔` };
    const at = addMilliseconds(startsAt, index * 1_000);
    state = TALLY.evolve(state, { ...event, at, by: { system: true } });
    const { type, ...data } = event;
    return {
      tenant_id: tenantId,
      stream_id,
      version: index + 1,
      aggregate: TALLY.aggregate,
      type,
      schema_version: 1,
      data,
      actor_id: null,
      on_behalf_of: null,
      recorded_at: at,
      command_id: stream_id,
      enterprise_id: null as EnterpriseId | null,
      state,
    };
  });
};

import { evolve, type RecordedDemandEvent } from '@xiaoer/domain/demand/evolve';
import { periodOf } from '@xiaoer/domain/demand/projections/demand-row';
import type { Demand } from '@xiaoer/domain/demand/state';
import type { TenantId } from '@xiaoer/domain/kernel/ids';
import type { Instant } from '@xiaoer/domain/time/instant';
import { LOG_COLUMNS, recordedOf, type LogRow } from '../execute/logged-events.ts';
import type { Querying } from '../seal/ordered-rows.ts';
import type { Recount } from '../seal/verify-database.ts';
import { figureRowsOf } from './projections.ts';

type CommandRow = LogRow & { readonly command_id: string };
type PeriodRow = {
  readonly demand_id: string;
  readonly from_version: number;
  readonly from_at: Instant;
  readonly to_at: string;
  readonly status: string;
  readonly unit_id: string;
  readonly category: string;
  readonly due_at: Instant;
  readonly remit: string | null;
  readonly outcome: string | null;
  readonly unreachable: boolean;
  readonly paused: boolean;
};

const PAGE = 500;

/** One demand's state after each command, as the write path saw it. */
function* changes(rows: readonly CommandRow[]) {
  let before: Demand | undefined;
  for (let index = 0; index < rows.length;) {
    let after = before;
    const command = rows[index]?.command_id;
    let last = rows[index];
    for (; rows[index]?.command_id === command && index < rows.length; index += 1) {
      last = rows[index];
      if (last !== undefined) after = evolve(after, recordedOf(last) as unknown as RecordedDemandEvent);
    }
    if (after === undefined || last === undefined) return;
    yield { before, after, version: last.version, at: last.recorded_at };
    before = after;
  }
}

/** Streams of demands a page at a time, in the order of their ids. */
async function* streams(db: Querying, tenantId: TenantId) {
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const rows = await db.query<CommandRow>(
      `select ${LOG_COLUMNS}, command_id from event_log
       where tenant_id = $1 and stream_id in (select demand_id from demand
         where tenant_id = $1 and demand_id > $2 order by demand_id limit ${PAGE})
       order by stream_id, version`,
      [tenantId, after],
    );
    if (rows.length === 0) return;
    const byStream = Map.groupBy(rows, (row) => row.stream_id);
    yield byStream;
    after = [...byStream.keys()].at(-1) ?? after;
  }
}

const periodsOf = (id: string, rows: readonly CommandRow[]): readonly PeriodRow[] => {
  const periods: PeriodRow[] = [];
  for (const { before, after, version, at } of changes(rows)) {
    const period = periodOf(after);
    if (before !== undefined && JSON.stringify(periodOf(before)) === JSON.stringify(period)) continue;
    const open = periods.pop();
    if (open !== undefined) periods.push({ ...open, to_at: at });
    periods.push({
      demand_id: id,
      from_version: version,
      from_at: at,
      to_at: 'infinity',
      status: period.status,
      unit_id: period.unitId,
      category: period.category,
      due_at: period.dueAt,
      remit: period.remit,
      outcome: period.outcome,
      unreachable: period.unreachable,
      paused: period.paused,
    });
  }
  return periods;
};

const kept = async (db: Querying, tenantId: TenantId, ids: readonly string[]) => {
  const rows = await db.query<PeriodRow>(
    `select demand_id, from_version, from_at, case when to_at = 'infinity' then 'infinity' else to_char(to_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS+08:00') end as to_at,
            status, unit_id, category, due_at, remit, outcome, unreachable, paused
     from demand_period where tenant_id = $1 and demand_id = any($2) order by demand_id, from_version`,
    [tenantId, ids],
  );
  return Map.groupBy(rows, (row) => row.demand_id);
};

const FIELDS = [
  'from_version',
  'from_at',
  'to_at',
  'status',
  'unit_id',
  'category',
  'due_at',
  'remit',
  'outcome',
  'unreachable',
  'paused',
] as const;

const text = (periods: readonly PeriodRow[]): string =>
  JSON.stringify(periods.map((period) => FIELDS.map((field) => period[field])));

/** Periods are what the log says they are: checked demand by demand. */
const periods: Recount = {
  name: 'demand_period',
  check: async (db, tenantId) => {
    const wrong: string[] = [];
    for await (const page of streams(db, tenantId)) {
      const stored = await kept(db, tenantId, [...page.keys()]);
      for (const [id, rows] of page)
        if (text(periodsOf(id, rows)) !== text(stored.get(id) ?? []))
          wrong.push(`the periods of demand ${id} differ from its events`);
    }
    return wrong;
  },
};

type DeltaRow = ReturnType<typeof figureRowsOf>[number];
type Cell = Omit<DeltaRow, 'n'>;

const cellKey = (cell: Cell): string =>
  [
    cell.day,
    cell.raised_on,
    cell.figure,
    cell.unit_id,
    cell.territory_id,
    cell.category,
    cell.channel,
    cell.remit,
    cell.outcome,
  ].join('/');

/** The rows of figure_delta as the log has them, a page of demands at a time. */
export async function* deltasOf(db: Querying, tenantId: TenantId): AsyncGenerator<readonly DeltaRow[]> {
  for await (const page of streams(db, tenantId))
    yield [...page.values()].flatMap((rows) => [...changes(rows)].flatMap(figureRowsOf));
}

/** The sums of figure_delta by days and dimension are what the log says they are. */
const figureDeltas: Recount = {
  name: 'figure_delta',
  check: async (db, tenantId) => {
    const sums = new Map<string, number>();
    const add = (key: string, n: number): unknown => sums.set(key, (sums.get(key) ?? 0) + n);
    for await (const deltas of deltasOf(db, tenantId))
      for (const delta of deltas) add(cellKey(delta), delta.n);
    const rows = await db.query<Cell & { readonly n: number }>(
      `select day, raised_on, figure, unit_id, territory_id, category, channel, remit, outcome, sum(n)::integer as n
       from figure_delta where tenant_id = $1 group by 1, 2, 3, 4, 5, 6, 7, 8, 9`,
      [tenantId],
    );
    for (const row of rows) add(cellKey(row), -row.n);
    return [...sums].filter(([, n]) => n !== 0).map(([key, n]) => `${key}: the log says ${n} more`);
  },
};

/** The names beside demands are those of their enterprises. */
const enterpriseNames: Recount = {
  name: 'enterprise_name',
  check: async (db, tenantId) => {
    const rows = await db.query<{ readonly demand_id: string }>(
      `select d.demand_id from demand d
       left join enterprise e on e.tenant_id = d.tenant_id and e.enterprise_id = d.enterprise_id
       where d.tenant_id = $1 and d.enterprise_name is distinct from e.name order by 1 limit 100`,
      [tenantId],
    );
    return rows.map(({ demand_id: id }) => `demand ${id} bears another name than its enterprise`);
  },
};

/** What `verify` recounts of demands beside their states. */
export const DEMAND_RECOUNTS: readonly Recount[] = [periods, figureDeltas, enterpriseNames];

import { DESK_COUNTED, DESK_SHOWN, type desk } from '@xiaoer/contract/demand-views';
import type { PersonActor } from '@xiaoer/domain/access/actor';
import { grantsOf, hasRole } from '@xiaoer/domain/access/actor';
import { INSPECTORS_WORK } from '@xiaoer/domain/demand/projections/work-items';
import { calendarFor } from '@xiaoer/domain/demand/terms';
import { PROMISES } from '@xiaoer/domain/demand/vocabulary';
import { invariant } from '@xiaoer/domain/kernel/invariant';
import { dateOf, endOfDay, type Instant } from '@xiaoer/domain/time/instant';
import type { LimitUnit } from '@xiaoer/domain/time/limits';
import { workingDaysLeft } from '@xiaoer/domain/time/time-left';
import type { z } from 'zod';
import type { Configuration } from '../configuration/configuration.ts';
import type { ReadDb } from '../db/transact.ts';
import { asciiJsonOf, jsonArray, jsonWith, jsonObject, type JsonOf } from '../http/json-text.ts';
import { ITEM_COLUMNS, itemText, type ItemRow } from './item.ts';
import {
  keptFrom,
  ownUnitsOf,
  parameterList,
  reachesEverywhere,
  visibleTo,
  workersOf,
  type Parameters,
} from './visible.ts';

type Desk = z.input<typeof desk.response>;
type Work = Desk['mine'][number];
type WorkRow = ItemRow & {
  readonly kind: Work['kind'];
  readonly work_key: string;
  readonly work_due_at: Instant | null;
  readonly work_yellow_at: Instant | null;
  readonly work_limit_unit: LimitUnit | null;
};

type Asked = { readonly actor: PersonActor; readonly now: Instant; readonly configuration: Configuration };

/** Conditions on `demand_work w`, each served by an index of its own. */
type Owed = (asked: Asked, parameters: Parameters) => readonly Source[];
/** `whose`: the column that says whose work it is, and the parameter with the ids that are asked for. */
type Source = { readonly whose?: { readonly column: string; readonly ids: string }; readonly where: string };

const isMine: Owed = ({ actor }, { add }) => [
  { whose: { column: 'person_id', ids: add(workersOf(actor)) }, where: 'true' },
];

/** A desk answers for its own part of the zone. */
const inReach = ({ actor, configuration }: Asked, parameters: Parameters): string =>
  reachesEverywhere(actor, configuration.territoryTree)
    ? 'true'
    : `exists (select 1 from demand d where d.tenant_id = w.tenant_id and d.demand_id = w.demand_id
        and ${visibleTo(actor, parameters)} offset 0)`;

/** Inspectors read all of the zone; they take up what lies in the part they were given, as a desk of that part does. */
const inspected = ({ actor, ...asked }: Asked, parameters: Parameters): readonly Source[] => {
  const grants = grantsOf(actor, 'inspector');
  if (grants.length === 0) return [];
  const asDesk = grants.map((grant) => ({ ...grant, role: 'desk' as const }));
  const kinds = INSPECTORS_WORK.map((kind) => `'${kind}'`).join(', ');
  return [
    {
      where: `w.kind in (${kinds}) and ${inReach({ ...asked, actor: { ...actor, grants: asDesk } }, parameters)}`,
    },
  ];
};

/** Owed by one of my units, or by the desk when I am at it or inspect, and not yet in anybody's hands. */
const isOfMyUnits: Owed = (asked, parameters) => [
  {
    whose: { column: 'unit_id', ids: parameters.add(ownUnitsOf(asked.actor)) },
    where: `w.person_id is null and w.owed_by <> 'enterprise'`,
  },
  ...(hasRole(asked.actor, 'desk')
    ? [{ where: `w.person_id is null and w.owed_by = 'desk' and ${inReach(asked, parameters)}` }]
    : []),
  ...inspected(asked, parameters),
];

/** The same, but for what is kept from the actor. */
const shown = (owed: Owed, asked: Asked, parameters: Parameters): readonly Source[] => {
  const kept = keptFrom(asked.actor, parameters);
  return owed(asked, parameters).map((source) => ({
    ...source,
    where: `${source.where} and w.demand_id <> all(${kept})`,
  }));
};

const WORK_COLUMNS = 'w.tenant_id, w.demand_id, w.work_key, w.kind, w.due_at, w.yellow_at, w.limit_unit';
const ORDER = 'w.due_at nulls last, w.demand_id, w.work_key';

const earliestOf = (where: string): string =>
  `select ${WORK_COLUMNS} from demand_work w where w.tenant_id = $1 and ${where} order by ${ORDER} limit ${DESK_SHOWN}`;

/** The earliest pieces of work, before anything is read of their demands: a short walk of an index for each of whom they are. */
const earliest = (sources: readonly Source[]): string =>
  sources
    .map(({ whose, where }) =>
      whose === undefined
        ? `(${earliestOf(where)})`
        : `(select ${WORK_COLUMNS} from unnest(${whose.ids}::uuid[]) a(id)
            cross join lateral (${earliestOf(`w.${whose.column} = a.id and ${where}`)}) w order by ${ORDER} limit ${DESK_SHOWN})`,
    )
    .join(' union ');

const daysLeftOf = (row: WorkRow, { now, configuration }: Asked): number | null => {
  const { kind, work_due_at: dueAt, work_limit_unit: unit } = row;
  const promise = PROMISES.find((each) => each === kind);
  if (promise === undefined || dueAt === null || unit === null) return null;
  return workingDaysLeft(unit, { now, dueAt }, calendarFor(configuration, promise)) ?? null;
};

const workOf = (row: WorkRow, asked: Asked): Omit<Work, 'demand'> => ({
  kind: row.kind,
  workKey: row.work_key,
  dueAt: row.work_due_at,
  yellowAt: row.work_yellow_at,
  workingDaysLeft: daysLeftOf(row, asked),
});

const entries = async (db: ReadDb, asked: Asked, owed: Owed): Promise<JsonOf<Work[]>> => {
  const parameters = parameterList([db.scope.tenantId]);
  const rows = await db.query<WorkRow>(
    `select ${ITEM_COLUMNS}, w.kind, w.work_key, w.due_at as work_due_at,
       w.yellow_at as work_yellow_at, w.limit_unit as work_limit_unit
     from (${earliest(shown(owed, asked, parameters))}) w
     join demand d on d.tenant_id = w.tenant_id and d.demand_id = w.demand_id
     where ${visibleTo(asked.actor, parameters)} order by ${ORDER} limit ${DESK_SHOWN}`,
    parameters.values,
  );
  return jsonArray(
    rows.map((row) => jsonWith(asciiJsonOf(workOf(row, asked)), { demand: itemText(asked, row) })),
  );
};

/** Counted up to `DESK_COUNTED`: nobody reads on beyond, and a count has to read what it counts. */
const counted = (sources: readonly Source[], more = 'true'): string => {
  const found = sources.map(({ whose, where }) => {
    const theirs = whose === undefined ? 'true' : `w.${whose.column} = any(${whose.ids}::uuid[])`;
    return `(select w.demand_id, w.work_key from demand_work w
      where w.tenant_id = $1 and ${theirs} and ${where} and ${more} limit ${DESK_COUNTED})`;
  });
  return `(select least(count(*), ${DESK_COUNTED})::int from (${found.join(' union ')}) w)`;
};

const countsOf = async (db: ReadDb, asked: Asked): Promise<Desk['counts']> => {
  const { now } = asked;
  const parameters = parameterList([db.scope.tenantId, now, endOfDay(dateOf(now))]);
  const mine = shown(isMine, asked, parameters);
  const [row] = await db.query<
    Omit<Desk['counts'], 'later'> & { readonly dated: number; readonly undated: number }
  >(
    `select ${counted(mine, 'w.due_at < $2')} as overdue,
       ${counted(mine, 'w.due_at >= $2 and w.due_at <= $3')} as today,
       ${counted(mine, 'w.due_at > $3')} as dated, ${counted(mine, 'w.due_at is null')} as undated,
       ${counted(shown(isOfMyUnits, asked, parameters))} as unit`,
    parameters.values,
  );
  invariant(row, 'a count has a row');
  const { dated, undated, ...counts } = row;
  return { ...counts, later: Math.min(dated + undated, DESK_COUNTED) };
};

/** What the actor owes now, earliest first, and what their units owe that nobody has taken. */
export const deskOf = async (db: ReadDb, asked: Asked): Promise<JsonOf<Desk>> => {
  const [counts, mine, ofMyUnits] = await Promise.all([
    countsOf(db, asked),
    entries(db, asked, isMine),
    entries(db, asked, isOfMyUnits),
  ]);
  return jsonObject({ counts: asciiJsonOf(counts), mine, ofMyUnits });
};

import type { desk } from '@xiaoer/contract/demand-views';
import type { PersonActor } from '@xiaoer/domain/access/actor';
import { hasRole } from '@xiaoer/domain/access/actor';
import { calendarFor } from '@xiaoer/domain/demand/terms';
import { PROMISES } from '@xiaoer/domain/demand/vocabulary';
import { dateOf, endOfDay, type Instant } from '@xiaoer/domain/time/instant';
import type { LimitUnit } from '@xiaoer/domain/time/limits';
import { workingDaysLeft } from '@xiaoer/domain/time/time-left';
import type { z } from 'zod';
import type { Configuration } from '../configuration/configuration.ts';
import type { ReadDb } from '../db/transact.ts';
import { ITEM_COLUMNS, itemOf, type ItemRow } from './item.ts';
import { ownUnitsOf, parameterList, visibleTo, workersOf, type Parameters } from './visible.ts';

type Desk = z.input<typeof desk.response>;
type WorkRow = ItemRow & {
  readonly kind: Desk['mine'][number]['kind'];
  readonly work_key: string;
  readonly work_due_at: Instant | null;
  readonly work_yellow_at: Instant | null;
  readonly work_limit_unit: LimitUnit | null;
};

type Asked = { readonly actor: PersonActor; readonly now: Instant; readonly configuration: Configuration };

const MOST = 50;

/** Conditions on `demand_work w`, each served by an index of its own; any of them may hold. */
type Owed = (actor: PersonActor, parameters: Parameters) => readonly string[];

const isMine: Owed = (actor, parameters) => [
  `w.person_id = any(${parameters.add(workersOf(actor))}::uuid[])`,
];

/** Owed by one of my units, or by the desk when I am at it, and not yet in anybody's hands. */
const isOfMyUnits: Owed = (actor, parameters) => [
  `w.person_id is null and w.owed_by <> 'enterprise'
    and w.unit_id = any(${parameters.add(ownUnitsOf(actor))}::uuid[])`,
  ...(hasRole(actor, 'desk') ? [`w.person_id is null and w.owed_by = 'desk'`] : []),
];

const WORK_COLUMNS = 'w.tenant_id, w.demand_id, w.work_key, w.kind, w.due_at, w.yellow_at, w.limit_unit';
const ORDER = 'w.due_at nulls last, w.demand_id, w.work_key';

/** The earliest pieces of work, before anything is read of their demands. */
const earliest = (conditions: readonly string[]): string =>
  conditions
    .map(
      (condition) =>
        `(select ${WORK_COLUMNS} from demand_work w where w.tenant_id = $1 and ${condition} order by ${ORDER} limit ${MOST})`,
    )
    .join(' union ');

const daysLeftOf = (row: WorkRow, { now, configuration }: Asked): number | null => {
  const { kind, work_due_at: dueAt, work_limit_unit: unit } = row;
  const promise = PROMISES.find((each) => each === kind);
  if (promise === undefined || dueAt === null || unit === null) return null;
  return workingDaysLeft(unit, { now, dueAt }, calendarFor(configuration, promise)) ?? null;
};

const entries = async (db: ReadDb, asked: Asked, owed: Owed): Promise<Desk['mine']> => {
  const parameters = parameterList([db.scope.tenantId]);
  const rows = await db.query<WorkRow>(
    `select ${ITEM_COLUMNS}, w.kind, w.work_key, w.due_at as work_due_at,
       w.yellow_at as work_yellow_at, w.limit_unit as work_limit_unit
     from (${earliest(owed(asked.actor, parameters))}) w
     join demand d on d.tenant_id = w.tenant_id and d.demand_id = w.demand_id
     where ${visibleTo(asked.actor, parameters)} order by ${ORDER} limit ${MOST}`,
    parameters.values,
  );
  return rows.map((row) => ({
    kind: row.kind,
    workKey: row.work_key,
    dueAt: row.work_due_at,
    yellowAt: row.work_yellow_at,
    workingDaysLeft: daysLeftOf(row, asked),
    demand: itemOf(asked, row),
  }));
};

const countsOf = async (db: ReadDb, { actor, now }: Asked): Promise<Desk['counts']> => {
  const parameters = parameterList([db.scope.tenantId, now, endOfDay(dateOf(now))]);
  const [row] = await db.query<Desk['counts']>(
    `select mine.overdue, mine.today, mine.later, (select count(*) from demand_work w
       where w.tenant_id = $1 and (${isOfMyUnits(actor, parameters).join(' or ')})) as unit
     from (select count(*) filter (where w.due_at < $2) as overdue,
             count(*) filter (where w.due_at >= $2 and w.due_at <= $3) as today,
             count(*) filter (where w.due_at > $3 or w.due_at is null) as later
           from demand_work w where w.tenant_id = $1 and ${isMine(actor, parameters).join(' or ')}) as mine`,
    parameters.values,
  );
  return row ?? { overdue: 0, today: 0, later: 0, unit: 0 };
};

/** What the actor owes now, earliest first, and what their units owe that nobody has taken. */
export const deskOf = async (db: ReadDb, asked: Asked): Promise<Desk> => {
  const [counts, mine, ofMyUnits] = await Promise.all([
    countsOf(db, asked),
    entries(db, asked, isMine),
    entries(db, asked, isOfMyUnits),
  ]);
  return { counts, mine, ofMyUnits };
};

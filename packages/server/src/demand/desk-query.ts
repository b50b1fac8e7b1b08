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

const MOST = 100;

const isMine = (actor: PersonActor, parameters: Parameters): string =>
  `w.person_id = any(${parameters.add(workersOf(actor))}::uuid[])`;

/** Owed by one of my units, or by the desk when I am at it, and not yet in anybody's hands. */
const isOfMyUnits = (actor: PersonActor, parameters: Parameters): string =>
  `w.person_id is null and w.owed_by <> 'enterprise' and (w.unit_id = any(${parameters.add(ownUnitsOf(actor))}::uuid[])
    or (w.owed_by = 'desk' and ${parameters.add(hasRole(actor, 'desk'))}::boolean))`;

const daysLeftOf = (row: WorkRow, { now, configuration }: Asked): number | null => {
  const { kind, work_due_at: dueAt, work_limit_unit: unit } = row;
  const promise = PROMISES.find((each) => each === kind);
  if (promise === undefined || dueAt === null || unit === null) return null;
  return workingDaysLeft(unit, { now, dueAt }, calendarFor(configuration, promise)) ?? null;
};

const entries = async (db: ReadDb, asked: Asked, owed: typeof isMine): Promise<Desk['mine']> => {
  const parameters = parameterList([db.scope.tenantId]);
  const rows = await db.query<WorkRow>(
    `select ${ITEM_COLUMNS}, w.kind, w.work_key, w.due_at as work_due_at,
       w.yellow_at as work_yellow_at, w.limit_unit as work_limit_unit
     from demand_work w join demand d on d.tenant_id = w.tenant_id and d.demand_id = w.demand_id
     where w.tenant_id = $1 and ${owed(asked.actor, parameters)} and ${visibleTo(asked.actor, parameters)}
     order by w.due_at nulls last, w.demand_id, w.work_key limit ${MOST}`,
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
  const mine = isMine(actor, parameters);
  const [row] = await db.query<Desk['counts']>(
    `select count(*) filter (where ${mine} and w.due_at < $2) as overdue,
            count(*) filter (where ${mine} and w.due_at >= $2 and w.due_at <= $3) as today,
            count(*) filter (where ${mine} and (w.due_at > $3 or w.due_at is null)) as later,
            count(*) filter (where (${mine}) is not true) as unit
     from demand_work w where w.tenant_id = $1 and (${mine} or ${isOfMyUnits(actor, parameters)})`,
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

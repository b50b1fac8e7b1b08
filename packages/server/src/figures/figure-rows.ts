import { FIGURE_IDS, type FigureId } from '@xiaoer/domain/figures/figure';
import {
  isPushedToStart,
  isSpedUp,
  OWED_STATUSES,
  SETTLED_OUTCOMES,
  UNJUDGED_OUTCOMES,
  VISITED_KINDS,
} from '@xiaoer/domain/figures/rules';
import type { Recorded } from '@xiaoer/domain/kernel/decider';
import { evolve, type ProjectEvent, type ProjectState } from '@xiaoer/domain/project/project';
import { invariant } from '@xiaoer/domain/kernel/invariant';
import { endOfDay, instantAt } from '@xiaoer/domain/time/instant';
import type { LocalDate } from '@xiaoer/domain/time/local-date';
import { escapeLiteral } from 'pg';
import type { ReadDb } from '../db/transact.ts';
import { LOG_COLUMNS, recordedOf, type LogRow } from '../execute/logged-events.ts';

/** From the first day of the period up to 24:00 of the day asked for. */
export type FigureSpan = { readonly from: LocalDate; readonly asOf: LocalDate };

export type FigureRow = {
  readonly id: string;
  /** Null: kept from the reader. */
  readonly name: string | null;
  readonly on: LocalDate | null;
};

/** Of `demand d`, whether the reader may see it, as SQL; `add` makes a parameter. */
export type SeesDemand = (parameters: { values: unknown[]; add: (value: unknown) => string }) => string;

export type RowsPage = { readonly after?: string | undefined; readonly limit: number };

type Source = { readonly sql: string; readonly values: readonly unknown[] };

const ON_THE_DAY = 'p.from_at < $3 and p.to_at >= $3';
const OF_PERIOD = 'd.tenant_id = $1 and d.raised_at >= $2 and d.raised_at < $3';

/** Demands of the period as they stood at 24:00 of the day: $2 the period's beginning, $3 that moment. */
const AS_OF = `
  from demand d join demand_period p on p.tenant_id = d.tenant_id and p.demand_id = d.demand_id
  where ${OF_PERIOD} and ${ON_THE_DAY}`;

type DemandFigure = Extract<FigureId, `demands-${string}` | `${string}-rate`>;

const listed = (words: readonly string[]): string =>
  `array[${words.map((word) => escapeLiteral(word)).join(', ')}]`;

/** Which of the demands of the period stand behind a figure. */
const DEMAND_CONDITIONS: { readonly [Figure in DemandFigure]: string } = {
  'demands-collected': 'true',
  'demands-own-remit': `p.remit = 'own'`,
  'demands-outside': `p.remit = 'outside'`,
  'demands-closed': 'p.outcome is not null',
  'demands-solved': `p.outcome = 'solved'`,
  'demands-settled': `p.remit = 'own' and p.outcome = any(${listed(SETTLED_OUTCOMES)}) and not p.unreachable`,
  'demands-overdue': `p.outcome is null and p.status = any(${listed(OWED_STATUSES)}) and p.due_at < $3 and not p.paused`,
  'response-rate': 'true',
  'resolution-rate': 'p.outcome is not null',
  'satisfaction-rate': `p.outcome is not null and not p.outcome = any(${listed(UNJUDGED_OUTCOMES)}) and not p.unreachable`,
};

const moments = (db: ReadDb, { from, asOf }: FigureSpan) => [
  db.scope.tenantId,
  instantAt(from, 0),
  endOfDay(asOf),
];

/** The planner takes a case for true half the time: it then walks an index in its order and stops at the limit. */
const often = (condition: string): string => `case when ${condition} then true else false end`;

/** What a row shows, and what `sees` asks of a demand. */
const READ_COLUMNS = `d.tenant_id, d.demand_id, d.title, d.raised_at, d.confidential, d.hidden_unit_ids, d.hidden_person_ids,
  d.territory_id, d.owner_unit_id, d.lead_unit_id, d.owner_person_id, d.enterprise_id`;

/** What is overdue was open on the day: few of all, and found by an index of their own before their demands are read. */
const OVERDUE = `
  (select p.tenant_id, p.demand_id from demand_period p
   where p.tenant_id = $1 and ${ON_THE_DAY} and p.due_at < p.to_at and ${DEMAND_CONDITIONS['demands-overdue']} offset 0) late
  cross join lateral (
    select ${READ_COLUMNS} from demand d where d.tenant_id = late.tenant_id and d.demand_id = late.demand_id and ${often(OF_PERIOD)}
    offset 0) d
  where true`;

/** How a demand stood on the day is looked up as the demands of the period are walked in their order. */
const walked = (figure: DemandFigure): string => `
  demand d where ${OF_PERIOD} and coalesce((
    select true from demand_period p where p.tenant_id = d.tenant_id and p.demand_id = d.demand_id
      and ${ON_THE_DAY} and ${DEMAND_CONDITIONS[figure]} limit 1), false)`;

const BEYOND = `and (d.raised_at, d.demand_id) >
  ((select a.raised_at from demand a where a.tenant_id = $1 and a.demand_id = $4), $4::uuid)`;

/** The demands behind a figure as they were raised. */
const demandFigureRows = (
  db: ReadDb,
  {
    figure,
    span,
    sees,
  }: { readonly figure: DemandFigure; readonly span: FigureSpan; readonly sees: SeesDemand },
  { after, limit }: RowsPage,
): Promise<readonly FigureRow[]> => {
  const values: unknown[] = [...moments(db, span), ...(after === undefined ? [] : [after])];
  const visible = sees({ values, add: (value) => `$${values.push(value)}` });
  return db.query<FigureRow>(
    `select d.demand_id as id, case when ${visible} then d.title end as name, d.raised_at::date as "on"
     from ${figure === 'demands-overdue' ? OVERDUE : walked(figure)} ${after === undefined ? '' : BEYOND}
     order by d.raised_at, d.demand_id limit ${limit}`,
    values,
  );
};

/** How many demands stand behind each figure about demands, in one pass. */
export const countDemandRows = async (
  db: ReadDb,
  span: FigureSpan,
): Promise<Readonly<Record<DemandFigure, number>>> => {
  const counts = Object.entries(DEMAND_CONDITIONS).map(
    ([figure, condition]) => `count(*) filter (where ${condition})::integer as "${figure}"`,
  );
  const [row] = await db.query<Record<DemandFigure, number>>(
    `select ${counts.join(', ')} ${AS_OF}`,
    moments(db, span),
  );
  invariant(row, 'a count has a row');
  return row;
};

const VISITED = `
  select distinct e.enterprise_id as id, e.name, null::date as "on"
  from visit v
  join enterprise e on e.tenant_id = v.tenant_id and e.enterprise_id = v.enterprise_id
  where v.tenant_id = $1 and v.progress = 'made' and v.visited_on between $2 and $3 and e.tags && $4`;

const SESSIONS = `
  select policy_session_id as id, state ->> 'topic' as name, held_on as "on"
  from policy_session where tenant_id = $1 and counts and held_on between $2 and $3`;

const sourceOf = (db: ReadDb, figure: 'visited-targets' | 'policy-sessions', span: FigureSpan): Source => {
  const days = [db.scope.tenantId, span.from, span.asOf];
  return figure === 'visited-targets'
    ? { sql: VISITED, values: [...days, VISITED_KINDS] }
    : { sql: SESSIONS, values: days };
};

/** Projects are few: those of a past day are folded from the log. */
const projectsAsOf = async (db: ReadDb, asOf: LocalDate): Promise<readonly ProjectState[]> => {
  const rows = await db.query<LogRow>(
    `select ${LOG_COLUMNS} from event_log
     where tenant_id = $1 and stream_id in (select project_id from project where tenant_id = $1)
       and recorded_at < $2 order by stream_id, version`,
    [db.scope.tenantId, endOfDay(asOf)],
  );
  const states = new Map<string, ProjectState>();
  for (const row of rows) {
    const event = recordedOf(row) as unknown as Recorded<ProjectEvent>;
    states.set(row.stream_id, evolve(states.get(row.stream_id), event));
  }
  return [...states.values()];
};

const projectRows = async (
  db: ReadDb,
  figure: Extract<FigureId, `projects-${string}`>,
  { asOf }: FigureSpan,
): Promise<readonly FigureRow[]> => {
  const counts = (project: ProjectState): boolean =>
    figure === 'projects-papers-complete' ? isSpedUp(project) : isPushedToStart(project, asOf);
  const found = (await projectsAsOf(db, asOf)).filter(counts);
  return found.map(({ id, name, since }) => ({ id, name, on: since }));
};

type OtherFigure = Exclude<FigureId, DemandFigure>;
const isOther = (figure: FigureId): figure is OtherFigure => !Object.hasOwn(DEMAND_CONDITIONS, figure);
export const OTHER_FIGURES = FIGURE_IDS.filter(isOther);

const isOfProjects = (figure: FigureId): figure is Extract<FigureId, `projects-${string}`> =>
  figure.startsWith('projects-');

/** How many rows stand behind a figure that is not about demands. */
export const countOtherRows = async (db: ReadDb, figure: OtherFigure, span: FigureSpan): Promise<number> => {
  if (isOfProjects(figure)) return (await projectRows(db, figure, span)).length;
  const { sql, values } = sourceOf(db, figure, span);
  const [row] = await db.query<{ n: number }>(`select count(*) as n from (${sql}) as behind`, values);
  return row?.n ?? 0;
};

/** The rows behind a figure: demands as they were raised, all others in the order of their ids. */
export const figureRows = async (
  db: ReadDb,
  { figure, span, sees }: { readonly figure: FigureId; readonly span: FigureSpan; readonly sees: SeesDemand },
  { after, limit }: RowsPage,
): Promise<readonly FigureRow[]> => {
  if (!isOther(figure)) return demandFigureRows(db, { figure, span, sees }, { after, limit });
  if (isOfProjects(figure)) {
    const rows = (await projectRows(db, figure, span)).toSorted((one, other) => (one.id < other.id ? -1 : 1));
    return rows.filter(({ id }) => after === undefined || id > after).slice(0, limit);
  }
  const { sql, values } = sourceOf(db, figure, span);
  const beyond = after === undefined ? '' : `where id > $${values.length + 1}`;
  return db.query<FigureRow>(
    `select id, name, "on" from (${sql}) as behind ${beyond} order by id limit ${limit}`,
    after === undefined ? values : [...values, after],
  );
};

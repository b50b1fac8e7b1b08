import { DEMANDS_COUNTED, type demands } from '@xiaoer/contract/demand-views';
import type { QueryOf } from '@xiaoer/contract/route';
import type { PersonActor } from '@xiaoer/domain/access/actor';
import { subtree } from '@xiaoer/domain/kernel/tree';
import { endOfDay, instantAt, type Instant } from '@xiaoer/domain/time/instant';
import type { Configuration } from '../configuration/configuration.ts';
import type { ReadDb } from '../db/transact.ts';
import { cursorOf, positionOf } from '../http/cursor.ts';
import type { Cutter } from '../words/cutter.ts';
import { highlights } from '../words/highlight.ts';
import { tsqueryOf, wordOf } from '../words/tsvector.ts';
import { asciiJsonOf, jsonArray, jsonObject, jsonWith, type JsonOf } from '../http/json-text.ts';
import type { DemandItem } from './card.ts';
import { cardIn, ITEM_COLUMNS, itemText, type ItemRow, type Reading } from './item.ts';
import { parameterList, VISIBLE_COLUMNS, visibleTo, workersOf, type Parameters } from './visible.ts';

export type DemandQuery = QueryOf<typeof demands>;

export type ListRequest = {
  readonly actor: PersonActor;
  readonly query: DemandQuery;
  readonly now: Instant;
  readonly configuration: Configuration;
  readonly cutter: Cutter;
};

/** Ranked over at most so many; beyond, the page says there are more. */
const CANDIDATES = 1_000;

const RUNNING = 'd.stopped_at is null and d.paused_since is null';

/** A light at a moment, as `light` in the domain shows it; `now` adds the moment to the parameters. */
const LIGHTS = {
  grey: () => 'd.stopped_at is null and d.paused_since is not null',
  red: (now: () => string) => `${RUNNING} and d.due_at < ${now()}`,
  yellow: (now: () => string) => `${RUNNING} and d.due_at >= ${now()} and d.yellow_at <= ${now()}`,
  green: (now: () => string) => `${RUNNING} and d.yellow_at > ${now()}`,
} as const;

/** One value alone is asked for by itself: an index on it then serves the order too. */
const oneOf = ({ add }: Parameters, column: string, values: readonly string[] = []): readonly string[] => {
  if (values.length === 0) return [];
  return [values.length === 1 ? `d.${column} = ${add(values[0])}` : `d.${column} = any(${add(values)})`];
};

const SHOWN = {
  mine: (parameters: Parameters, actor: PersonActor) =>
    ['d.closed_at is null', ...oneOf(parameters, 'owner_person_id', workersOf(actor))].join(' and '),
  open: () => 'd.closed_at is null',
  closed: () => 'd.closed_at is not null',
  all: () => 'true',
} as const;

/** Whether only demands are asked for whose asker is to be called; of these the list says when the call is due. */
const isOfCalls = ({ sort, status }: DemandQuery): boolean =>
  sort === 'callBackDueAt' || (status?.length === 1 && status[0] === 'callingBack');

const CALL = ` join demand_work call on call.tenant_id = d.tenant_id and call.demand_id = d.demand_id
  and call.kind = 'callBack'`;

/** What a list reads beside `demand d`, and its columns. */
const besides = (query: DemandQuery, columns: string) =>
  isOfCalls(query)
    ? { columns: `${columns}, call.due_at as call_due_at`, joined: CALL }
    : { columns, joined: '' };

const filters = (
  { query, actor, now, configuration }: ListRequest,
  parameters: Parameters,
): readonly string[] => {
  const { add } = parameters;
  const equal = (column: string, value: unknown) =>
    value === undefined ? [] : [`d.${column} = ${add(value)}`];
  const { territory } = query;
  return [
    SHOWN[query.show](parameters, actor),
    ...oneOf(parameters, 'status', query.status),
    ...(query.sort === 'callBackDueAt' ? [`d.status = 'callingBack'`] : []),
    ...oneOf(parameters, 'urgency', query.urgency),
    ...oneOf(parameters, 'channel', query.channel),
    ...oneOf(parameters, 'remit', query.remit),
    ...oneOf(parameters, 'outcome', query.outcome),
    ...equal('category', query.category),
    ...equal('enterprise_id', query.enterprise),
    ...equal('package_id', query.package),
    ...equal('import_id', query.import),
    ...(query.packaged === undefined
      ? []
      : [`d.package_id is ${query.packaged === 'true' ? 'not null' : 'null'}`]),
    ...(query.unit === undefined
      ? []
      : [`(d.owner_unit_id = ${add(query.unit)} or d.lead_unit_id = ${add(query.unit)})`]),
    ...(territory === undefined
      ? []
      : oneOf(parameters, 'territory_id', subtree(configuration.territoryTree, territory))),
    ...(query.light === undefined ? [] : [LIGHTS[query.light](() => add(now))]),
    ...(query.raisedFrom === undefined ? [] : [`d.raised_at >= ${add(instantAt(query.raisedFrom, 0))}`]),
    ...(query.raisedTo === undefined ? [] : [`d.raised_at < ${add(endOfDay(query.raisedTo))}`]),
  ];
};

const SORT_COLUMNS = {
  dueAt: ['d.due_at', 'd.demand_id'],
  raisedAt: ['d.raised_at', 'd.demand_id'],
  callBackDueAt: ['call.due_at', 'call.demand_id'],
} as const;

const afterCursor = ({ sort, order, cursor }: DemandQuery, { add }: Parameters): readonly string[] => {
  const position = cursor === undefined ? undefined : positionOf(cursor);
  if (position === undefined) return [];
  const [value, id] = position;
  const beyond = order === 'asc' ? '>' : '<';
  return [`(${SORT_COLUMNS[sort].join(', ')}) ${beyond} (${add(value)}::timestamptz, ${add(id)}::uuid)`];
};

export type DemandPage = {
  items: DemandItem[];
  next: string | null;
  found: { count: number; more: boolean } | null;
  total: { count: number; more: boolean } | null;
};

export type FoundRows<Row> = {
  readonly rows: readonly Row[];
  readonly next: string | null;
  readonly found: DemandPage['found'];
  readonly total: DemandPage['total'];
  /** The words that were searched for. */
  readonly terms: readonly string[];
};

type Total = NonNullable<DemandPage['total']>;

/** Rows a count looks at: somebody who may read few of a large zone's demands does not wait while all are tried. */
const EXAMINED = 10_000;

/** How many the filters leave of those within reach, up to `most`; null when that is not known after so many rows. */
const countedUpTo = async (db: ReadDb, request: ListRequest, most: number): Promise<Total | null> => {
  const parameters = parameterList([db.scope.tenantId]);
  const visible = visibleTo(request.actor, parameters);
  const left = `from demand d where ${['d.tenant_id = $1', ...filters(request, parameters)].join(' and ')}`;
  const [row] = await db.query<{ readonly count: number; readonly all: boolean }>(
    `with reached as (select count(*) as count from
       (select 1 from (select ${VISIBLE_COLUMNS} ${left} limit ${EXAMINED}) d where ${visible} limit ${most + 1}) n)
     select count, case when count > ${most} then true
       else (select count(*) <= ${EXAMINED} from (select 1 ${left} limit ${EXAMINED + 1}) n) end as "all" from reached`,
    parameters.values,
  );
  const { count, all } = row ?? { count: 0, all: true };
  return all ? { count: Math.min(count, most), more: count > most } : null;
};

const totalOf = async (db: ReadDb, request: ListRequest): Promise<DemandPage['total']> =>
  request.query.count !== true || request.query.cursor !== undefined
    ? null
    : countedUpTo(db, request, DEMANDS_COUNTED);

/** Whether there are more than so many; a search has one page. */
export const isLongerThan = async (db: ReadDb, request: ListRequest, most: number): Promise<boolean> => {
  if (request.query.q) return false;
  const parameters = parameterList([db.scope.tenantId]);
  const where = ['d.tenant_id = $1', visibleTo(request.actor, parameters), ...filters(request, parameters)];
  const rows = await db.query(
    `select 1 from demand d where ${where.join(' and ')} offset ${most} limit 1`,
    parameters.values,
  );
  return rows.length > 0;
};

const positionAt = (row: ItemRow, sort: DemandQuery['sort']): string | null => {
  const card = cardIn(row);
  const value = sort === 'callBackDueAt' ? row.call_due_at : card[sort];
  return value === undefined ? null : cursorOf([value, card.id]);
};

/** A page of demands in the order asked for. */
const sortedRows = async <Row extends ItemRow>(
  db: ReadDb,
  request: ListRequest,
  columns: string,
): Promise<FoundRows<Row>> => {
  const { query, actor } = request;
  const parameters = parameterList([db.scope.tenantId]);
  const where = [
    'd.tenant_id = $1',
    visibleTo(actor, parameters),
    ...filters(request, parameters),
    ...afterCursor(query, parameters),
  ];
  const { sort, order, limit } = query;
  const [at, id] = SORT_COLUMNS[sort];
  const { columns: all, joined } = besides(query, columns);
  const [total, rows] = await Promise.all([
    totalOf(db, request),
    db.last<Row>(
      `select ${all} from demand d${joined} where ${where.join(' and ')}
       order by ${at} ${order}, ${id} ${order} limit ${limit + 1}`,
      parameters.values,
    ),
  ]);
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return { rows: page, next: last ? positionAt(last, sort) : null, found: null, total, terms: [] };
};

type Counted = { readonly candidates: number };

const FOUND = 'search_demand($2, $3, $4)';

/** The first of the candidates that the actor may read and asked for, in their order; nothing is read of the others. */
const bestOf = (
  { columns, joined }: ReturnType<typeof besides>,
  where: readonly string[],
  limit: number,
): string =>
  `with found as materialized (select demand_id, titled, raised_at from ${FOUND})
   select ${columns}, (select count(*) from found) as candidates
   from (select demand_id, titled, raised_at from found order by titled desc, raised_at desc, demand_id limit ${CANDIDATES}) f
   join demand d on d.tenant_id = $1 and d.demand_id = f.demand_id${joined}
   where ${where.join(' and ')} order by f.titled desc, f.raised_at desc, f.demand_id limit ${limit}`;

/** How many were found, as far as the reader may know: a number of more would tell of demands that are kept from them. */
const foundIn = (
  rows: number,
  { candidates, limit }: { readonly candidates: number; readonly limit: number },
) => {
  const more = candidates > CANDIDATES;
  if (rows <= limit) return { count: rows, more };
  return { count: more ? CANDIDATES : limit, more: true };
};

/** The best matches first: titles before texts, newer before older; one page, no cursor. */
const searchedRows = async <Row extends ItemRow>(
  db: ReadDb,
  request: ListRequest,
  columns: string,
): Promise<FoundRows<Row>> => {
  const { query, actor, cutter } = request;
  const { tenantId } = db.scope;
  const { limit } = query;
  const terms = cutter.queryTerms(query.q ?? '');
  const none = { next: null, total: null, terms };
  if (terms.length === 0) return { ...none, rows: [], found: { count: 0, more: false } };
  const asked = tsqueryOf(terms.map((term) => wordOf(tenantId, term)));
  const inTitle = terms.map((term) => `%${term.replaceAll(/[%_\\]/g, '\\$&')}%`);
  const search = [tenantId, asked, inTitle, CANDIDATES + 1];
  const parameters = parameterList([...search]);
  const where = [visibleTo(actor, parameters), ...filters(request, parameters)];
  const best = bestOf(besides(query, columns), where, limit + 1);
  const rows = await db.query<Row & Counted>(best, parameters.values);
  const [counted] =
    rows.length > 0
      ? rows
      : await db.query<Counted>(`select count(*) as candidates from ${FOUND} where $1 > 0`, search);
  const found = foundIn(rows.length, { candidates: counted?.candidates ?? 0, limit });
  return { ...none, rows: rows.slice(0, limit), found };
};

/** Rows of demands within the actor's reach, read as `columns` says: the best matches of a search, else a page in order. */
export const demandRows = <Row extends ItemRow>(
  db: ReadDb,
  request: ListRequest,
  columns = ITEM_COLUMNS,
): Promise<FoundRows<Row>> =>
  request.query.q ? searchedRows(db, request, columns) : sortedRows(db, request, columns);

/** The item of a row that was found, with the places of the words in its title. */
export const foundItem = (reading: Reading, row: ItemRow, terms: readonly string[]): JsonOf<DemandItem> => {
  const item = itemText(reading, row);
  if (terms.length === 0) return item;
  return jsonWith(item, { highlights: asciiJsonOf([...highlights(cardIn(row).title, terms)]) });
};

/** Demands within the actor's reach; with words, the best matches, else a page in order. */
export const demandPage = async (db: ReadDb, request: ListRequest): Promise<JsonOf<DemandPage>> => {
  const { rows, next, found, total, terms } = await demandRows(db, request);
  const items = jsonArray(rows.map((row) => foundItem(request, row, terms)));
  return jsonObject({
    items,
    next: asciiJsonOf(next),
    found: asciiJsonOf(found),
    total: asciiJsonOf(total),
  });
};

import type { Client } from 'pg';
import { addMinutes, assertInstant } from '@xiaoer/domain/time/instant';
import type { Bench } from './bench-zone.ts';
import { words } from './generated-words.ts';
import { liveStories } from './stories.ts';

/**
 * Multiplies demands that were lived through the real server. A variant is one of them, all its rows as JSON text, moved
 * some days into the past, with places for what differs (id, number, enterprise, holder, words). The database fills the
 * places set by set, so rows, events, periods, deltas and work of a demand agree with each other as the originals
 * do. What is not made: outbox and unsealed rows (a zone years old has worked them off), notices, idempotency keys,
 * due moments. Ids are random, so `verify` would pass the folds but not the seal.
 */

const DAYS_BACK = 700;
const EVERY_DAYS = 7;
const ENTERPRISES = 2_000;
const HANDLERS = 120;
const BATCH = 25_000;

const INSTANT = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?\+08:00/g;
const DATE = /(?<![\d-])(\d{4}-\d\d-\d\d)(?!T|[\d-])/g;

/** PostgreSQL's JSON leaves out the zeros at the end of a fraction. */
const whole = (at: string): string =>
  at.replace(/(?:\.(\d+))?\+08:00$/, (_, fraction = '') => `.${String(fraction).padEnd(3, '0')}+08:00`);

/** All dates and instants of a JSON text, so many days earlier. */
const earlier = (text: string, days: number): string => {
  const minutes = -days * 1_440;
  return text
    .replaceAll(INSTANT, (at) => addMinutes(assertInstant(whole(at)), minutes))
    .replaceAll(DATE, (date) =>
      addMinutes(assertInstant(`${date}T00:00:00.000+08:00`), minutes).slice(0, 10),
    );
};

const ROWS = `
  select jsonb_build_object(
    'demand', (select to_jsonb(d) from demand d where d.demand_id = $1),
    'event_log', (select jsonb_agg(to_jsonb(e) order by version) from event_log e where e.stream_id = $1),
    'demand_period', (select jsonb_agg(to_jsonb(p)) from demand_period p where p.demand_id = $1),
    'demand_work', coalesce((select jsonb_agg(to_jsonb(w)) from demand_work w where w.demand_id = $1), '[]')
  )::text as rows`;

/** A demand's deltas: those its own stream left, taken from a ledger that holds nothing else. */
const deltaRows = (demand: { readonly state: { readonly status: string } }): readonly string[] =>
  demand.state.status === 'closed'
    ? ['received', 'responded', 'respondedInTime', 'closed', 'solved', 'judged', 'satisfied']
    : ['received'];

const variantsOf = async ({ superuser, zone }: Bench, ids: readonly string[]) => {
  const variants: { story: number; rows: string }[] = [];
  for (const [story, id] of ids.entries()) {
    const { rows } = await superuser.query<{ rows: string }>(ROWS, [id]);
    const [found] = rows;
    if (found === undefined) throw new Error('a story left no rows');
    const demand = JSON.parse(found.rows).demand as { number: string; state: { status: string } };
    const closed = demand.state.status === 'closed';
    const withDeltas = JSON.stringify({
      ...JSON.parse(found.rows),
      figures: deltaRows(demand),
    });
    const text = withDeltas
      .replaceAll(id, '@ID@')
      .replaceAll('\\"title\\":\\"@TITLE@\\"', '\\"title\\":\\"@TITLE ON CARD@\\"')
      .replaceAll(demand.number, '@NUMBER@')
      .replaceAll(zone.enterpriseId, '@ENTERPRISE@')
      .replaceAll(zone.people.handlerOne, '@HANDLER@');
    // What is open is young, as in a zone that keeps its promises.
    const reach = closed ? DAYS_BACK : 40;
    for (let days = 0; days < reach; days += EVERY_DAYS) variants.push({ story, rows: earlier(text, days) });
  }
  return variants;
};

const PREPARE = `
  create temporary table bench_variant (variant integer primary key, closed boolean, rows text);
  create temporary table bench_words (word integer primary key, title text, on_card text, text text, tsv text, marks integer[]);
  create temporary table bench_id (kind text, n integer, id uuid, primary key (kind, n))`;

const CLONES = `
  insert into bench_id select 'enterprise', n, gen_random_uuid() from generate_series(1, ${ENTERPRISES}) n;
  insert into bench_id select 'handler', n, gen_random_uuid() from generate_series(1, ${HANDLERS}) n;
  insert into enterprise select r.* from enterprise o, bench_id i, lateral jsonb_populate_record(null::enterprise,
    replace((to_jsonb(o) || jsonb_build_object('credit_code', null, 'name', o.name || i.n))::text, o.enterprise_id::text, i.id::text)::jsonb) r
    where i.kind = 'enterprise' and o.tenant_id = 1 and o.credit_code is not null;
  insert into person select r.* from person o, bench_id i, lateral jsonb_populate_record(null::person,
    replace(to_jsonb(o)::text, o.person_id::text, i.id::text)::jsonb) r
    where i.kind = 'handler' and o.tenant_id = 1 and o.person_id = $1`;

/** Every table of a zone's set-up, the same in each further tenant: keys begin with the tenant. */
const SET_UP_TABLES =
  'organisation territory person enterprise category settings duty_roster configuration_version'.split(' ');

const FILL = `
  with pick as materialized (
    select gen_random_uuid() as id, g.n, v.rows, w.title, w.on_card, w.text, w.tsv, w.marks, e.id as enterprise, h.id as handler,
      to_char(g.n, 'FM0000000') as number
    from generate_series($2::int, $3::int) g(n)
    join bench_variant v on v.variant = (hashint4(g.n) & 2147483647) % $4
    join bench_words w on w.word = (hashint4(g.n * 7 + 1) & 2147483647) % $5
    join bench_id e on e.kind = 'enterprise' and e.n = 1 + (hashint4(g.n * 3 + 2) & 2147483647) % ${ENTERPRISES}
    join bench_id h on h.kind = 'handler' and h.n = 1 + (hashint4(g.n * 5 + 3) & 2147483647) % ${HANDLERS}
  ), made as materialized (
    select id, enterprise, title, tsv, marks, number, replace(replace(replace(replace(replace(replace(replace(rows, '@ID@', id::text), '@NUMBER@', 'G' || $1::int || '-' || number),
      '@ENTERPRISE@', enterprise::text), '@HANDLER@', handler::text), '@TITLE@', title), '@TITLE ON CARD@', on_card), '@TEXT@', text)::jsonb as rows
    from pick
  ), demands as (
    insert into demand select r.* from made, lateral jsonb_populate_record(null::demand,
      (rows->'demand') - 'enterprise_name' || jsonb_build_object('tenant_id', $1::int)) r returning 1
  ), texts as (
    insert into demand_text select $1::int, id, enterprise, replace(tsv || ' ''@TENANT@:g' || $1::int || ''' ''@TENANT@:' || number || '''', '@TENANT@', ($1::int)::text)::tsvector, marks, title,
      (rows->'demand'->>'raised_at')::timestamptz
    from made returning 1
  ), events as (
    insert into event_log select r.* from made, lateral jsonb_array_elements(rows->'event_log') e,
      lateral jsonb_populate_record(null::event_log, e || jsonb_build_object('tenant_id', $1::int)) r returning 1
  ), periods as (
    insert into demand_period select r.* from made, lateral jsonb_array_elements(rows->'demand_period') e,
      lateral jsonb_populate_record(null::demand_period, e || jsonb_build_object('tenant_id', $1::int)) r returning 1
  ), work as (
    insert into demand_work select r.* from made, lateral jsonb_array_elements(rows->'demand_work') e,
      lateral jsonb_populate_record(null::demand_work, e || jsonb_build_object('tenant_id', $1::int)) r returning 1
  ), deltas as (
    insert into figure_delta (tenant_id, day, raised_on, figure, unit_id, territory_id, category, channel, remit, outcome, n)
    select $1::int, (rows->'demand'->>'raised_at')::date, (rows->'demand'->>'raised_at')::date, f, (rows->'demand'->>'owner_unit_id')::uuid,
      (rows->'demand'->>'territory_id')::uuid, rows->'demand'->>'category', rows->'demand'->>'channel',
      rows->'demand'->>'remit', rows->'demand'->>'outcome', 1
    from made, lateral jsonb_array_elements_text(rows->'figures') f returning 1
  )
  select (select count(*) from events) as events`;

const FILLED = ['demand', 'demand_text', 'demand_period', 'demand_work', 'event_log', 'figure_delta'];

/** Indexes cost less when they are made at the end; keys stay. */
const withoutIndexes = async (superuser: Client, work: () => Promise<void>): Promise<void> => {
  const { rows } = await superuser.query<{ name: string; definition: string }>(
    `select indexname as name, indexdef as definition from pg_indexes i
     where schemaname = 'public' and tablename = any($1)
       and not exists (select from pg_constraint c where c.conname = i.indexname)`,
    [FILLED],
  );
  for (const { name } of rows) await superuser.query(`drop index "${name}"`);
  await superuser.query("set synchronous_commit = off; set maintenance_work_mem = '512MB'");
  await work();
  for (const { definition } of rows) await superuser.query(definition);
  await superuser.query('vacuum (analyze, parallel 0)');
};

/** Fills the furnished zone with so many demands. Answers with the number of their events. */
export const generate = async (bench: Bench, demands: number): Promise<{ readonly events: number }> => {
  const { superuser, zone } = bench;
  await prepare(bench, superuser);
  let events = 0;
  const counts = await superuser.query<{ variants: number; words: number }>(
    'select (select count(*) from bench_variant) as variants, (select count(*) from bench_words) as words',
  );
  const { variants, words: texts } = counts.rows[0] ?? { variants: 0, words: 0 };
  await withoutIndexes(superuser, async () => {
    for (let from = 1; from <= demands; from += BATCH) {
      const upTo = Math.min(demands, from + BATCH - 1);
      const { rows } = await superuser.query<{ events: number }>(FILL, [
        zone.tenantId,
        from,
        upTo,
        variants,
        texts,
      ]);
      events += rows[0]?.events ?? 0;
    }
  });
  return { events };
};

/** The same, unless an earlier part of the run has filled it. */
export const generateOnce = async (bench: Bench, demands: number): Promise<void> => {
  if (!(await isPrepared(bench.superuser))) await generate(bench, demands);
};

export type TenantSize = {
  readonly tenantId: number;
  readonly demands: number;
  /** Whether its events are copied too: only the detail and the log read them. */
  readonly events: boolean;
};

/** Words stand under the number of their tenant (`wordOf`). */
const copied = (column: string): string =>
  column === '"tsv"' ? `replace(t.tsv::text, '''1:', '''' || $1::int || ':')::tsvector` : `t.${column}`;

const copyStatement = async (superuser: Client, table: string): Promise<string> => {
  const { rows } = await superuser.query<{ name: string }>(
    `select column_name as name from information_schema.columns
     where table_schema = 'public' and table_name = $1 and is_identity = 'NO' and column_name <> 'tenant_id'`,
    [table],
  );
  const columns = rows.map(({ name }) => `"${name}"`);
  const from =
    table === 'figure_delta'
      ? `(select * from figure_delta where tenant_id = 1 order by delta_id
          limit (select count(*) * $2 / (select count(*) from bench_pick) from figure_delta where tenant_id = 1)) t`
      : `${table} t join bench_pick p on p.id = t.${table === 'event_log' ? 'stream_id' : 'demand_id'}
         where t.tenant_id = 1 and p.n <= $2`;
  return `insert into ${table} (tenant_id, ${columns.join(', ')})
    select $1::int, ${columns.map(copied).join(', ')} from ${from}`;
};

/** Further tenants: copies of the furnished zone's set-up and of its first demands; every key begins with the tenant. */
export const copyTenants = async (
  { superuser }: Bench,
  sizes: readonly TenantSize[],
  onDone: (done: number) => void,
): Promise<void> => {
  await superuser.query(
    `create temporary table bench_pick as
     select demand_id as id, row_number() over (order by number) as n from demand where tenant_id = 1`,
  );
  await superuser.query('create unique index on bench_pick (id); analyze bench_pick');
  const statements = new Map<string, string>();
  for (const table of FILLED) statements.set(table, await copyStatement(superuser, table));
  await withoutIndexes(superuser, async () => {
    let done = 0;
    for (const { tenantId, demands, events } of sizes) {
      await copySetUp(superuser, tenantId);
      for (const [table, statement] of statements)
        if (events || table !== 'event_log') await superuser.query(statement, [tenantId, demands]);
      onDone((done += demands));
    }
  });
};

/** Temporary tables of the run's own connection: they are there once a part of the run has generated. */
const isPrepared = async (superuser: Client): Promise<boolean> => {
  const { rows } = await superuser.query<{ there: boolean }>(
    `select to_regclass('bench_variant') is not null as there`,
  );
  return rows[0]?.there === true;
};

const prepare = async (bench: Bench, superuser: Client): Promise<void> => {
  if (await isPrepared(superuser)) return;
  const ids = await liveStories(bench);
  const variants = await variantsOf(bench, ids);
  await superuser.query(PREPARE);
  for (const [variant, { rows: text }] of variants.entries())
    await superuser.query('insert into bench_variant values ($1, $2, $3)', [variant, false, text]);
  for (const [word, { title, onCard, text, tsv, marks }] of words().entries())
    await superuser.query('insert into bench_words values ($1, $2, $3, $4, $5, $6)', [
      word,
      title,
      onCard,
      text,
      tsv,
      marks,
    ]);
  for (const statement of CLONES.split(';'))
    await superuser.query(statement, statement.includes('$1') ? [bench.zone.people.handlerOne] : []);
  await superuser.query('update configuration_version set command_id = gen_random_uuid()');
};

const copySetUp = async (superuser: Client, tenantId: number): Promise<void> => {
  await superuser.query(
    `insert into tenant select r.* from tenant o, lateral jsonb_populate_record(null::tenant,
       to_jsonb(o) || jsonb_build_object('tenant_id', $1::int, 'code', 'zone-' || $1::int, 'host_name', null)) r where o.tenant_id = 1`,
    [tenantId],
  );
  for (const table of SET_UP_TABLES)
    await superuser.query(
      `insert into ${table} select r.* from ${table} o, lateral jsonb_populate_record(null::${table},
         to_jsonb(o) || jsonb_build_object('tenant_id', $1::int)) r where o.tenant_id = 1`,
      [tenantId],
    );
};

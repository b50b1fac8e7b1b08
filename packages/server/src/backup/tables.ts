import type pg from 'pg';

/** Sign-in state of the moment, and the list of migrations, which restoring writes by migrating. */
const NOT_KEPT = ['migration', 'session', 'phone_code'];

export type Table = {
  readonly name: string;
  /** In their order, without generated ones. */
  readonly columns: readonly string[];
  /** Primary key; empty when there is none. */
  readonly key: readonly string[];
  /** Tables its foreign keys point to. */
  readonly needs: readonly string[];
};

export type Sequence = { readonly name: string; readonly value: number; readonly isCalled: boolean };

const TABLES = `
  select c.relname as name,
    array(select attname::text from pg_attribute a
      where a.attrelid = c.oid and attnum > 0 and not attisdropped and attgenerated = '' order by attnum) as columns,
    array(select a.attname::text from pg_index i
      cross join unnest(i.indkey::int[]) with ordinality as k (attnum, place)
      join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
      where i.indrelid = c.oid and i.indisprimary order by k.place) as key,
    array(select distinct confrelid::regclass::text from pg_constraint f
      where f.conrelid = c.oid and f.contype = 'f' and f.confrelid <> c.oid) as needs
  from pg_class c
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
  order by c.relname`;

/** Tables so that each comes after those its foreign keys point to; equal ones by name. */
export const inKeyOrder = (tables: readonly Table[]): readonly Table[] => {
  const placed = new Map<string, Table>();
  const names = new Set(tables.map(({ name }) => name));
  while (placed.size < tables.length) {
    const ready = tables.filter(
      ({ name, needs }) => !placed.has(name) && needs.every((need) => placed.has(need) || !names.has(need)),
    );
    if (ready.length === 0) throw new Error('invariant: foreign keys of tables form a circle');
    for (const table of ready) placed.set(table.name, table);
  }
  return [...placed.values()];
};

/** Every table of the program whose rows a backup keeps, in key order. */
export const keptTables = async (client: pg.ClientBase): Promise<readonly Table[]> => {
  const { rows } = await client.query<Table>(TABLES);
  return inKeyOrder(rows.filter(({ name }) => !NOT_KEPT.includes(name)));
};

/** Names of everything in the way of a restore: tables of any kind. */
export const anyTables = async (client: pg.ClientBase): Promise<readonly string[]> =>
  (await client.query<Table>(TABLES)).rows.map(({ name }) => name);

/** Where the identity columns' numbers stand. Sequences know no snapshot: read after it, a value is never too low. */
export const readSequences = async (client: pg.ClientBase): Promise<readonly Sequence[]> => {
  const { rows } = await client.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'S' order by 1`,
  );
  const sequences: Sequence[] = [];
  for (const { name } of rows) {
    const found = await client.query<{ value: number; called: boolean }>(
      `select last_value as value, is_called as called from ${quoted(name)}`,
    );
    const [row] = found.rows;
    if (row !== undefined) sequences.push({ name, value: row.value, isCalled: row.called });
  }
  return sequences;
};

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

export const columnList = ({ columns }: Pick<Table, 'columns'>): string => columns.map(quoted).join(', ');

/** Text of values that reads the same on every server. */
export const PORTABLE_SETTINGS = `
  set local datestyle = 'ISO, YMD'; set local timezone = 'UTC'; set local intervalstyle = 'postgres';
  set local bytea_output = 'hex'; set local extra_float_digits = 1;
  set local statement_timeout = 0; set local lock_timeout = 0; set local row_security = off;`;

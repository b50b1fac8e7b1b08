import type { Tx } from './transact.ts';

type Row = Readonly<Record<string, unknown>>;

/**
 * Rows for one table. `insertNew` leaves a row with the same key as it is, `upsert` replaces it; `update` finds the row by
 * its key and sets the other columns; `remove` needs the key columns only.
 */
export type Write =
  | { readonly table: string; readonly insert: readonly Row[] }
  | { readonly table: string; readonly insertNew: readonly Row[]; readonly key: readonly string[] }
  | { readonly table: string; readonly upsert: readonly Row[]; readonly key: readonly string[] }
  | { readonly table: string; readonly update: readonly Row[]; readonly key: readonly string[] }
  | { readonly table: string; readonly remove: readonly Row[]; readonly key: readonly string[] }
  /** A statement of its own over `rows`, which it reads from `source` as rows of the table. */
  | { readonly table: string; readonly rows: readonly Row[]; readonly statement: (source: string) => string };

const quoted = (name: string): string => `"${name}"`;

const rowsOf = (write: Write): readonly Row[] => {
  if ('insert' in write) return write.insert;
  if ('insertNew' in write) return write.insertNew;
  if ('upsert' in write) return write.upsert;
  if ('update' in write) return write.update;
  return 'remove' in write ? write.remove : write.rows;
};

const matching = (key: readonly string[]): string =>
  key.map((column) => `t.${quoted(column)} = s.${quoted(column)}`).join(' and ');

const statementOf = (write: Write, parameter: string): string => {
  const table = quoted(write.table);
  const source = `jsonb_populate_recordset(null::${table}, ${parameter}::jsonb)`;
  if ('statement' in write) return write.statement(source);
  if ('remove' in write) return `delete from ${table} t using ${source} s where ${matching(write.key)}`;
  const columns = Object.keys(rowsOf(write)[0] ?? {});
  const set = (from: string): string =>
    columns
      .filter((column) => !('key' in write) || !write.key.includes(column))
      .map((column) => `${quoted(column)} = ${from}.${quoted(column)}`)
      .join(', ');
  if ('update' in write)
    return `update ${table} t set ${set('s')} from ${source} s where ${matching(write.key)}`;
  const list = columns.map(quoted).join(', ');
  const insert = `insert into ${table} (${list}) select ${list} from ${source}`;
  if ('insert' in write) return insert;
  const conflict = `on conflict (${write.key.map(quoted).join(', ')})`;
  const changes = set('excluded');
  if ('insertNew' in write || changes === '') return `${insert} ${conflict} do nothing`;
  return `${insert} ${conflict} do update set ${changes}`;
};

const modeOf = (write: Write): string => {
  if ('statement' in write) return write.statement('');
  if ('insert' in write) return 'insert';
  if ('insertNew' in write) return 'insertNew';
  if ('upsert' in write) return 'upsert';
  return 'update' in write ? 'update' : 'remove';
};

const withRows = (write: Write, rows: readonly Row[]): Write => {
  if ('insert' in write) return { ...write, insert: rows };
  if ('insertNew' in write) return { ...write, insertNew: rows };
  if ('upsert' in write) return { ...write, upsert: rows };
  if ('update' in write) return { ...write, update: rows };
  return 'remove' in write ? { ...write, remove: rows } : { ...write, rows };
};

/** The last row under each key; all rows where there is no key. */
const lastByKey = (write: Write): readonly Row[] => {
  if (!('key' in write)) return rowsOf(write);
  const { key } = write;
  return [
    ...new Map(rowsOf(write).map((row) => [JSON.stringify(key.map((column) => row[column])), row])).values(),
  ];
};

type Merged = { readonly write: Write; readonly shape: string };

const shapeOf = (write: Write, rows: readonly Row[]): string =>
  `${write.table} ${modeOf(write)} ${Object.keys(rows[0] ?? {}).join(' ')}`;

/** Writes of one kind to one table become one, the last row under a key standing for all of them. */
const mergedWrites = (writes: readonly Write[]): readonly Merged[] => {
  const groups = new Map<string, { readonly write: Write; readonly rows: Row[] }>();
  for (const write of writes) {
    const rows = rowsOf(write);
    if (rows.length === 0) continue;
    const shape = shapeOf(write, rows);
    const group = groups.get(shape);
    if (group === undefined) groups.set(shape, { write, rows: [...rows] });
    else group.rows.push(...rows);
  }
  return [...groups].map(([shape, { write, rows }]) => ({
    shape,
    write: withRows(write, rows.length === 1 ? rows : lastByKey(withRows(write, rows))),
  }));
};

const ENDING = ' select 1';

/** Whether the text is a batch of writes, whose answer says nothing. */
export const isWriteBatch = (text: string): boolean =>
  text.startsWith('with w0 as (') && text.endsWith(ENDING);

/** Commands write few shapes; beyond so many a text is composed anew each time. */
const MOST_TEXTS = 500;
const texts = new Map<string, string>();

const textOf = (merged: readonly Merged[]): string => {
  const shape = merged.map((one) => one.shape).join('\n');
  const known = texts.get(shape);
  if (known !== undefined) return known;
  const parts = merged.map(({ write }, index) => `w${index} as (${statementOf(write, `$${index + 1}`)})`);
  const text = `with ${parts.join(', ')}${ENDING}`;
  if (texts.size < MOST_TEXTS) texts.set(shape, text);
  return text;
};

/**
 * Sends all writes as one statement, one round trip. Rows of one write carry the same columns; a row may not be removed
 * by one write and put by another (PostgreSQL leaves the order of data-modifying CTEs open).
 */
export const writeBatch = async (tx: Tx, writes: readonly Write[]): Promise<void> => {
  const merged = mergedWrites(writes);
  if (merged.length === 0) return;
  await tx.query(
    textOf(merged),
    merged.map(({ write }) => JSON.stringify(rowsOf(write))),
  );
};

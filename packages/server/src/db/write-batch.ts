import type { Tx } from './transact.ts';

type Row = Readonly<Record<string, unknown>>;

/**
 * Rows for one table. `insertNew` leaves a row with the same key as it is, `upsert` replaces it; `remove` needs the key
 * columns only.
 */
export type Write =
  | { readonly table: string; readonly insert: readonly Row[] }
  | { readonly table: string; readonly insertNew: readonly Row[]; readonly key: readonly string[] }
  | { readonly table: string; readonly upsert: readonly Row[]; readonly key: readonly string[] }
  | { readonly table: string; readonly remove: readonly Row[]; readonly key: readonly string[] }
  /** A statement of its own over `rows`, which it reads from `source` as rows of the table. */
  | { readonly table: string; readonly rows: readonly Row[]; readonly statement: (source: string) => string };

const quoted = (name: string): string => `"${name}"`;

const rowsOf = (write: Write): readonly Row[] => {
  if ('insert' in write) return write.insert;
  if ('insertNew' in write) return write.insertNew;
  if ('upsert' in write) return write.upsert;
  return 'remove' in write ? write.remove : write.rows;
};

const statementOf = (write: Write, parameter: string): string => {
  const table = quoted(write.table);
  const source = `jsonb_populate_recordset(null::${table}, ${parameter}::jsonb)`;
  if ('statement' in write) return write.statement(source);
  if ('remove' in write) {
    const match = write.key.map((column) => `t.${quoted(column)} = s.${quoted(column)}`).join(' and ');
    return `delete from ${table} t using ${source} s where ${match}`;
  }
  const columns = Object.keys(rowsOf(write)[0] ?? {});
  const list = columns.map(quoted).join(', ');
  const insert = `insert into ${table} (${list}) select ${list} from ${source}`;
  if ('insert' in write) return insert;
  const conflict = `on conflict (${write.key.map(quoted).join(', ')})`;
  const changed = columns.filter((column) => !write.key.includes(column));
  if ('insertNew' in write || changed.length === 0) return `${insert} ${conflict} do nothing`;
  const set = changed.map((column) => `${quoted(column)} = excluded.${quoted(column)}`).join(', ');
  return `${insert} ${conflict} do update set ${set}`;
};

const modeOf = (write: Write): string => {
  if ('statement' in write) return write.statement('');
  if ('insert' in write) return 'insert';
  if ('insertNew' in write) return 'insertNew';
  return 'upsert' in write ? 'upsert' : 'remove';
};

const withRows = (write: Write, rows: readonly Row[]): Write => {
  if ('insert' in write) return { ...write, insert: rows };
  if ('insertNew' in write) return { ...write, insertNew: rows };
  if ('upsert' in write) return { ...write, upsert: rows };
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

/** Writes of one kind to one table become one, the last row under a key standing for all of them. */
export const mergedWrites = (writes: readonly Write[]): readonly Write[] => {
  const groups = Map.groupBy(
    writes.filter((write) => rowsOf(write).length > 0),
    (write) => JSON.stringify([write.table, modeOf(write), Object.keys(rowsOf(write)[0] ?? {})]),
  );
  return [...groups.values()].flatMap(([first, ...others]) => {
    if (first === undefined) return [];
    const all = withRows(first, [first, ...others].flatMap(rowsOf));
    return [withRows(all, lastByKey(all))];
  });
};

const ENDING = ' select 1';

/** Whether the text is a batch of writes, whose answer says nothing. */
export const isWriteBatch = (text: string): boolean =>
  text.startsWith('with w0 as (') && text.endsWith(ENDING);

/**
 * Sends all writes as one statement, one round trip. Rows of one write carry the same columns; a row may not be removed
 * by one write and put by another (PostgreSQL leaves the order of data-modifying CTEs open).
 */
export const writeBatch = async (tx: Tx, writes: readonly Write[]): Promise<void> => {
  const merged = mergedWrites(writes);
  if (merged.length === 0) return;
  const parts = merged.map((write, index) => `w${index} as (${statementOf(write, `$${index + 1}`)})`);
  const text = `with ${parts.join(', ')}${ENDING}`;
  await tx.query(
    text,
    merged.map((write) => JSON.stringify(rowsOf(write))),
  );
};

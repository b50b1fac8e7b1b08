import type { Tx } from './transact.ts';

type Row = Readonly<Record<string, unknown>>;

/** Rows for one table. `upsert` replaces the row with the same key; `delete` needs the key columns only. */
export type Write =
  | { readonly table: string; readonly insert: readonly Row[] }
  | { readonly table: string; readonly upsert: readonly Row[]; readonly key: readonly string[] }
  | { readonly table: string; readonly remove: readonly Row[]; readonly key: readonly string[] };

const quoted = (name: string): string => `"${name}"`;

const rowsOf = (write: Write): readonly Row[] =>
  'insert' in write ? write.insert : 'upsert' in write ? write.upsert : write.remove;

const statementOf = (write: Write, parameter: string): string => {
  const table = quoted(write.table);
  const source = `jsonb_populate_recordset(null::${table}, ${parameter}::jsonb)`;
  if ('remove' in write) {
    const match = write.key.map((column) => `t.${quoted(column)} = s.${quoted(column)}`).join(' and ');
    return `delete from ${table} t using ${source} s where ${match}`;
  }
  const columns = Object.keys(rowsOf(write)[0] ?? {});
  const list = columns.map(quoted).join(', ');
  const insert = `insert into ${table} (${list}) select ${list} from ${source}`;
  if ('insert' in write) return insert;
  const changed = columns.filter((column) => !write.key.includes(column));
  const set = changed.map((column) => `${quoted(column)} = excluded.${quoted(column)}`).join(', ');
  const conflict = `on conflict (${write.key.map(quoted).join(', ')})`;
  return changed.length === 0 ? `${insert} ${conflict} do nothing` : `${insert} ${conflict} do update set ${set}`;
};

/**
 * Sends all writes as one statement, one round trip. Rows of one write carry the same columns; no row may be named
 * by two writes (PostgreSQL leaves the order of data-modifying CTEs open).
 */
export const writeBatch = async (tx: Tx, writes: readonly Write[]): Promise<void> => {
  const filled = writes.filter((write) => rowsOf(write).length > 0);
  if (filled.length === 0) return;
  const parts = filled.map((write, index) => `w${index} as (${statementOf(write, `$${index + 1}`)})`);
  await tx.query(
    `with ${parts.join(', ')} select 1`,
    filled.map((write) => JSON.stringify(rowsOf(write))),
  );
};

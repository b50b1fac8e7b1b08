import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type pg from 'pg';
import { createClient } from './connect.ts';

const FOLDER = path.join(import.meta.dirname, '..', 'migrations');
const LOCK = 7_401_001;

export type Migration = { readonly name: string; readonly text: string; readonly checksum: string };

export const loadMigrations = async (): Promise<readonly Migration[]> => {
  const names = (await readdir(FOLDER)).filter((name) => name.endsWith('.sql')).sort();
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(path.join(FOLDER, name), 'utf8');
      return { name, text, checksum: createHash('sha256').update(text).digest('hex') };
    }),
  );
};

/** Thrown when the database was made by another or a newer program. */
export class MigrationConflict extends Error {}

const GRANTS = `
  grant usage on schema public to xiaoer_app;
  grant select, insert, update, delete on all tables in schema public to xiaoer_app;
  grant usage, select on all sequences in schema public to xiaoer_app;
  revoke insert, update, delete on migration from xiaoer_app;
  revoke update, delete on event_log, seal_leaf, seal_root from xiaoer_app;
  grant execute on function session_person, search_demand, like_demands to xiaoer_app;
`;

export const createMigrationTable = async (client: pg.ClientBase): Promise<void> => {
  await client.query(
    'create table if not exists migration (name text primary key, checksum text not null, applied_at timestamptz not null)',
  );
};

/** Applies one file inside the open transaction. */
export const applyMigration = async (client: pg.ClientBase, migration: Migration): Promise<void> => {
  await client.query(migration.text);
  await client.query('insert into migration (name, checksum, applied_at) values ($1, $2, now())', [
    migration.name,
    migration.checksum,
  ]);
};

const applyOne = async (client: pg.Client, migration: Migration): Promise<void> => {
  await client.query('begin');
  try {
    await applyMigration(client, migration);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
};

/**
 * Brings the database to the newest schema as its owner, under a lock, one transaction a file: a crash in the middle
 * leaves whole files applied and the next start goes on. Answers with the names applied now.
 */
export const migrate = async (owner: pg.ClientConfig): Promise<readonly string[]> => {
  const client = createClient(owner);
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    await createMigrationTable(client);
    const { rows } = await client.query<{ name: string; checksum: string }>(
      'select name, checksum from migration',
    );
    const known = new Map(rows.map((row) => [row.name, row.checksum]));
    const migrations = await loadMigrations();
    refuseForeign(known, migrations);
    const open = migrations.filter((migration) => !known.has(migration.name));
    for (const migration of open) await applyOne(client, migration);
    await client.query(GRANTS);
    return open.map((migration) => migration.name);
  } finally {
    await client.end();
  }
};

/** Files that were mended after databases had been made with them: a comment, and triggers that 0050 makes anew. */
const FORMER_CHECKSUMS: Readonly<Record<string, string>> = {
  '0003_demand.sql': '31cfbc378407449596a928bbacf7cba8561e57b4a92c4198ae314943d474ae8e',
  '0048_names_beside_demands.sql': '924fc7f0af258375bd15289eda03640534cbac2a1d9044ab1c12138cdeb75bd4',
};

/** Whether a database in which a migration has this checksum was made with it. */
export const isWhatWasApplied = ({ name, checksum }: Migration, applied: string): boolean =>
  applied === checksum || applied === FORMER_CHECKSUMS[name];

const refuseForeign = (known: ReadonlyMap<string, string>, migrations: readonly Migration[]): void => {
  for (const migration of migrations) {
    const checksum = known.get(migration.name);
    if (checksum !== undefined && !isWhatWasApplied(migration, checksum))
      throw new MigrationConflict(`migration ${migration.name} was changed after it was applied`);
  }
  const names = new Set(migrations.map((migration) => migration.name));
  const newer = [...known.keys()].find((name) => !names.has(name));
  if (newer !== undefined)
    throw new MigrationConflict(`the database has ${newer}, which this program does not know`);
};

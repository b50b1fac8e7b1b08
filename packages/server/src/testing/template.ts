import { Client } from 'pg';
import { migrate } from '../db/migrate.ts';
import { createDatabaseSql } from '../embedded/roles.ts';
import type { EmbeddedDatabase } from '../embedded/start-embedded.ts';

export const templateName = 'xiaoer_template';
const lock = 20_251_123;

/** Migrates a database once per server; every test file then gets a copy of it. */
export async function ensureTemplate(
  server: Pick<EmbeddedDatabase, 'ownerConfig' | 'superuserConfig'>,
): Promise<void> {
  const client = new Client(server.superuserConfig);
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [lock]);
    const sql = 'select from pg_database where datname = $1 and datistemplate';
    if ((await client.query(sql, [templateName])).rowCount) return;
    await client.query(`drop database if exists ${templateName}`);
    await client.query(createDatabaseSql(templateName));
    await migrate({ ...server.ownerConfig, database: templateName });
    await client.query(`alter database ${templateName} is_template true`);
  } finally {
    await client.end();
  }
}

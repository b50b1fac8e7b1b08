import type { EnterpriseId, TenantId } from '@xiaoer/domain/kernel/ids';
import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../testing/database.ts';
import { createPool, WEB_POOL } from './connect.ts';
import { read, transact } from './transact.ts';

/** Reviewed: they hold ids and dates only, and are read before or across tenants. Everything else carries a policy. */
const WITHOUT_POLICY = [
  'configuration_version',
  'credential',
  'due',
  'job',
  'migration',
  'outbox',
  'phone_code',
  'session',
  'sign_in_failure',
  'tenant',
];

type Column = { table_name: string; column_name: string; udt_name: string; is_identity: 'YES' | 'NO' };

const SAMPLES: Readonly<Record<string, string>> = {
  int2: '1',
  int4: '1',
  int8: '1',
  text: "'x'",
  uuid: `'${randomUUID()}'`,
  bool: 'true',
  date: "'2022-06-01'",
  timestamptz: "'2022-06-01T09:00:00+08:00'",
  jsonb: "'{}'",
  bytea: "'\\x00'",
  tsvector: "''",
  _uuid: "'{}'",
  _int4: "'{}'",
  _text: "'{}'",
  float8: '1',
};

const ONE = 1 as TenantId;
const OTHER = 2 as TenantId;

describe.each(['18', '15'] as const)('row-level security on PostgreSQL %s', async (version) => {
  const database = await testDatabase(version);
  const pool = createPool(database.appConfig, WEB_POOL);
  const superuser = new Client({ ...database.superuserConfig, database: database.name });
  const columns = new Map<string, Column[]>();
  const policies = new Map<string, string[]>();

  beforeAll(async () => {
    await superuser.connect();
    const { rows } = await superuser.query<Column>(
      `select table_name, column_name, udt_name, is_identity from information_schema.columns
       where table_schema = 'public' order by table_name, ordinal_position`,
    );
    for (const row of rows) columns.set(row.table_name, [...(columns.get(row.table_name) ?? []), row]);
    const found = await superuser.query<{ tablename: string; policyname: string }>(
      "select tablename, policyname from pg_policies where schemaname = 'public'",
    );
    for (const { tablename, policyname } of found.rows)
      policies.set(tablename, [...(policies.get(tablename) ?? []), policyname]);
    // The rows are nonsense; only who sees them matters here.
    await superuser.query(`do $$ declare c record; begin
      for c in select conrelid::regclass as owner, conname from pg_constraint where contype = 'c' and conrelid <> 0
        and connamespace = 'public'::regnamespace
      loop execute format('alter table %s drop constraint %I', c.owner, c.conname); end loop; end $$`);
    await superuser.query('set session_replication_role = replica');
    for (const [table, of] of columns)
      if (policies.has(table))
        for (const tenant of [ONE, OTHER]) await superuser.query(insertText(table, of, tenant));
  });
  afterAll(async () => {
    await pool.end();
    await superuser.end();
  });

  const insertText = (table: string, of: readonly Column[], tenant: number): string => {
    const written = of.filter((column) => column.is_identity === 'NO');
    const values = written.map(({ column_name, udt_name }) =>
      column_name === 'tenant_id' ? String(tenant) : (SAMPLES[udt_name] ?? 'null'),
    );
    return `insert into ${table} (${written.map((column) => column.column_name).join(', ')}) values (${values.join(', ')})`;
  };

  const guarded = (): readonly string[] => [...columns.keys()].filter((table) => policies.has(table));

  it('guards every table but the reviewed list', () => {
    const open = [...columns.keys()].filter((table) => !policies.has(table));
    expect(open.sort()).toEqual(WITHOUT_POLICY);
    expect(guarded().length).toBeGreaterThan(15);
  });

  it('begins the key of every guarded table with the tenant', async () => {
    const { rows } = await superuser.query<{ relname: string; first: string }>(
      `select c.relname, a.attname as first from pg_index i join pg_class c on c.oid = i.indrelid
       join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
       where i.indisprimary and c.relname = any($1)`,
      [guarded()],
    );
    expect(rows.map((row) => row.first)).toEqual(guarded().map(() => 'tenant_id'));
  });

  it("hides another tenant's rows and keeps them from being written", async () => {
    for (const table of guarded()) {
      const seen = await read(pool, { tenantId: ONE }, (db) =>
        db.query<{ tenant_id: number }>(`select tenant_id from ${table}`),
      );
      expect(
        seen.map((row) => row.tenant_id),
        table,
      ).toEqual([1]);
      const none = await read(pool, { tenantId: 3 as TenantId }, (db) => db.query(`select 1 from ${table}`));
      expect(none, table).toEqual([]);
      const foreign = insertText(table, columns.get(table) ?? [], 3);
      const writing = transact(pool, { tenantId: ONE }, async (tx) => ({
        answer: await tx.query(foreign),
        keep: false,
      }));
      await expect(writing, table).rejects.toThrow(/row-level security/);
    }
  });

  it('lets nobody move or delete the rows of another tenant', async () => {
    for (const table of guarded().filter((name) => !['event_log', 'seal_leaf', 'seal_root'].includes(name))) {
      await transact(pool, { tenantId: ONE }, async (tx) => {
        await tx.query(`delete from ${table}`);
        return { answer: undefined, keep: true };
      });
      const { rows } = await superuser.query<{ tenant_id: number }>(`select tenant_id from ${table}`);
      expect(
        rows.map((row) => row.tenant_id),
        table,
      ).toEqual([2]);
    }
  });

  it('shows nothing on a connection without a tenant', async () => {
    for (const table of guarded()) {
      const { rowCount } = await pool.query(`select 1 from ${table}`);
      expect(rowCount, table).toBe(0);
    }
  });

  it('refuses to change or delete what was logged', async () => {
    for (const text of ['update event_log set type = type', 'delete from event_log'])
      await expect(
        transact(pool, { tenantId: OTHER }, async (tx) => ({ answer: await tx.query(text), keep: false })),
      ).rejects.toThrow(/permission denied/);
  });

  it("hides another enterprise's rows from a signed-in enterprise", async () => {
    const ofEnterprises = guarded().filter((table) => policies.get(table)?.includes('enterprise_isolation'));
    expect(ofEnterprises).toEqual(
      expect.arrayContaining(['demand', 'demand_period', 'enterprise', 'event_log']),
    );
    const scope = { tenantId: OTHER, enterpriseId: randomUUID() as EnterpriseId };
    for (const table of ofEnterprises) {
      const whole = await read(pool, { tenantId: OTHER }, (db) => db.query(`select 1 from ${table}`));
      const own = await read(pool, scope, (db) => db.query(`select 1 from ${table}`));
      expect([table, whole.length, own.length]).toEqual([table, 1, 0]);
    }
  });
});

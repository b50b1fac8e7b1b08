import type { EnterpriseId, TenantId } from '@xiaoer/domain/kernel/ids';
import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../testing/database.ts';
import { createPool, WEB_POOL } from './connect.ts';
import { read, transact, type RowScope } from './transact.ts';

/** Reviewed, each with why it carries no policy of tenants. A table that is not listed must carry one. */
const OPEN_TO_TENANTS: Readonly<Record<string, string>> = {
  configuration_version: 'an id per tenant that says whether the held configuration is the newest',
  credential: 'sign-in looks an account or a phone up before it knows the tenant',
  due: 'workers claim due moments of every tenant; ids and moments only',
  job: 'workers claim jobs of every tenant; ids only',
  migration: 'the schema has no tenant',
  outbox: 'workers claim rows of every tenant; ids, and why nothing followed, without values',
  phone_code: 'a code is sent before the tenant is chosen; hashes only',
  session: 'a token is looked up before the tenant is known; hashes and ids only',
  sign_in_failure: 'counted for an account or an address before the tenant is known',
  tenant: 'the host name and the code are looked up in it',
};

/** Reviewed, each with why a signed-in enterprise is not kept from another enterprise's rows: there are none. */
const OPEN_TO_ENTERPRISES: Readonly<Record<string, string>> = {
  category: "the zone's catalogue, which every enterprise chooses from",
  delivery: 'ids and states of e-mails, by person; only workers read it',
  duty_roster: "the zone's own rosters",
  export_log: 'what staff took out',
  figure_delta: 'counts of the whole zone',
  idempotency: 'keyed by the person who sent the command',
  import_job: 'sheets that staff brought in',
  notice: 'read by person; the workers who write it speak for nobody',
  notice_choice: 'keyed by person',
  organisation: 'names of units, which every enterprise reads',
  outside_link: 'hashes of links; bodies outside speak for no enterprise',
  person: 'names of officers are read by every enterprise; what a contact may read of it the routes decide',
  person_language: 'keyed by person',
  policy_session: "the zone's own sessions",
  seal_leaf: 'hashes',
  seal_root: 'hashes',
  settings: "the zone's own limits and calendar, which terms are computed with",
  suggestion_model: 'words and weights learned for the whole zone',
  territory: 'names of parks and grids, which every enterprise reads',
  unsealed: 'ids of events',
};

/** The app may add to them and read them, nothing else. */
const APPEND_ONLY: readonly string[] = ['event_log', 'seal_leaf', 'seal_root'];

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

/** The tables that no such policy stands on. */
const without = (all: ReadonlyMap<string, readonly string[]>, policy: RegExp): readonly string[] =>
  [...all].flatMap(([table, names]) => (names.some((name) => policy.test(name)) ? [] : [table])).toSorted();

describe.each(['18', '15'] as const)('row-level security on PostgreSQL %s', async (version) => {
  const database = await testDatabase(version);
  const pool = createPool(database.appConfig, WEB_POOL);
  const superuser = new Client({ ...database.superuserConfig, database: database.name });
  const columns = new Map<string, Column[]>();
  const policies = new Map<string, string[]>();

  /** Policies count only on a table that heeds them. */
  const readPolicies = async (): Promise<ReadonlyMap<string, string[]>> => {
    const { rows } = await superuser.query<{ name: string; policies: string[] }>(
      `select c.relname as name, coalesce(array_agg(p.policyname::text) filter (where c.relrowsecurity and p.policyname is not null), '{}') as policies
       from pg_class c left join pg_policies p on p.schemaname = 'public' and p.tablename = c.relname
       where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') group by c.relname`,
    );
    return new Map(rows.map((row) => [row.name, row.policies]));
  };

  beforeAll(async () => {
    await superuser.connect();
    const { rows } = await superuser.query<Column>(
      `select table_name, column_name, udt_name, is_identity from information_schema.columns
       where table_schema = 'public' order by table_name, ordinal_position`,
    );
    for (const row of rows) columns.set(row.table_name, [...(columns.get(row.table_name) ?? []), row]);
    for (const [table, names] of await readPolicies()) policies.set(table, names);
    // The rows are nonsense; only who sees them matters here.
    await superuser.query(`do $$ declare c record; begin
      for c in select conrelid::regclass as owner, conname from pg_constraint where contype = 'c' and conrelid <> 0
        and connamespace = 'public'::regnamespace
      loop execute format('alter table %s drop constraint %I', c.owner, c.conname); end loop; end $$`);
    await superuser.query('set session_replication_role = replica');
    for (const [table, of] of columns)
      if (policies.get(table)?.length)
        for (const tenant of [ONE, OTHER]) await superuser.query(insertText(table, of, { tenant }));
  });
  afterAll(async () => {
    await pool.end();
    await superuser.end();
  });

  type Values = { readonly tenant: number; readonly id?: string };

  /** `id` stands in every uuid and text of the row, so in its keys and in its enterprise. */
  const insertText = (table: string, of: readonly Column[], { tenant, id }: Values): string => {
    const written = of.filter((column) => column.is_identity === 'NO');
    const values = written.map(({ column_name, udt_name }) => {
      if (column_name === 'tenant_id') return String(tenant);
      return ['uuid', 'text'].includes(udt_name) && id !== undefined
        ? `'${id}'`
        : (SAMPLES[udt_name] ?? 'null');
    });
    return `insert into ${table} (${written.map((column) => column.column_name).join(', ')}) values (${values.join(', ')})`;
  };

  const guarded = (): readonly string[] =>
    [...policies.keys()].filter((table) => policies.get(table)?.length);
  const changeable = (): readonly string[] => guarded().filter((table) => !APPEND_ONLY.includes(table));
  const withEnterprise = (): readonly string[] =>
    guarded().filter((table) => !(table in OPEN_TO_ENTERPRISES));
  /** Rows that a statement answers with; nothing of it is kept. */
  const tried = <Row extends object>(scope: RowScope, text: string): Promise<readonly Row[]> =>
    transact(pool, scope, async (tx) => ({
      answer: (await tx.query(text)) as readonly Row[],
      keep: false,
    }));

  it('guards every table against other tenants but the reviewed list', () => {
    expect(without(policies, /^tenant_isolation$/)).toEqual(Object.keys(OPEN_TO_TENANTS));
    expect(guarded().length).toBeGreaterThan(15);
  });

  it('guards every table of tenants against other enterprises but the reviewed list', () => {
    const open = without(policies, /^enterprise_/).filter((table) => !(table in OPEN_TO_TENANTS));
    expect(open).toEqual(Object.keys(OPEN_TO_ENTERPRISES));
    const named = [...columns].filter(([, of]) =>
      of.some((column) => column.column_name === 'enterprise_id'),
    );
    expect(named.map(([table]) => table).filter((table) => !withEnterprise().includes(table))).toEqual([]);
  });

  it('sees a new table that carries no policy, or does not heed the one it carries', async () => {
    await superuser.query('begin; create table planted (tenant_id integer not null)');
    expect((await readPolicies()).get('planted')).toEqual([]);
    await superuser.query('create policy tenant_isolation on planted using (true)');
    const all = await readPolicies();
    await superuser.query('rollback');
    expect(without(all, /^tenant_isolation$/)).toContain('planted');
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
      const foreign = insertText(table, columns.get(table) ?? [], { tenant: 3 });
      await expect(tried({ tenantId: ONE }, foreign), table).rejects.toThrow(/row-level security/);
    }
  });

  it('changes and deletes the own rows only, whatever the statement says', async () => {
    const scope = { tenantId: ONE };
    for (const table of changeable()) {
      const own = [{ tenant_id: ONE }];
      const changed = `update ${table} set tenant_id = tenant_id`;
      expect(await tried(scope, `${changed} returning tenant_id`), table).toEqual(own);
      expect(await tried(scope, `${changed} where tenant_id = ${OTHER} returning tenant_id`), table).toEqual(
        [],
      );
      expect(await tried(scope, `delete from ${table} returning tenant_id`), table).toEqual(own);
    }
  });

  it('lets no row move to another tenant', async () => {
    for (const table of changeable())
      await expect(tried({ tenantId: ONE }, `update ${table} set tenant_id = 3`), table).rejects.toThrow(
        /row-level security/,
      );
  });

  it('lets nobody empty a table, switch the policies off or become somebody else', async () => {
    const [table = ''] = guarded();
    for (const text of [
      ...guarded().map((name) => `truncate ${name} cascade`),
      `alter table ${table} disable row level security`,
      `drop policy tenant_isolation on ${table}`,
      `set local row_security = off; select 1 from ${table}`,
      'set local role xiaoer_owner',
      'set local session authorization xiaoer_owner',
    ])
      await expect(tried({ tenantId: ONE }, text), text).rejects.toThrow(
        /permission denied|must be owner|would be affected by row-level security/,
      );
  });

  it('shows nothing on a connection without a tenant', async () => {
    for (const table of guarded()) {
      const { rowCount } = await pool.query(`select 1 from ${table}`);
      expect(rowCount, table).toBe(0);
    }
  });

  it('refuses to change or delete what was logged', async () => {
    for (const table of APPEND_ONLY)
      for (const text of [`update ${table} set tenant_id = tenant_id`, `delete from ${table}`])
        await expect(tried({ tenantId: OTHER }, text), text).rejects.toThrow(/permission denied/);
  });

  describe('a signed-in enterprise', () => {
    const mine = randomUUID() as EnterpriseId;
    const scope = { tenantId: OTHER, enterpriseId: mine };

    it("sees none of another enterprise's rows", async () => {
      for (const table of withEnterprise()) {
        const whole = await read(pool, { tenantId: OTHER }, (db) => db.query(`select 1 from ${table}`));
        const own = await read(pool, scope, (db) => db.query(`select 1 from ${table}`));
        expect([table, whole.length, own.length]).toEqual([table, 1, 0]);
      }
    });

    it('writes no row of another enterprise', async () => {
      for (const table of withEnterprise()) {
        const insert = (id: string) =>
          tried(scope, insertText(table, columns.get(table) ?? [], { tenant: OTHER, id }));
        await expect(insert(randomUUID()), table).rejects.toThrow(/row-level security/);
        await insert(mine);
      }
    });

    it('changes and deletes its own rows only, and gives none of them away', async () => {
      const tables = withEnterprise().filter((table) => changeable().includes(table));
      for (const table of tables)
        await superuser.query(insertText(table, columns.get(table) ?? [], { tenant: OTHER, id: mine }));
      for (const table of tables) {
        const own = [{ enterprise_id: mine }];
        const changed = `update ${table} set enterprise_id = enterprise_id returning enterprise_id`;
        expect(await tried(scope, changed), table).toEqual(own);
        expect(await tried(scope, `delete from ${table} returning enterprise_id`), table).toEqual(own);
        await expect(
          tried(scope, `update ${table} set enterprise_id = '${randomUUID()}'`),
          table,
        ).rejects.toThrow(/row-level security/);
      }
    });
  });
});

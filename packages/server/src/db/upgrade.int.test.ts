import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Client, ClientConfig } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { restoreBackup } from '../backup/restore-backup.ts';
import { writeBackup } from '../backup/write-backup.ts';
import { bringUpToDate, fillIn } from '../cli/bring-up-to-date.ts';
import { verificationOf } from '../cli/verification.ts';
import { createDatabaseSql } from '../embedded/roles.ts';
import { openSealKeys, readPublicKeys } from '../seal/seal-keys.ts';
import { sealPending } from '../seal/seal-pending.ts';
import { verifyDatabase } from '../seal/verify-database.ts';
import { signedInAs } from '../testing/signed-in-as.ts';
import { testHouse } from '../testing/test-house.ts';
import { drainOutbox } from '../workers/outbox.ts';
import { createClient } from './connect.ts';
import { applyMigration, createMigrationTable, loadMigrations } from './migrate.ts';

/** The last migration of the release that the data folder comes from. */
const EARLIER = '0030_delivery.sql';

type Rows = Readonly<Record<string, readonly unknown[]>>;

const house = await testHouse();
const { as, database, tenantId } = house;
const folder = mkdtempSync(path.join(tmpdir(), 'xiaoer-upgrade-'));
const name = `${database.name}_earlier`;
const earlier = (config: ClientConfig): ClientConfig => ({ ...config, database: name });

const on = async <Answer>(
  config: ClientConfig,
  work: (client: Client) => Promise<Answer>,
): Promise<Answer> => {
  const client = createClient(config);
  await client.connect();
  return work(client).finally(() => client.end());
};

const tablesOf = async (client: Client): Promise<readonly string[]> => {
  const { rows } = await client.query<{ tablename: string }>(
    "select tablename from pg_tables where schemaname = 'public' and tablename <> 'migration' order by 1",
  );
  return rows.map(({ tablename }) => tablename);
};

/** Every row of every table, as text in order. */
const rowsIn = async (client: Client): Promise<Rows> => {
  const all: Record<string, readonly unknown[]> = {};
  for (const table of await tablesOf(client)) {
    const { rows } = await client.query<{ row: unknown }>(
      `select to_jsonb(t) as row from "${table}" t order by to_jsonb(t)::text collate "C"`,
    );
    all[table] = rows.map(({ row }) => row);
  }
  return all;
};

/** The rows of figure_delta are counted anew, hence numbered anew; their number says nothing. */
const unnumbered = (rows: Rows): Rows => ({
  ...rows,
  figure_delta: (rows['figure_delta'] as readonly { readonly delta_id: number }[])
    .map(({ delta_id: _number, ...row }) => JSON.stringify(row))
    .toSorted(),
});

const registration = (title: string, text = '停电') => {
  const particulars = { title, text, category: 'power', territoryId: house.territories.park };
  return { channel: 'visit', enterpriseId: house.enterpriseId, particulars };
};

/** One that is over. */
const withdraw = async (): Promise<void> => {
  const { body } = await as.officer.post('/api/demands', registration('咨询补贴', '请问补贴怎样申请。'));
  const withdrawn = { askersWords: '已在网上办好。', proof: [] };
  const { status } = await as.desk.post(`/api/demands/${body.id}/withdraw`, withdrawn, { version: 1 });
  expect(status).toBe(200);
};

/** One whose asker was called twice, and answered neither time. */
const callInVain = async (): Promise<void> => {
  const { body } = await as.officer.post('/api/demands', registration('路灯不亮'));
  let version = 1;
  const does = async (who: keyof typeof house.people, verb: string, sent: object): Promise<void> => {
    const caller = await signedInAs(house.app, {
      deps: house.deps,
      tenantId,
      personId: house.people[who],
    });
    const done = await caller.post(`/api/demands/${body.id}/${verb}`, sent, { version });
    expect([verb, done.status]).toEqual([verb, 200]);
    version = done.body.version;
  };
  const answer = { conclusion: 'explained', text: '路灯由市政统一维护。' };
  await does('desk', 'decide-remit', { remit: 'own', reason: '属于本区职责' });
  await does('desk', 'route', { lead: { unitId: house.units.one } });
  await does('headOne', 'accept', { personId: house.people.handlerOne });
  await does('headOne', 'submit-answer', { answer });
  await does('desk', 'open-call-back', {});
  await does('inspector', 'record-call-back', { result: 'unreachable', note: '' });
  house.clock.advance(4 * 1_440);
  await does('inspector', 'record-call-back', { result: 'unreachable', note: '' });
};

/** What the zone does before the upgrade: demands, one paused and in a package, one withdrawn, one called back, notices, a sealed log. */
const live = async (): Promise<void> => {
  const raise = async (title: string) => (await as.officer.post('/api/demands', registration(title))).body.id;
  await withdraw();
  const id = await raise('变压器烧毁');
  await raise('供水“压力”\u0007不足 🚰 "3/4" \\');
  const steps: readonly [keyof typeof as, string, object][] = [
    ['desk', 'decide-remit', { remit: 'own', reason: '属于本区职责' }],
    ['desk', 'route', { lead: { unitId: house.units.one } }],
    ['headOne', 'accept', { personId: house.people.handlerOne }],
    ['handlerOne', 'pause', { reason: 'awaitingEnterprise', note: '等企业补充材料', proof: [] }],
  ];
  let version = 1;
  for (const [who, verb, body] of steps) {
    const done = await as[who].post(`/api/demands/${id}/${verb}`, body, { version });
    expect([verb, done.status]).toEqual([verb, 200]);
    version = done.body.version;
  }
  const lead = { unitId: house.units.one, personId: house.people.headOne };
  const opening = { enterpriseId: house.enterpriseId, title: '供电供水', lead };
  const { body } = await as.desk.post('/api/packages', opening);
  const added = await as.desk.post(`/api/packages/${body.id}/add-demand`, { demandId: id }, { version: 1 });
  expect(added.status).toBe(200);
  await callInVain();
  const workers = { ...house.deps, registry: house.registry, onRefused: () => undefined };
  await drainOutbox(workers, house.clock.now);
  const keys = await openSealKeys({ folder });
  expect(await sealPending({ pool: house.pool, keys, now: () => house.clock.now }, tenantId)).toBeGreaterThan(
    20,
  );
};

type DueRow = { readonly moments: Readonly<Record<string, string>>; readonly [column: string]: unknown };

type CardRow = {
  readonly card: string;
  readonly state: Readonly<Record<string, unknown>>;
  readonly [column: string]: unknown;
};

type TextRow = { readonly tsv: string; readonly [column: string]: unknown };

/**
 * Rows of tables that have changed their shape, as the earlier release kept them: a row for each due moment, words without
 * the number of their tenant, and columns for what stands in the card of a demand, whose state did not keep the moment of
 * the last attempt at a call-back.
 */
const asEarlier = (rows: Rows): Rows => ({
  ...rows,
  demand: (rows['demand'] as readonly CardRow[]).map(({ card, state, ...demand }) => {
    const shown = JSON.parse(card) as Record<string, unknown>;
    const { attemptedAt: _since, ...kept } = state;
    return {
      ...demand,
      state: kept,
      started_at: shown['startedAt'],
      stopped_at: shown['stoppedAt'],
      next_due_at: shown['nextDueAt'],
      settled_late: shown['settledLate'],
      satisfied: shown['satisfied'],
      rejections: 0,
    };
  }),
  demand_text: (rows['demand_text'] as readonly TextRow[]).map((row) => ({
    ...row,
    tsv: row.tsv.replaceAll(`'${tenantId}:`, "'"),
  })),
  due: (rows['due'] as readonly DueRow[]).flatMap(({ moments, ...stream }) =>
    Object.entries(moments).map(([step, at]) => ({ ...stream, step, due_at: at })),
  ),
});

/** A database of the earlier release, holding what that release would have written: today's rows in its columns. */
const makeEarlier = async (rows: Rows): Promise<void> => {
  await on(database.superuserConfig, (client) => client.query(createDatabaseSql(name)));
  await on(earlier(database.ownerConfig), async (client) => {
    await createMigrationTable(client);
    for (const migration of await loadMigrations())
      if (migration.name <= EARLIER) await applyMigration(client, migration);
  });
  // That release had another comment in this file.
  await on(earlier(database.ownerConfig), (client) =>
    client.query(
      `update migration set checksum = '31cfbc378407449596a928bbacf7cba8561e57b4a92c4198ae314943d474ae8e'
       where name = '0003_demand.sql'`,
    ),
  );
  await on(earlier(database.superuserConfig), async (client) => {
    await client.query('set session_replication_role = replica');
    for (const table of await tablesOf(client))
      await client.query(
        `insert into "${table}" overriding system value
         select (jsonb_populate_record(null::"${table}", row)).* from jsonb_array_elements($1) row`,
        [JSON.stringify(rows[table] ?? [])],
      );
  });
};

describe('the data of an earlier release', () => {
  let today: Rows = {};
  beforeAll(async () => {
    await live();
    today = await on(database.superuserConfig, rowsIn);
    await makeEarlier(asEarlier(today));
  });
  afterAll(async () => {
    for (const one of [name, `${name}_restored`])
      await on(database.superuserConfig, (client) =>
        client.query(`drop database if exists ${one} with (force)`),
      );
    rmSync(folder, { recursive: true, force: true });
  });

  it('lacks what came since', async () => {
    const before = await on(earlier(database.superuserConfig), rowsIn);
    expect(before).not.toEqual(today);
    expect(Object.keys(before)).not.toContain('person_language');
    expect(before['demand']).toHaveLength(4);
    expect(before['due']?.length).toBeGreaterThan(2);
  });

  it('is restored by the present release from a backup that the earlier one made', async () => {
    const filesRoot = path.join(folder, 'files');
    mkdirSync(filesRoot);
    const backup = { folder: path.join(folder, 'backup'), filesRoot };
    const publicKeys = await readPublicKeys({ folder });
    await on(earlier(database.ownerConfig), (client) =>
      writeBackup(client, { ...backup, publicKeys, madeAt: house.clock.now }),
    );
    await on(database.superuserConfig, (client) => client.query(createDatabaseSql(`${name}_restored`)));
    const into = { ...database.ownerConfig, database: `${name}_restored` };
    const verification = verificationOf(publicKeys);
    const { report } = await on(into, (client) => restoreBackup(client, { ...backup, verification, fillIn }));
    expect(report.tenants.map(({ findings }) => findings)).toEqual([[]]);
    expect(report.ok).toBe(true);
    await bringUpToDate(into);
    const restored = unnumbered(await on({ ...database.superuserConfig, database: into.database }, rowsIn));
    const { session: _signedIn, ...kept } = unnumbered(today);
    expect(restored).toEqual({ ...kept, session: [] });
  });

  it('is migrated, filled in with what the present release would have written, and verifies', async () => {
    // Two programs that start at once on one database.
    const both = await Promise.all([1, 2].map(() => bringUpToDate(earlier(database.ownerConfig))));
    const applied = both.flat();
    const names = (await loadMigrations()).map((migration) => migration.name);
    expect(applied).toEqual(names.filter((each) => each > EARLIER));
    expect(applied.length).toBeGreaterThan(0);
    expect(unnumbered(await on(earlier(database.superuserConfig), rowsIn))).toEqual(unnumbered(today));
    const verification = verificationOf(await readPublicKeys({ folder }));
    const report = await on(earlier(database.ownerConfig), (client) => verifyDatabase(client, verification));
    expect(report.tenants.map(({ findings }) => findings)).toEqual([[]]);
    expect(report.ok).toBe(true);
  });

  it('is left alone by the next start', async () => {
    expect(await bringUpToDate(earlier(database.ownerConfig))).toEqual([]);
    expect(unnumbered(await on(earlier(database.superuserConfig), rowsIn))).toEqual(unnumbered(today));
  });
});

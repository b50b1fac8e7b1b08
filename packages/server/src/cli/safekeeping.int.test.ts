import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDatabaseSql } from '../embedded/roles.ts';
import { testDatabase, type TestDatabase } from '../testing/database.ts';
import { runXiaoer } from '../testing/run-xiaoer.ts';

const folder = mkdtempSync(join(tmpdir(), 'xiaoer-safekeeping-'));
const source = await testDatabase('18');
const older = await testDatabase('15');
const emptyName = `${older.name}_empty`;

const urlOf = ({ superuserConfig, name }: TestDatabase, user = 'xiaoer_owner'): string =>
  `postgres://${user}@localhost/${name}?host=${encodeURIComponent(String(superuserConfig.host))}&port=${superuserConfig.port}`;

const run = (words: readonly string[], database: TestDatabase, user?: string) =>
  runXiaoer(words, { DATA_DIR: join(folder, database.name), DATABASE_URL: urlOf(database, user) }).ended;

const asSuperuser = async (database: TestDatabase, sql: string): Promise<void> => {
  const client = new Client(database.superuserConfig);
  await client.connect();
  await client.query(sql).finally(() => client.end());
};

const empty: TestDatabase = { ...older, name: emptyName };

beforeAll(async () => {
  await asSuperuser(older, createDatabaseSql(emptyName));
  await asSuperuser(
    source,
    `insert into tenant (tenant_id, code, name, name_en, created_at) values (1, 'east', '东区', 'East', '2022-01-01')`,
  );
});
afterAll(async () => {
  await asSuperuser(older, `drop database ${emptyName} with (force)`);
  rmSync(folder, { recursive: true, force: true });
});

describe('verify', () => {
  it('answers with exit code 0 and a line for each tenant when everything agrees', async () => {
    expect(await run(['verify'], source)).toEqual({
      code: 0,
      err: '',
      out: 'east: 0 events in 0 streams, 0 sealed in 0 batches, last root none\nVerified: everything agrees.\n',
    });
  });

  it('prints a report for programs', async () => {
    const { code, out } = await run(['verify', '--json'], source);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ ok: true, tenants: [{ code: 'east', events: 0, findings: [] }] });
  });

  it('answers with exit code 1 when a root belongs to no chain', async () => {
    const root = 'ab'.repeat(32);
    const { code, out } = await run(['verify', '--root', root], source);
    expect(code).toBe(1);
    expect(out).toContain(`root ${root} belongs to no chain`);
  });

  it('answers with exit code 1 and names what is wrong', async () => {
    const stream = '00000000-0000-7000-8000-000000000001';
    const insert = `insert into event_log values (1, '${stream}', 1, 'x', 'Slipped', 1, '{}', null, null, now(), '${stream}', null)`;
    await asSuperuser(source, insert);
    const { code, out } = await run(['verify'], source);
    await asSuperuser(source, 'delete from event_log');
    expect(code).toBe(1);
    expect(out).toContain(`east: inserted: stream ${stream} version 1 (Slipped) was inserted`);
    expect(out).toMatch(/Not verified: \d+ differences\.\n$/);
  });

  it.each<[readonly string[], TestDatabase, string]>([
    [['verify', '--root', 'abc'], source, 'abc is not a root: it has 64 digits 0-9 and a-f.'],
    [['verify'], empty, 'The database is empty: nothing was ever stored in it.'],
    [['backup', join(folder, 'of-empty')], empty, 'The database is empty: nothing was ever stored in it.'],
    [['restore', folder], empty, `${folder} holds no finished backup`],
    [['backup'], source, 'Usage: xiaoer backup DIR'],
  ])('refuses %j in one line', async (words, database, line) => {
    const { code, out, err } = await run(words, database);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err.trimEnd().split('\n')).toEqual([expect.stringContaining(line)]);
  });

  it('refuses a role that does not see every row', async () => {
    const { code, err } = await run(['verify'], source, 'xiaoer_app');
    expect(code).toBe(1);
    expect(err).toContain('needs the owner of the tables');
  });
});

describe('backup and restore', () => {
  it('bring a zone from one server to an older one', async () => {
    const place = join(folder, 'backup');
    const backup = await run(['backup', place], source);
    expect(backup).toMatchObject({ code: 0, err: '' });
    expect(backup.out).toContain(`${place}: `);
    const restored = await run(['restore', place], empty);
    expect(restored).toMatchObject({ code: 0, err: '' });
    expect(restored.out).toContain('east: 0 events');
    expect(restored.out.trimEnd().split('\n').at(-1)).toBe(`Restored from ${place}.`);
    expect(await run(['verify'], empty)).toMatchObject({ code: 0 });

    const again = await run(['restore', place], empty);
    expect(again.code).toBe(1);
    expect(again.err).toContain('Restoring needs an empty database');
  });

  it('refuse a folder that is taken before anything is started', async () => {
    const taken = mkdtempSync(join(folder, 'taken-'));
    writeFileSync(join(taken, 'file'), '');
    const unreachable = { DATA_DIR: folder, DATABASE_URL: 'postgres://me@localhost:9/none' };
    expect(await runXiaoer(['backup', taken], unreachable).ended).toEqual({
      code: 1,
      out: '',
      err: `${taken} is not empty: name a new folder for the backup.\n`,
    });
  });
});

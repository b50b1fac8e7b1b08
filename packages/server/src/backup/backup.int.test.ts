import { createHash } from 'node:crypto';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import type { TenantId } from '@xiaoer/domain/kernel/ids';
import { assertInstant } from '@xiaoer/domain/time/instant';
import { Client, type ClientConfig } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createClient, createPool, JOB_POOL } from '../db/connect.ts';
import { createDatabaseSql } from '../embedded/roles.ts';
import { openDiskStorage } from '../files/disk-storage.ts';
import { openSealKeys } from '../seal/seal-keys.ts';
import { sealAllPending } from '../seal/seal-pending.ts';
import type { Verification } from '../seal/verify-database.ts';
import { testDatabase, type TestDatabase } from '../testing/database.ts';
import { createTallyTenants, logTallies, TALLY, tallyId } from '../testing/tally-log.ts';
import type { Manifest } from './manifest.ts';
import { restoreBackup, type Restored } from './restore-backup.ts';
import { writeBackup } from './write-backup.ts';

const NOW = assertInstant('2022-06-01T10:00:00.000+08:00');
const source = await testDatabase('18');
const older = await testDatabase('15');
const folder = await mkdtemp(path.join(tmpdir(), 'xiaoer-backup-'));
const filesRoot = path.join(folder, 'files');
const keys = await openSealKeys({ folder: path.join(folder, 'keys') });
const verification: Verification = {
  refolds: new Map([[TALLY.aggregate, TALLY]]),
  recounts: [],
  publicKeys: new Map(),
};

const asRole = async <Answer>(
  config: ClientConfig,
  work: (client: Client) => Promise<Answer>,
): Promise<Answer> => {
  const client = createClient(config);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};

const backUp = (from: ClientConfig, name: string): Promise<Manifest> =>
  asRole(from, (client) =>
    writeBackup(client, {
      folder: path.join(folder, name),
      filesRoot,
      publicKeys: keys.publicKeys,
      madeAt: NOW,
    }),
  );

const made: { readonly server: TestDatabase; readonly name: string }[] = [];

/** A database without tables on the server of another. */
const emptyDatabase = async (server: TestDatabase): Promise<ClientConfig> => {
  const name = `${server.name}_${made.length}`;
  await asRole(server.superuserConfig, (client) => client.query(createDatabaseSql(name)));
  made.push({ server, name });
  return { ...server.ownerConfig, database: name };
};

const restore = (
  into: ClientConfig,
  name: string,
  root = path.join(folder, `${name}-files`),
): Promise<Restored> =>
  asRole(into, (client) =>
    restoreBackup(client, {
      folder: path.join(folder, name),
      filesRoot: root,
      verification,
      fillIn: async () => undefined,
    }),
  );

const tableNames = async (config: ClientConfig): Promise<readonly string[]> =>
  asRole(
    config,
    async (client) =>
      (
        await client.query<{ name: string }>(
          `select tablename as name from pg_tables where schemaname = 'public'`,
        )
      ).rows,
  ).then((rows) => rows.map(({ name }) => name));

const AWKWARD = 'tab\t, line\n, return\r, backslash \\N \\., quote "\'", 店小二 😀, \u0001';
const file = Buffer.from('a stored picture');
const fileKey = createHash('sha256').update(file).digest('hex');

beforeAll(async () => {
  await createTallyTenants(source.ownerConfig);
  const pool = createPool(source.appConfig, JOB_POOL);
  for (const tenantId of [1, 2] as TenantId[])
    await logTallies(pool, { tenantId, streams: [1, 2, 3].map(tallyId), eventsPerStream: 5 });
  await sealAllPending({ pool, keys, now: () => NOW });
  await logTallies(pool, {
    tenantId: 1 as TenantId,
    streams: [tallyId(4)],
    eventsPerStream: 2,
    startsAt: NOW,
  });
  await pool.end();
  await asRole(source.ownerConfig, async (client) => {
    await client.query(`update tenant set name = $1 where tenant_id = 2`, [AWKWARD]);
    await client.query(
      `insert into notice (tenant_id, person_id, cause, kind, facts, created_at, read_at)
       select 1, gen_random_uuid(), 'c' || n, 'kind', jsonb_build_object('text', $1::text, 'n', 1.10), '2022-06-01T09:00:00.123456+08', null
       from generate_series(1, 3) n`,
      [AWKWARD],
    );
    await client.query(`delete from notice where notice_id = 3`);
    // Several blocks of COPY.
    await client.query(
      `insert into idempotency select 1, gen_random_uuid(), 'key-' || n, 'hash', jsonb_build_object('long', repeat('店小二', 9000)), now()
       from generate_series(10000, 10060) n`,
    );
    await client.query(
      `insert into session values ('\\x00', gen_random_uuid(), 1, gen_random_uuid(), now(), now(), now(), now(), '', '')`,
    );
  });
  const storage = await openDiskStorage(filesRoot);
  await storage.put(Readable.from([file]));
});
afterAll(async () => {
  for (const { server, name } of made)
    await asRole(server.superuserConfig, (client) => client.query(`drop database ${name} with (force)`));
  await rm(folder, { recursive: true });
});

describe('a backup', () => {
  it('goes from PostgreSQL 18 to 15 and back with the same content', async () => {
    const first = await backUp(source.ownerConfig, 'from-18');
    expect(first.server).toMatch(/^18\./);
    const on15 = await emptyDatabase(older);
    const restored = await restore(on15, 'from-18');
    expect(restored.report.ok).toBe(true);
    expect(restored.report.tenants.map(({ code, events, leaves }) => [code, events, leaves])).toEqual([
      ['east', 17, 15],
      ['west', 15, 15],
    ]);

    const second = await backUp(on15, 'from-15');
    expect(second.server).toMatch(/^15\./);
    const on18 = await emptyDatabase(source);
    expect((await restore(on18, 'from-15')).report.ok).toBe(true);
    const third = await backUp(on18, 'from-18-again');
    for (const { tables, sequences, seals, migrations } of [second, third])
      expect({ tables, sequences, seals, migrations }).toEqual({
        tables: first.tables,
        sequences: first.sequences,
        seals: first.seals,
        migrations: first.migrations,
      });
    const names = await asRole(on18, (client) => client.query('select name from tenant where tenant_id = 2'));
    expect(names.rows).toEqual([{ name: AWKWARD }]);
  });

  it('names the last roots, and holds no sessions and no private key', async () => {
    const manifest = await backUp(source.ownerConfig, 'named');
    const roots = await asRole(source.ownerConfig, (client) =>
      client.query<{ root: string }>(`select encode(root, 'hex') as root from seal_root order by tenant_id`),
    );
    expect(manifest.seals.map(({ root }) => root)).toEqual(roots.rows.map(({ root }) => root));
    expect(manifest.tables.map(({ name }) => name)).not.toContain('session');
    expect(manifest.tables.map(({ name }) => name)).not.toContain('phone_code');
    expect(JSON.stringify(manifest)).not.toContain('PRIVATE KEY');
    expect(await readdir(path.join(folder, 'named'))).toEqual([
      'files',
      'files.txt',
      'manifest.json',
      'tables',
    ]);
  });

  it('goes on numbering where the source stood, also after the last row was deleted', async () => {
    await backUp(source.ownerConfig, 'numbered');
    const target = await emptyDatabase(source);
    await restore(target, 'numbered');
    const { rows } = await asRole(target, (client) =>
      client.query(`insert into notice (tenant_id, person_id, cause, kind, created_at)
        values (1, gen_random_uuid(), 'next', 'kind', now()) returning notice_id`),
    );
    expect(rows).toEqual([{ notice_id: 4 }]);
  });

  it('is refused where it would overwrite something', async () => {
    await expect(backUp(source.ownerConfig, 'keys')).rejects.toThrow('is not empty');
  });

  it('is refused for a role that does not see every row, and leaves nothing behind', async () => {
    await expect(backUp(source.appConfig, 'by-app')).rejects.toThrow('needs the owner of the tables');
    expect((await readdir(folder)).filter((name) => name.startsWith('by-app'))).toEqual([]);
  });

  it('is refused when a stored file is damaged', async () => {
    const damaged = path.join(folder, 'damaged-files');
    await cp(filesRoot, damaged, { recursive: true });
    await writeFile(path.join(damaged, fileKey.slice(0, 2), fileKey), 'another picture');
    const attempt = asRole(source.ownerConfig, (client) =>
      writeBackup(client, {
        folder: path.join(folder, 'of-damaged'),
        filesRoot: damaged,
        publicKeys: keys.publicKeys,
        madeAt: NOW,
      }),
    );
    await expect(attempt).rejects.toThrow(`${fileKey} is damaged`);
  });
});

/** A copy of the sound backup, changed. */
const damage = async (name: string, change: (backup: string) => Promise<unknown>) => {
  await cp(path.join(folder, 'sound'), path.join(folder, name), { recursive: true });
  await change(path.join(folder, name));
};
const editManifest = async (backup: string, edit: (manifest: Manifest) => Manifest): Promise<void> => {
  const place = path.join(backup, 'manifest.json');
  await writeFile(place, JSON.stringify(edit(JSON.parse(await readFile(place, 'utf8')) as Manifest)));
};

describe('a restore', () => {
  beforeAll(() => backUp(source.ownerConfig, 'sound'));

  it('brings the files too', async () => {
    const root = path.join(folder, 'restored-files');
    await restore(await emptyDatabase(source), 'sound', root);
    expect(await readFile(path.join(root, fileKey.slice(0, 2), fileKey))).toEqual(file);
  });

  it('is refused when the database is not empty', async () => {
    await expect(restore(source.ownerConfig, 'sound')).rejects.toThrow('Restoring needs an empty database');
  });

  it.each<[string, string, (backup: string) => Promise<unknown>]>([
    ['without a manifest', 'holds no finished backup', (backup) => rm(path.join(backup, 'manifest.json'))],
    [
      'with a broken manifest',
      'is damaged',
      (backup) => writeFile(path.join(backup, 'manifest.json'), '{"format":1}'),
    ],
    [
      'with a changed row',
      'event_log.copy is damaged',
      async (backup) => {
        const place = path.join(backup, 'tables', 'event_log.copy');
        await writeFile(place, (await readFile(place, 'utf8')).replace('第1笔', '第9笔'));
      },
    ],
    [
      'with a missing table',
      'tenant.copy cannot be read',
      (backup) => rm(path.join(backup, 'tables', 'tenant.copy')),
    ],
    [
      'with a missing file',
      `${fileKey} is missing`,
      (backup) => rm(path.join(backup, 'files', fileKey.slice(0, 2), fileKey)),
    ],
    [
      'with a shortened list of files',
      'files.txt is damaged',
      (backup) => writeFile(path.join(backup, 'files.txt'), ''),
    ],
    [
      'of a newer program',
      'does not know 9999_later.sql',
      (backup) =>
        editManifest(backup, (manifest) => ({
          ...manifest,
          migrations: [...manifest.migrations, { name: '9999_later.sql', checksum: fileKey }],
        })),
    ],
    [
      'of a program whose schema differs',
      'its 0001_platform.sql differs from ours',
      (backup) =>
        editManifest(backup, (manifest) => ({
          ...manifest,
          migrations: manifest.migrations.map(({ name }) => ({ name, checksum: fileKey })),
        })),
    ],
  ])('of a backup %s is refused and leaves nothing behind', async (kind, message, change) => {
    const name = `broken ${kind}`;
    await damage(name, change);
    const target = await emptyDatabase(source);
    await expect(restore(target, name)).rejects.toThrow(message);
    expect(await tableNames(target)).toEqual([]);
  });

  it('of content that was changed together with its digest does not verify, and leaves nothing behind', async () => {
    await damage('forged', async (backup) => {
      const place = path.join(backup, 'tables', 'event_log.copy');
      const forged = (await readFile(place, 'utf8')).replace('第1笔', '第9笔');
      await writeFile(place, forged);
      const sha256 = createHash('sha256').update(forged).digest('hex');
      await editManifest(backup, (manifest) => ({
        ...manifest,
        tables: manifest.tables.map((entry) => (entry.name === 'event_log' ? { ...entry, sha256 } : entry)),
      }));
    });
    const target = await emptyDatabase(source);
    const root = path.join(folder, 'forged-files');
    const { report } = await restore(target, 'forged', root);
    expect(report.ok).toBe(false);
    expect(report.tenants[0]?.findings[0]).toMatchObject({ kind: 'changed', version: 1, type: 'TallyAdded' });
    expect(await tableNames(target)).toEqual([]);
  });

  it('migrates a backup of an earlier schema on', async () => {
    await damage('earlier', async (backup) => {
      const seals = ['seal_leaf', 'seal_root'];
      await editManifest(backup, (manifest) => ({
        ...manifest,
        migrations: manifest.migrations.filter(({ name }) => name !== '0010_seal.sql'),
        tables: manifest.tables.filter(({ name }) => !seals.includes(name)),
        seals: [],
      }));
    });
    const target = await emptyDatabase(source);
    const { report } = await restore(target, 'earlier');
    // The leaves are gone with their tables, so each sealed event now stands without one.
    expect(report.tenants.flatMap(({ findings }) => findings.map(({ kind }) => kind))).toEqual(
      Array.from({ length: 30 }, () => 'inserted'),
    );
  });
});

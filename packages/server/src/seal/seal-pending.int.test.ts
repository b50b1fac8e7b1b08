import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TenantId } from '@xiaoer/domain/kernel/ids';
import { assertInstant } from '@xiaoer/domain/time/instant';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPool, JOB_POOL } from '../db/connect.ts';
import { testDatabase } from '../testing/database.ts';
import { createTallyTenants, logTallies, tallyId } from '../testing/tally-log.ts';
import { chainedRoot, NO_ROOT, type Batch } from './chained-root.ts';
import { merkleRoot } from './merkle.ts';
import { isSignedBy, openSealKeys } from './seal-keys.ts';
import { sealAllPending, sealPending, type SealDeps } from './seal-pending.ts';

const EAST = 1 as TenantId;
const WEST = 2 as TenantId;
const NOW = assertInstant('2022-06-01T10:00:00.000+08:00');

const database = await testDatabase();
const folder = await mkdtemp(path.join(tmpdir(), 'xiaoer-seal-'));
const app = createPool(database.appConfig, JOB_POOL);
const owner = createPool(database.ownerConfig, JOB_POOL);
const deps: SealDeps = { pool: app, keys: await openSealKeys({ folder }), now: () => NOW };

beforeAll(() => createTallyTenants(database.ownerConfig));
afterAll(async () => {
  await Promise.all([app.end(), owner.end()]);
  await rm(folder, { recursive: true });
});

type Root = Batch & { readonly root: Buffer; readonly signature: Buffer };

const roots = async (tenantId: TenantId): Promise<readonly Root[]> =>
  (await owner.query<Root>('select * from seal_root where tenant_id = $1 order by batch', [tenantId])).rows;

describe('sealPending', () => {
  it('numbers the leaves of a batch by stream and version and signs a chained root', async () => {
    await logTallies(app, { tenantId: EAST, streams: [tallyId(2), tallyId(1)], eventsPerStream: 3 });
    expect(await sealPending(deps, EAST)).toBe(6);
    await logTallies(app, { tenantId: EAST, streams: [tallyId(3)], eventsPerStream: 1 });
    expect(await sealPending(deps, EAST)).toBe(1);

    const { rows: leaves } = await owner.query<{ leaf: number; place: string; hash: Buffer }>(
      `select leaf, right(stream_id::text, 1) || '/' || version as place, hash from seal_leaf order by leaf`,
    );
    expect(leaves.map(({ leaf, place }) => `${leaf}:${place}`)).toEqual([
      '1:1/1',
      '2:1/2',
      '3:1/3',
      '4:2/1',
      '5:2/2',
      '6:2/3',
      '7:3/1',
    ]);
    const [first, second] = await roots(EAST);
    expect(first?.tree_root.equals(merkleRoot(leaves.slice(0, 6).map(({ hash }) => hash)))).toBe(true);
    expect(first?.previous_root.equals(NO_ROOT)).toBe(true);
    expect(second).toMatchObject({ batch: 2, first_leaf: 7, leaf_count: 1, sealed_at: NOW });
    expect(second?.previous_root.toString('hex')).toBe(first?.root.toString('hex'));
    const key = deps.keys.publicKeys.get(deps.keys.keyId);
    for (const root of [first, second]) {
      expect(root && chainedRoot(root).equals(root.root)).toBe(true);
      expect(key && root && isSignedBy(key, root.root, root.signature)).toBe(true);
    }
  });

  it('has nothing to do when everything is sealed', async () => {
    expect(await sealPending(deps, EAST)).toBe(0);
    expect(await roots(EAST)).toHaveLength(2);
  });

  it('splits a large tail into batches and keeps tenants apart', async () => {
    const streams = Array.from({ length: 52 }, (_, index) => tallyId(index + 1));
    await logTallies(app, { tenantId: WEST, streams, eventsPerStream: 100 });
    expect(await sealAllPending(deps)).toBe(5_200);
    const { rows } = await owner.query(
      'select min(recorded_at) as oldest from event_log where tenant_id = $1',
      [WEST],
    );
    // The first batch says nothing of what it left; the second does of all.
    expect(
      (await roots(WEST)).map(({ first_leaf, leaf_count, sealed_at }) => [first_leaf, leaf_count, sealed_at]),
    ).toEqual([
      [1, 5_000, rows[0]?.oldest],
      [5_001, 200, NOW],
    ]);
    expect(await roots(EAST)).toHaveLength(2);
  });

  it('seals each event once when several sealers start together', async () => {
    await logTallies(app, { tenantId: EAST, streams: [tallyId(4)], eventsPerStream: 40 });
    const counts = await Promise.all([1, 2, 3, 4].map(() => sealPending(deps, EAST)));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(40);
    const { rows } = await owner.query(
      `select from seal_leaf where tenant_id = 1 and stream_id = '${tallyId(4)}'`,
    );
    expect(rows).toHaveLength(40);
    expect((await owner.query('select from unsealed')).rowCount).toBe(0);
  });

  it('leaves rows that the app can neither change nor remove', async () => {
    for (const table of ['event_log', 'seal_leaf', 'seal_root'])
      for (const change of [`update ${table} set tenant_id = 1`, `delete from ${table}`])
        await expect(app.query(change)).rejects.toMatchObject({ code: '42501' });
  });
});

describe('openSealKeys', () => {
  it('makes a private key that only its owner can read, once', async () => {
    expect((await stat(path.join(folder, 'seal-ed25519.pem'))).mode & 0o777).toBe(0o600);
    expect((await openSealKeys({ folder })).keyId).toBe(deps.keys.keyId);
  });

  it('knows the public keys of earlier private keys', async () => {
    const elsewhere = await mkdtemp(path.join(tmpdir(), 'xiaoer-seal-'));
    const other = await openSealKeys({ folder: elsewhere });
    const keyFile = path.join(elsewhere, 'seal-ed25519.pem');
    const both = await openSealKeys({ folder, keyFile });
    expect(both.keyId).toBe(other.keyId);
    expect([...both.publicKeys.keys()].sort()).toEqual([deps.keys.keyId, other.keyId].sort());
    await rm(elsewhere, { recursive: true });
    await expect(openSealKeys({ folder, keyFile })).rejects.toThrow('SEAL_KEY_FILE names');
  });

  it('gives two processes that start together the same key', async () => {
    const shared = await mkdtemp(path.join(tmpdir(), 'xiaoer-seal-'));
    const [one, two] = await Promise.all([
      openSealKeys({ folder: shared }),
      openSealKeys({ folder: shared }),
    ]);
    expect(one.keyId).toBe(two.keyId);
    await rm(shared, { recursive: true });
  });
});

import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TenantId } from '@xiaoer/domain/kernel/ids';
import { addMilliseconds, assertInstant } from '@xiaoer/domain/time/instant';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createClient, createPool, JOB_POOL } from '../db/connect.ts';
import { testDatabase } from '../testing/database.ts';
import { createTallyTenants, logTallies, TALLY, tallyId } from '../testing/tally-log.ts';
import { openSealKeys } from './seal-keys.ts';
import { sealPending, type SealDeps } from './seal-pending.ts';
import { verifyInTransaction, type VerifyReport, type Verification } from './verify-database.ts';

const EAST = 1 as TenantId;
const WEST = 2 as TenantId;
const NOW = assertInstant('2022-06-01T10:00:00.000+08:00');
const LATER = addMilliseconds(NOW, 1_000);

const database = await testDatabase();
const folder = await mkdtemp(path.join(tmpdir(), 'xiaoer-verify-'));
const app = createPool(database.appConfig, JOB_POOL);
const superuser = createClient(database.superuserConfig);
const keys = await openSealKeys({ folder });
const deps: SealDeps = { pool: app, keys, now: () => NOW };
const verification: Verification = {
  refolds: new Map([[TALLY.aggregate, TALLY]]),
  recounts: [],
  publicKeys: keys.publicKeys,
};

/** East: batch 1 holds tallies 1-3 with four events each, batch 2 tally 4, and tally 5 waits. West: one batch. */
beforeAll(async () => {
  await superuser.connect();
  await createTallyTenants(database.ownerConfig);
  await logTallies(app, { tenantId: EAST, streams: [1, 2, 3].map(tallyId), eventsPerStream: 4 });
  await logTallies(app, { tenantId: WEST, streams: [tallyId(1)], eventsPerStream: 4 });
  await sealPending(deps, EAST);
  await sealPending(deps, WEST);
  await logTallies(app, { tenantId: EAST, streams: [tallyId(4)], eventsPerStream: 4 });
  await sealPending(deps, EAST);
  await logTallies(app, { tenantId: EAST, streams: [tallyId(5)], eventsPerStream: 2, startsAt: LATER });
});
afterAll(async () => {
  await Promise.all([app.end(), superuser.end()]);
  await rm(folder, { recursive: true });
});

type Tampering = (client: pg.Client) => Promise<unknown>;

/** Verifies after tampering as the superuser, then takes the tampering back. */
const verified = async (tamper: Tampering, changes: Partial<Verification> = {}): Promise<VerifyReport> => {
  await superuser.query('begin');
  try {
    await tamper(superuser);
    return await verifyInTransaction(superuser, { ...verification, ...changes });
  } finally {
    await superuser.query('rollback');
  }
};

const findingsOf = ({ tenants }: VerifyReport) =>
  tenants.flatMap(({ code, findings }) =>
    findings.map(({ kind, streamId, version, type, batch }) =>
      [code, kind, streamId?.slice(-1), version, type, batch].filter((part) => part !== undefined).join(' '),
    ),
  );

const found = async (...statements: readonly string[]): Promise<readonly string[]> =>
  findingsOf(
    await verified(async (client) => {
      for (const statement of statements) await client.query(statement);
    }),
  );

const at = (stream: number, version: number): string =>
  `tenant_id = 1 and stream_id = '${tallyId(stream)}' and version = ${version}`;

const insertAs = (stream: number, version: number, recordedAt: string): string =>
  `insert into event_log select 1, '${tallyId(stream)}', ${version}, aggregate, type, schema_version, data, actor_id,
     on_behalf_of, '${recordedAt}', command_id, enterprise_id from event_log where ${at(1, 1)}`;

/** Takes the last batch of East away, with all it sealed. */
const cut: Tampering = (client) =>
  client.query(`
    delete from seal_root where tenant_id = 1 and batch = 2;
    delete from seal_leaf where tenant_id = 1 and leaf > 12;
    delete from event_log where tenant_id = 1 and stream_id = '${tallyId(4)}';
    delete from duty_roster where tenant_id = 1 and roster_id = '${tallyId(4)}'`);

const tally = (stream: number) => `tenant_id = 1 and roster_id = '${tallyId(stream)}'`;

describe('verify', () => {
  it('passes an untouched database and reports counts, last roots and the waiting tail', async () => {
    const report = await verified(async () => undefined);
    expect(findingsOf(report)).toEqual([]);
    expect(report.ok).toBe(true);
    expect(report.tenants).toMatchObject([
      { code: 'east', events: 18, streams: 5, batches: 2, leaves: 16, tail: { events: 2, oldestAt: LATER } },
      { code: 'west', events: 4, streams: 1, batches: 1, leaves: 4, tail: { events: 0 } },
    ]);
    expect(report.tenants[0]?.lastRoot).toMatch(/^[0-9a-f]{64}$/);
  });

  it('names an event whose content was changed, and the state that no longer follows', async () => {
    expect(await found(`update event_log set data = data || '{"amount": 9}' where ${at(2, 3)}`)).toEqual([
      'east changed 2 3 TallyAdded',
      'east state 2',
    ]);
  });

  it.each([
    ['actor_id', `'${tallyId(9)}'`],
    ['on_behalf_of', `'${tallyId(9)}'`],
    ['command_id', `'${tallyId(9)}'`],
    ['enterprise_id', `'${tallyId(9)}'`],
    ['schema_version', '2'],
    ['recorded_at', `recorded_at - interval '1 millisecond'`],
    ['type', `'Other'`],
  ])('names an event whose %s was changed', async (column, value) => {
    const [first] = await found(`update event_log set ${column} = ${value} where ${at(2, 3)}`);
    expect(first).toMatch(/^east changed 2 3 /);
  });

  it('accepts the same content written in another way', async () => {
    expect(await found(`update event_log set data = data || '{"amount": 2.500}' where ${at(2, 3)}`)).toEqual(
      [],
    );
  });

  it('names an event that was removed from the middle, the end, or with its leaf', async () => {
    expect(await found(`delete from event_log where ${at(1, 2)}`)).toContain('east removed 1 2 TallyAdded');
    expect(await found(`delete from event_log where ${at(3, 4)}`)).toContain('east removed 3 4 TallyAdded');
    expect(
      await found(`delete from event_log where ${at(1, 2)}`, `delete from seal_leaf where ${at(1, 2)}`),
    ).toEqual(['east leaf 1', 'east root 1', 'east removed 1 2', 'east state 1']);
  });

  it('names an event that was removed before it was sealed', async () => {
    expect(await found(`delete from event_log where ${at(5, 2)}`)).toEqual([
      'east removed 5 2',
      'east state 5',
    ]);
  });

  it('names an event that was inserted, also one with a back-dated place in the tail', async () => {
    expect(await found(insertAs(4, 5, LATER))).toContain('east inserted 4 5 TallyAdded');
    const tail = `insert into unsealed values (1, '${tallyId(4)}', 5)`;
    expect(await found(insertAs(4, 5, '2022-06-01T09:30:00+08:00'), tail)).toContain(
      'east inserted 4 5 TallyAdded',
    );
  });

  it('names an event that was inserted with a leaf of its own', async () => {
    const leaf = `insert into seal_leaf select 1, 17, '${tallyId(4)}', 5, type, hash from seal_leaf where ${at(4, 4)}`;
    const findings = await found(insertAs(4, 5, LATER), leaf);
    expect(findings).toContain('east leaf 4 5 TallyAdded');
    expect(findings).toContain('east changed 4 5 TallyAdded');
  });

  it('names both events whose order was swapped', async () => {
    expect(
      await found(
        `update event_log set version = 99 where ${at(1, 2)}`,
        `update event_log set version = 2 where ${at(1, 3)}`,
        `update event_log set version = 3 where ${at(1, 99)}`,
      ),
    ).toEqual(['east changed 1 2 TallyAdded', 'east changed 1 3 TallyAdded', 'east state 1']);
  });

  it('names leaves whose order was swapped', async () => {
    expect(
      await found(
        `update seal_leaf set leaf = 99 where tenant_id = 1 and leaf = 2`,
        `update seal_leaf set leaf = 2 where tenant_id = 1 and leaf = 3`,
        `update seal_leaf set leaf = 3 where tenant_id = 1 and leaf = 99`,
      ),
    ).toEqual(['east leaf 1 2 TallyAdded 1', 'east root 1']);
  });

  it('names the batch when event and leaf were changed together', async () => {
    const findings = findingsOf(
      await verified(async (client) => {
        await client.query(`update event_log set data = data || '{"amount": 9}' where ${at(4, 4)}`);
        await client.query(`update seal_leaf set hash = sha256('forged') where ${at(4, 4)}`);
      }),
    );
    expect(findings).toContain('east root 2');
  });

  it('names a root, its place and its signature when they were changed', async () => {
    const row = 'where tenant_id = 1 and batch = 1';
    expect(await found(`update seal_root set root = sha256('forged') ${row}`)).toEqual([
      'east root 1',
      'east signature 1',
      'east chain 2',
    ]);
    expect(await found(`update seal_root set tree_root = sha256('forged') ${row}`)).toEqual([
      'east root 1',
      'east root 1',
    ]);
    expect(await found(`update seal_root set sealed_at = sealed_at - interval '1 second' ${row}`)).toEqual([
      'east root 1',
    ]);
    expect(await found(`update seal_root set signature = sha256('forged') ${row}`)).toEqual([
      'east signature 1',
    ]);
    expect(await found(`delete from seal_root ${row}`)).toContain('east chain 1');
  });

  it('names a batch whose key is not at hand', async () => {
    const report = await verified(async () => undefined, { publicKeys: new Map() });
    expect(findingsOf(report)).toEqual(['east signature 1', 'east signature 2', 'west signature 1']);
  });

  it('finds a root printed earlier, and misses it when the chain was cut', async () => {
    const [{ lastRoot: root } = { lastRoot: undefined }] = (await verified(async () => undefined)).tenants;
    expect(await verified(async () => undefined, { root })).toMatchObject({
      ok: true,
      root: { found: { tenantId: EAST, batch: 2 } },
    });
    expect((await verified(cut)).ok).toBe(true);
    expect(await verified(cut, { root })).toMatchObject({ ok: false, root: { found: undefined } });
  });

  it('names a state that differs from its events, has none, or is missing', async () => {
    const report = await verified((client) =>
      client.query(`
        update duty_roster set state = jsonb_set(state, '{notes,1}', '"x"') where ${tally(1)};
        update duty_roster set version = 3 where ${tally(2)};
        delete from duty_roster where ${tally(3)};
        insert into duty_roster select tenant_id, '${tallyId(8)}', 1, '{}', name, unit_id, open from duty_roster where tenant_id = 1 limit 1`),
    );
    expect(report.tenants[0]?.findings.map(({ message }) => message)).toEqual([
      `tally ${tallyId(1)} differs from its events at /notes/1: saved "x", folded "第3笔"`,
      `tally ${tallyId(2)} is saved as of version 3, its last event is version 4`,
      `tally ${tallyId(3)} has no saved state`,
      `tally ${tallyId(8)} has a saved state but no events`,
    ]);
  });

  it('says so when no one knows how to fold an aggregate', async () => {
    const report = await verified(async () => undefined, { refolds: new Map() });
    expect(report.tenants[0]?.findings).toMatchObject([
      { kind: 'state', message: 'no aggregate is called tally' },
    ]);
  });

  it('reports events of a tenant that does not exist', async () => {
    const insert = insertAs(1, 1, LATER).replace('select 1,', 'select 7,');
    expect(await found(insert)).toEqual(
      [' tenant', ' inserted 1 1 TallyAdded', ' state 1'].map((line) => line.trim()),
    );
  });

  it('passes on what a recount finds', async () => {
    const recount = {
      name: 'periods',
      check: async (_: unknown, tenantId: TenantId) => (tenantId === WEST ? ['one day is missing'] : []),
    };
    const report = await verified(async () => undefined, { recounts: [recount] });
    expect(report.ok).toBe(false);
    expect(report.tenants[1]?.findings).toEqual([
      { kind: 'recount', message: 'periods: one day is missing' },
    ]);
  });

  it('counts all findings and keeps the first', async () => {
    const report = await verified(async (client) => {
      const values = Array.from({ length: 300 }, (_, index) => `(1, '${tallyId(100 + index)}', 1)`);
      await client.query(`insert into unsealed values ${values.join(', ')}`);
    });
    expect(report.tenants[0]?.findingCount).toBe(300);
    expect(report.tenants[0]?.findings).toHaveLength(200);
  });

  it('takes nothing for inserted that a program left behind that ended between two batches', async () => {
    const streams = Array.from({ length: 52 }, (_, index) => tallyId(200 + index));
    await logTallies(app, { tenantId: WEST, streams, eventsPerStream: 100, startsAt: LATER });
    // Only the last batch looks at the clock.
    const ends = sealPending({ ...deps, now: () => assert.fail('killed') }, WEST);
    await expect(ends).rejects.toThrow('killed');
    const report = await verified(async () => undefined);
    expect(report.tenants[1]).toMatchObject({ findings: [] });
    expect(await sealPending({ ...deps, now: () => addMilliseconds(NOW, 3_600_000) }, WEST)).toBe(200);
    expect((await verified(async () => undefined)).tenants[1]).toMatchObject({ findings: [] });
  });
});

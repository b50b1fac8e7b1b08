import { randomUUID } from 'node:crypto';
import type { PersonActor } from '@xiaoer/domain/access/actor';
import type { OrganisationId } from '@xiaoer/domain/kernel/ids';
import type { Pool, PoolClient } from 'pg';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { transact } from '../db/transact.ts';
import { recordStatements } from '../testing/record-statements.ts';
import { testHouse } from '../testing/test-house.ts';
import type { Request } from './execute-command.ts';
import { gatheringExecutor, type Execute } from './gathering.ts';
import { stepOf, type Step } from './step.ts';

const house = await testHouse();
const { tenantId, pool, people } = house;
const deps = { pool, newId: randomUUID, wake: () => undefined };
const recording = recordStatements((client) => client.database === house.database.name);
afterAll(() => recording.stop());
beforeEach(() => void recording.take());

const admin: PersonActor = {
  kind: 'person',
  today: '2022-06-01' as PersonActor['today'],
  tenantId,
  personId: people.admin,
  grants: [{ role: 'admin', organisationIds: [], territoryIds: [] }],
};
const request = (key: string = randomUUID()): Request => ({
  scope: { tenantId },
  actor: admin,
  now: house.clock.now,
  key: { key, requestHash: 'same' },
});

/** A unit; set-up takes turns of its own, here it stands for whatever may share. */
const founding = (name: string, id: string = randomUUID()): Step => {
  const organisationId = id as OrganisationId;
  const command = {
    type: 'RegisterOrganisation',
    organisationId,
    name,
    kind: 'townCompany',
    calendar: 'department',
  } as const;
  return { ...stepOf(house.stores.organisation, { id, command, isNew: true }), mayShare: true };
};

/** One that must not. */
const alone = (name: string): Step => ({ ...founding(name), mayShare: false });

const foundWith = (execute: Execute, name: string) => execute(request(), () => [founding(name)]);

const unitsNamed = (name: string): Promise<number> =>
  transact(pool, { tenantId }, async (tx) => {
    const rows = await tx.query(`select 1 from organisation where tenant_id = $1 and state->>'name' = $2`, [
      tenantId,
      name,
    ]);
    return { answer: rows.length, keep: false };
  });

/** How the transactions that may write began. */
const begun = (): readonly string[] =>
  recording
    .take()
    .flat()
    .map(({ text }) => text)
    .filter((text) => text.startsWith('begin read write'));

describe('commands that come at once', () => {
  it('share transactions, and each gets the answer to its own', async () => {
    const execute = gatheringExecutor(deps);
    const names = Array.from({ length: 24 }, (_, index) => `单位${index}`);
    const outcomes = await Promise.all(names.map((name) => foundWith(execute, name)));
    expect(new Set(outcomes.map((outcome) => outcome.kind))).toEqual(new Set(['done']));
    // Sixteen and eight.
    expect(begun()).toHaveLength(2);
    const ids = outcomes
      .flatMap((outcome) => (outcome.kind === 'done' ? outcome.written : []))
      .map(({ id }) => id);
    expect(new Set(ids).size).toBe(24);
    expect(await Promise.all(names.map(unitsNamed))).toEqual(names.map(() => 1));
  });

  it('share none with those who may see other rows', async () => {
    const execute = gatheringExecutor(deps);
    const { enterpriseId } = house;
    const scopes = [{ tenantId }, { tenantId, enterpriseId }];
    const asked = [1, 2, 3, 4, 5].flatMap(() =>
      scopes.map((scope) => execute({ ...request(), scope }, () => [founding('')])),
    );
    expect(new Set((await Promise.all(asked)).map(({ kind }) => kind))).toEqual(new Set(['refused']));
    // Five together, and once more each for itself.
    const texts = begun();
    expect(texts).toHaveLength(12);
    expect(texts.filter((text) => text.includes(enterpriseId))).toHaveLength(6);
  });

  it('stay by themselves where they take locks by which they keep each other off', async () => {
    const execute = gatheringExecutor(deps);
    await Promise.all(
      ['独一', '独二', '独三', '独四'].map((name) => execute(request(), () => [alone(name)])),
    );
    expect(begun()).toHaveLength(4);
  });

  it('are tried for themselves when one of them cannot be written', async () => {
    const execute = gatheringExecutor(deps);
    const there = randomUUID();
    await execute(request(), () => [founding('先来', there)]);
    const others = ['甲组', '乙组', '丙组', '丁组'];
    const outcomes = await Promise.all([
      ...others.map((name) => foundWith(execute, name)),
      execute(request(), () => [founding('后到', there)]),
    ]);
    expect(outcomes.map((outcome) => outcome.kind)).toEqual(['done', 'done', 'done', 'done', 'stale']);
    expect(await Promise.all(others.map(unitsNamed))).toEqual([1, 1, 1, 1]);
    expect(await unitsNamed('后到')).toBe(0);
  });

  it('are refused one by one', async () => {
    const execute = gatheringExecutor(deps);
    const outcomes = await Promise.all(
      ['好一', '好二', '', '好三', '好四'].map((name) => foundWith(execute, name)),
    );
    expect(outcomes.map((outcome) => outcome.kind)).toEqual(['done', 'done', 'refused', 'done', 'done']);
  });

  it('are done once under one key, whoever they come with', async () => {
    const execute = gatheringExecutor(deps);
    const twice = request();
    const outcomes = await Promise.all([
      foundWith(execute, '旁一'),
      foundWith(execute, '旁二'),
      ...[1, 2, 3].map(() => execute(twice, () => [founding('一次')])),
      foundWith(execute, '旁三'),
    ]);
    expect(new Set(outcomes.map((outcome) => outcome.kind))).toEqual(new Set(['done']));
    expect(outcomes[3]).toMatchObject({ written: outcomes[2]?.kind === 'done' ? outcomes[2].written : [] });
    expect(await unitsNamed('一次')).toBe(1);
    expect(await execute(twice, () => [founding('一次')])).toMatchObject({ kind: 'done', replayed: true });
  });
});

const connectBreaking = async (): Promise<PoolClient> => {
  const client = await pool.connect();
  const query = (...parts: Parameters<typeof client.query>) => {
    const asked = client.query(...parts) as unknown as Promise<unknown>;
    if ((parts as readonly unknown[])[0] !== 'commit') return asked;
    return asked.then(() => {
      throw new Error('Connection terminated unexpectedly');
    });
  };
  return { query, release: () => client.release() } as unknown as PoolClient;
};
/** A pool whose connections break when they have carried out a commit, before they say so. */
const breaking = { connect: connectBreaking } as unknown as Pool;

it('does nothing twice when a connection breaks behind a commit', async () => {
  const execute = gatheringExecutor({ ...deps, pool: breaking });
  const names = ['断一', '断二', '断三', '断四'];
  const ended = await Promise.allSettled(
    names.map((name) => execute({ ...request(), key: undefined }, () => [founding(name)])),
  );
  expect(ended.map(({ status }) => status)).toEqual(names.map(() => 'rejected'));
  expect(await Promise.all(names.map(unitsNamed))).toEqual([1, 1, 1, 1]);
});

const raising = (title: string) => ({
  enterpriseId: house.enterpriseId,
  particulars: { title, text: '厂区门口道路积水。', category: 'other', territoryId: house.territories.park },
});

const raise = (title: string) =>
  house.as.desk.post('/api/demands', { channel: 'counter', ...raising(title) }, { key: randomUUID() });

describe('demands that are raised at once', () => {
  it('share transactions and are what each asked for', async () => {
    const titles = Array.from({ length: 20 }, (_, index) => `积水${index}`);
    const answers = await Promise.all(titles.map(raise));
    expect(answers.map(({ status }) => status)).toEqual(titles.map(() => 201));
    expect(begun().length).toBeLessThan(titles.length);
    for (const [index, { body }] of answers.entries()) {
      const read = await house.as.desk.get<{ item: { title: string } }>(`/api/demands/${body.id}`);
      expect(read.body.item.title).toBe(titles[index]);
    }
  });

  it('wait for nobody who names files or goes back to another demand', async () => {
    const { demand } = house.stores;
    const register = (more: object) =>
      stepOf(demand, {
        id: randomUUID(),
        isNew: true,
        command: {
          type: 'RegisterDemand',
          ...raising('积水'),
          source: {},
          files: [],
          ...more,
        } as never,
      }).mayShare;
    expect(register({})).toBe(true);
    expect(register({ files: [randomUUID()] })).toBe(false);
    expect(register({ recurrenceOf: randomUUID() })).toBe(false);
  });
});

import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Instant } from '@xiaoer/domain/time/instant';
import type pg from 'pg';
import { afterAll, describe, expect, it } from 'vitest';
import { createClient, createPool, JOB_POOL } from '../db/connect.ts';
import { testHouse, type TestHouse } from '../testing/test-house.ts';
import type { KilledWork } from '../testing/work-until-killed.ts';
import { reachDueMoments } from './due-moments.ts';
import { drainOutbox, type WorkerDeps } from './outbox.ts';
import { startWorkers } from './worker-loop.ts';

const DEMANDS = 12;
const STEP_MINUTES = 36 * 60;
const CHILD = path.join(import.meta.dirname, '..', 'testing', 'work-until-killed.ts');

const owners: pg.Client[] = [];
const pools: pg.Pool[] = [];
afterAll(() => Promise.all([...owners, ...pools].map((open) => open.end())));

/** The house with a connection that sees every row. */
const watched = async () => {
  const house = await testHouse();
  const owner = createClient(house.database.superuserConfig);
  owner.on('error', () => undefined);
  await owner.connect();
  owners.push(owner);
  const rows = async <Row>(text: string, values: readonly unknown[] = []): Promise<readonly Row[]> =>
    (await owner.query(text, [...values])).rows as Row[];
  return { ...house, rows };
};
type Watched = Awaited<ReturnType<typeof watched>>;

const workerDeps = ({ database, registry }: TestHouse): WorkerDeps => {
  const pool = createPool(database.appConfig, JOB_POOL);
  pool.on('error', () => undefined);
  pools.push(pool);
  return { pool, newId: randomUUID, registry, onRefused: () => undefined };
};

const register = async (house: Watched, ordinal: number): Promise<void> => {
  const { status, body } = await house.as.desk.post('/api/demands', {
    channel: 'counter',
    enterpriseId: house.enterpriseId,
    particulars: {
      title: `第${ordinal}号诉求`,
      text: '厂区门口道路积水，货车进出受阻。',
      category: 'other',
      territoryId: house.territories.park,
    },
  });
  if (status !== 201) throw new Error(JSON.stringify(body));
};

/** Registers the demands and lets four times a day and a half go by, `work` doing what there is to do each time. */
const liveThrough = async (house: Watched, work: (now: Instant) => Promise<void>): Promise<void> => {
  for (let ordinal = 1; ordinal <= DEMANDS; ordinal += 1) await register(house, ordinal);
  await work(house.clock.now);
  for (let time = 0; time < 4; time += 1) await work(house.clock.advance(STEP_MINUTES));
};

const isDone = async (house: Watched, now: Instant): Promise<boolean> => {
  const waiting = await house.rows('select 1 from outbox union all select 1 from due where next_at <= $1', [
    now,
  ]);
  return waiting.length === 0;
};

const untilDone = async (house: Watched, now: Instant): Promise<void> => {
  while (!(await isDone(house, now))) await delay(20);
};

/** Drains in one thread, as a replay does. */
const alone = async (house: Watched): Promise<void> => {
  const deps = workerDeps(house);
  await liveThrough(house, async (now) => {
    while (!(await isDone(house, now))) {
      await drainOutbox(deps, now);
      await reachDueMoments(deps, now);
    }
  });
};

const whatHappened = (house: Watched) =>
  house.rows<{ title: string; type: string; step: string }>(
    `select d.title, e.type, coalesce(e.data->>'promise', '') || ' ' || coalesce(e.data->>'step', '') as step
     from event_log e join demand d on d.demand_id = e.stream_id order by 1, 2, 3`,
  );

const whoWasTold = async (house: Watched) => {
  const names = new Map(Object.entries(house.people).map(([name, id]) => [String(id), name]));
  const rows = await house.rows<{ title: string; kind: string; person_id: string }>(
    'select d.title, n.kind, n.person_id from notice n join demand d on d.demand_id = n.stream_id',
  );
  return rows.map((row) => `${row.title} ${row.kind} ${names.get(row.person_id)}`).sort();
};

const workUntilKilled = async (house: Watched, work: Pick<KilledWork, 'work' | 'commits' | 'stop'>) => {
  const told: KilledWork = {
    appConfig: house.database.appConfig,
    now: house.clock.now,
    secret: 'a secret of tests',
    ...work,
  };
  const child = spawn(process.execPath, [CHILD, JSON.stringify(told)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [said] = (await once(child.stdout, 'data')) as [Buffer];
  child.kill('SIGKILL');
  await once(child, 'close');
  return said.toString();
};

const counts = async (house: Watched) => {
  const [row] = await house.rows<{ outbox: number; notices: number; events: number }>(
    `select (select count(*) from outbox) as outbox, (select count(*) from notice) as notices,
       (select count(*) from event_log) as events`,
  );
  return row;
};

const dueCount = async (house: Watched): Promise<number> => {
  const rows = await house.rows(
    'select 1 from due, jsonb_each_text(moments) where value::timestamptz <= $1',
    [house.clock.now],
  );
  return rows.length;
};

const reference = await watched();
await alone(reference);

describe('outbox and due moments', () => {
  it('happen once each, with two worker loops at once', { timeout: 60_000 }, async () => {
    const house = await watched();
    const errors: unknown[] = [];
    const loops = [1, 2].map(() =>
      startWorkers({
        ...workerDeps(house),
        now: () => house.clock.now,
        seal: async () => undefined,
        announce: async () => undefined,
        onError: (error) => errors.push(error),
      }),
    );
    await liveThrough(house, (now) => untilDone(house, now));
    await Promise.all(loops.map((loop) => loop.stop()));
    expect(errors).toEqual([]);
    expect(await whatHappened(house)).toEqual(await whatHappened(reference));
    expect(await whoWasTold(house)).toEqual(await whoWasTold(reference));
  });

  it('reached every step of the ladder that had come, and told somebody of each', async () => {
    const steps = (await whatHappened(reference)).filter(({ type }) => type === 'LadderStepReached');
    expect(new Set(steps.map(({ title }) => title)).size).toBe(DEMANDS);
    expect(new Set(steps.map((step) => JSON.stringify(step))).size).toBe(steps.length);
    const told = await reference.rows(
      `select distinct stream_id, cause from notice where kind like 'ladder%'`,
    );
    expect(told.length).toBe(steps.length);
  });
});

describe('a worker killed in the middle', () => {
  it(
    'leaves everything to do when it had not committed, and nothing is done twice',
    { timeout: 120_000 },
    async () => {
      const house = await watched();
      const deps = workerDeps(house);
      for (let ordinal = 1; ordinal <= DEMANDS; ordinal += 1) await register(house, ordinal);
      const before = await counts(house);
      expect(await workUntilKilled(house, { work: 'outbox', commits: 1, stop: 'before' })).toMatch(/before/);
      expect(await counts(house)).toEqual(before);
      // The rows stay locked until PostgreSQL has noticed that the worker is gone.
      while (!(await isDone(house, house.clock.now))) await drainOutbox(deps, house.clock.now);

      const killed: string[] = [];
      for (let time = 0; time < 4; time += 1) {
        const now = house.clock.advance(STEP_MINUTES);
        const due = await dueCount(house);
        if (due >= 3) {
          const stop = killed.length % 2 === 0 ? 'before' : 'after';
          expect(await workUntilKilled(house, { work: 'due', commits: 3, stop })).toMatch(stop);
          expect(await dueCount(house)).toBe(due - (stop === 'before' ? 2 : 3));
          expect(await workUntilKilled(house, { work: 'outbox', commits: 1, stop })).toMatch(stop);
          killed.push(stop);
        }
        while (!(await isDone(house, now))) {
          await drainOutbox(deps, now);
          await reachDueMoments(deps, now);
        }
      }
      expect(new Set(killed)).toEqual(new Set(['before', 'after']));
      expect(await whatHappened(house)).toEqual(await whatHappened(reference));
      expect(await whoWasTold(house)).toEqual(await whoWasTold(reference));
    },
  );
});

describe('a moment of a demand that a command holds', () => {
  it('is not waited for, and comes at the next look', async () => {
    const house = await watched();
    const deps = workerDeps(house);
    await register(house, 1);
    const now = house.clock.advance(4 * STEP_MINUTES);
    const due = await dueCount(house);
    expect(due).toBeGreaterThan(1);
    await house.rows('begin');
    await house.rows('select 1 from demand for update');
    expect(await reachDueMoments(deps, now)).toBe(0);
    // What the command will want next is free.
    await house.rows('set local lock_timeout = 100');
    await house.rows('select 1 from due for update');
    await house.rows('rollback');
    expect(await reachDueMoments(deps, now)).toBe(due);
    expect(await dueCount(house)).toBe(0);
  });
});

describe('many moments at once', () => {
  it('are left to the next look after as many as were asked for', async () => {
    const house = await watched();
    const deps = workerDeps(house);
    await register(house, 1);
    await register(house, 2);
    const now = house.clock.advance(4 * STEP_MINUTES);
    const due = await dueCount(house);
    expect(due).toBeGreaterThan(3);
    expect(await reachDueMoments(deps, now, { lanes: 1, most: 3 })).toBe(3);
    expect(await dueCount(house)).toBe(due - 3);
    expect(await reachDueMoments(deps, now, { lanes: 2, most: Infinity })).toBe(due - 3);
    expect(await dueCount(house)).toBe(0);
  });
});

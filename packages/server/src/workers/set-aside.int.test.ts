import { describe, expect, it } from 'vitest';
import { addMinutes, type Instant } from '@xiaoer/domain/time/instant';
import type { Tx } from '../db/transact.ts';
import { runXiaoer } from '../testing/run-xiaoer.ts';
import { testHouse } from '../testing/test-house.ts';
import { drainOutbox, type WorkerDeps } from './outbox.ts';
import type { RegisteredAggregate } from './registry.ts';
import type { FailingEvent } from './set-aside.ts';

const house = await testHouse();
const { as, pool, database, registry, deps } = house;

const raise = async (title: string): Promise<string> => {
  const { status, body } = await as.desk.post('/api/demands', {
    channel: 'counter',
    enterpriseId: house.enterpriseId,
    particulars: { title, text: '厂区门口积水。', category: 'other', territoryId: house.territories.park },
  });
  expect(status).toBe(201);
  return body.id;
};

/** The house's registry, but that nothing can follow from a demand's first event while it is `poisoned`. */
const poisoning = () => {
  const poisoned = new Set<string>();
  const inTransaction = new Map<Tx, string[]>();
  const undone = new Set<Tx>();
  const demand = registry.get('demand') as RegisteredAggregate;
  const notices: RegisteredAggregate['notices'] = async (tx, logged) => {
    if (poisoned.has(logged.streamId) && logged.version === 1) {
      undone.add(tx);
      throw new Error('nothing can follow');
    }
    inTransaction.set(tx, [...(inTransaction.get(tx) ?? []), `${logged.streamId} ${logged.version}`]);
    return (await demand.notices?.(tx, logged)) ?? [];
  };
  const failing: FailingEvent[] = [];
  const workers: WorkerDeps = {
    pool,
    newId: deps.newId,
    registry: new Map(registry).set('demand', { ...demand, notices }),
    onRefused: () => undefined,
    onFailing: (event) => failing.push(event),
  };
  const followed = () => [...inTransaction].flatMap(([tx, events]) => (undone.has(tx) ? [] : events));
  return { poisoned, followed, failing, workers };
};

const drain = async (workers: WorkerDeps, now: Instant): Promise<void> => {
  while ((await drainOutbox(workers, now)).events > 0);
};

const told = async (id: string): Promise<number> => {
  const client = await pool.connect();
  try {
    await client.query(`begin; select set_config('app.tenant', '1', true)`);
    return (await client.query('select 1 from notice where stream_id = $1', [id])).rows.length;
  } finally {
    await client.query('rollback');
    client.release();
  }
};

const { host, port, user } = database.ownerConfig;
const url = `postgres://${user}@localhost/${database.name}?host=${encodeURIComponent(String(host))}&port=${port}`;
const setAside = async (...words: string[]) => {
  const { code, out, err } = await runXiaoer(['set-aside', ...words], {
    DATABASE_URL: url,
  }).ended;
  return { code, said: out + err };
};

const metric = async (state: string): Promise<number> => {
  const wanted = `xiaoer_outbox_events{state="${state}"} `;
  const lines = (await house.app.inject({ url: '/metrics' })).payload.split('\n');
  return Number(lines.find((line) => line.startsWith(wanted))?.slice(wanted.length));
};

describe('an event from which nothing can follow', () => {
  it('holds up its own stream only, which goes on in its order once the event can be followed', async () => {
    const { poisoned, followed, failing, workers } = poisoning();
    await drain(workers, house.clock.now);
    const before = followed().length;
    const [sick, well] = [await raise('病'), await raise('好')];
    poisoned.add(sick);
    const remit = { remit: 'own', reason: '属于本区职责' };
    const decided = await as.desk.post(`/api/demands/${sick}/decide-remit`, remit, { version: 1 });
    expect(decided.status).toBe(200);
    const now = house.clock.now;
    await drain(workers, now);
    expect(followed().slice(before)).toEqual([`${well} 1`]);
    expect(await told(well)).toBeGreaterThan(0);
    expect(failing).toMatchObject([{ streamId: sick, version: 1, attempts: 1, isSetAside: false }]);
    await drain(workers, now);
    expect(failing).toHaveLength(1);
    poisoned.clear();
    await drain(workers, addMinutes(now, 1));
    expect(followed().slice(before)).toEqual([`${well} 1`, `${sick} 1`, `${sick} 2`]);
    expect(await told(sick)).toBeGreaterThan(0);
  });

  it('is tried six times at growing distances, told of, and set aside until the operator has it tried again', async () => {
    const { poisoned, followed, failing, workers } = poisoning();
    const sick = await raise('长病');
    poisoned.add(sick);
    const moments: number[] = [];
    for (let minutes = 0; minutes < 120; minutes += minutes < 5 ? 0.05 : 1) {
      const known = failing.length;
      await drain(workers, addMinutes(house.clock.now, minutes));
      if (failing.length > known) moments.push(minutes);
    }
    expect(failing.map(({ attempts, isSetAside }) => [attempts, isSetAside])).toEqual([
      [1, false],
      [2, false],
      [3, false],
      [4, false],
      [5, false],
      [6, true],
    ]);
    const distances = moments.slice(1).map((moment, index) => moment - (moments[index] ?? 0));
    expect(distances).toEqual(distances.toSorted((one, other) => one - other));
    expect(failing.at(-1)?.error).toEqual(new Error('nothing can follow'));
    const well = await raise('别的');
    await drain(workers, addMinutes(house.clock.now, 3_000));
    expect(followed()).toEqual([`${well} 1`]);

    expect([await metric('set aside'), await metric('waiting')]).toEqual([1, 1]);
    const list = await setAside('list');
    expect(list.said).toMatch(
      new RegExp(`east  demand ${sick} version 1  DemandRegistered[^]*nothing can follow`),
    );
    expect(list.said).toMatch(/^Set aside: 1$/m);
    poisoned.clear();
    expect(await setAside('again')).toEqual({ code: 0, said: 'To be tried again: 1\n' });
    await drain(workers, house.clock.now);
    expect(followed()).toEqual([`${well} 1`, `${sick} 1`]);
    expect(await metric('set aside')).toBe(0);
    expect((await setAside('list')).said).toBe('Set aside: 0\n');
    expect(await setAside('away')).toMatchObject({ code: 1 });
  });

  it('is not blamed for a lock that was not had in time', async () => {
    const { poisoned, failing, workers } = poisoning();
    const waiting = await raise('等锁');
    const locked: WorkerDeps['registry'] = new Map(workers.registry).set('demand', {
      ...(registry.get('demand') as RegisteredAggregate),
      notices: async (tx) => {
        await tx.query(`set local lock_timeout = '20ms'`);
        await tx.query('select pg_advisory_xact_lock(7401, 1)');
        return [];
      },
    });
    const other = await pool.connect();
    await other.query('begin; select pg_advisory_xact_lock(7401, 1)');
    await expect(drain({ ...workers, registry: locked }, house.clock.now)).rejects.toThrow('lock timeout');
    await other.query('rollback');
    other.release();
    expect([failing, poisoned.size]).toEqual([[], 0]);
    await drain(workers, house.clock.now);
    expect(await told(waiting)).toBeGreaterThan(0);
  });

  it('is not blamed for a connection that broke while it was followed', async () => {
    const { failing, workers } = poisoning();
    const waiting = await raise('断线');
    const cut: WorkerDeps['registry'] = new Map(workers.registry).set('demand', {
      ...(registry.get('demand') as RegisteredAggregate),
      notices: async (tx) => {
        const [row] = await tx.query<{ pid: number }>('select pg_backend_pid() as pid');
        await pool.query('select pg_terminate_backend($1, 5000)', [row?.pid]);
        await tx.query('select 1');
        return [];
      },
    });
    await expect(drain({ ...workers, registry: cut }, house.clock.now)).rejects.toThrow();
    expect(failing).toEqual([]);
    await drain(workers, house.clock.now);
    expect(await told(waiting)).toBeGreaterThan(0);
  });

  it('is thrown where nobody listens, as in a replay', async () => {
    const { poisoned, workers } = poisoning();
    poisoned.add(await raise('重放'));
    const { onFailing: _nobody, ...alone } = workers;
    await expect(drain(alone, house.clock.now)).rejects.toThrow('nothing can follow');
  });
});

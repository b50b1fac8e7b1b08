import { addMinutes, type Instant } from '@xiaoer/domain/time/instant';
import { expect, it } from 'vitest';
import { testHouse } from '../testing/test-house.ts';
import { reachDueMoments } from './due-moments.ts';
import type { RegisteredAggregate } from './registry.ts';

const house = await testHouse();
const { as, pool, registry, deps, clock } = house;

const raise = async (title: string): Promise<string> => {
  const particulars = { title, text: '积水。', category: 'other', territoryId: house.territories.park };
  const raising = { channel: 'counter', enterpriseId: house.enterpriseId, particulars };
  return (await as.desk.post('/api/demands', raising)).body.id;
};

const isDue = async (id: string, now: Instant): Promise<boolean> =>
  (await pool.query('select 1 from due where stream_id = $1 and next_at <= $2', [id, now])).rows.length > 0;

/** The house's demands, but that a moment of this one fails while it is sick. */
const withSick = (sick: { id: string | undefined }) => {
  const demand = registry.get('demand') as RegisteredAggregate;
  const reached: RegisteredAggregate['reached'] = async (tx, moment) => {
    if ((moment.state as { id: string }).id === sick.id) throw new Error('no moment can come');
    return (await demand.reached?.(tx, moment)) ?? { notices: [] };
  };
  const workers = { pool, newId: deps.newId, onRefused: () => undefined };
  return { ...workers, registry: new Map(registry).set('demand', { ...demand, reached }) };
};

it('a moment that fails is told of, keeps no other waiting, and comes when it can', async () => {
  const sick: { id: string | undefined } = { id: await raise('病') };
  const ill = sick.id ?? '';
  const well = await raise('好');
  const failures: unknown[] = [];
  const workers = { ...withSick(sick), onFailed: (error: unknown) => failures.push(error) };
  const now = addMinutes(clock.now, 14 * 24 * 60);
  expect([await isDue(ill, now), await isDue(well, now)]).toEqual([true, true]);
  await reachDueMoments(workers, now);
  expect([await isDue(ill, now), await isDue(well, now)]).toEqual([false, false]);
  expect(failures).toEqual([new Error('no moment can come')]);

  await reachDueMoments(workers, addMinutes(now, 61));
  expect(failures).toHaveLength(2);
  sick.id = undefined;
  const later = addMinutes(now, 122);
  expect(await isDue(ill, later)).toBe(true);
  await reachDueMoments(workers, later);
  expect(failures).toHaveLength(2);
  expect(await isDue(ill, later)).toBe(false);
});

it('a moment that fails is thrown where nobody listens', async () => {
  const sick = { id: await raise('无人听') };
  const now = addMinutes(clock.now, 14 * 24 * 60);
  await expect(reachDueMoments(withSick(sick), now)).rejects.toThrow('no moment can come');
});

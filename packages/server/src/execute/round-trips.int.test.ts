import { randomUUID } from 'node:crypto';
import { dateOf } from '@xiaoer/domain/time/instant';
import { afterAll, expect, it } from 'vitest';
import { actorOf } from '../configuration/configuration.ts';
import { transact } from '../db/transact.ts';
import { writeBatch } from '../db/write-batch.ts';
import { recordStatements } from '../testing/record-statements.ts';
import { testHouse } from '../testing/test-house.ts';
import { runSteps } from './run-steps.ts';

const house = await testHouse();
const recording = recordStatements();
afterAll(() => recording.stop());

const particulars = {
  title: '道路积水',
  text: '厂区门口道路积水，货车进出受阻。',
  category: 'other',
  territoryId: house.territories.park,
};
const register = () =>
  house.as.desk.post(
    '/api/demands',
    { channel: 'counter', enterpriseId: house.enterpriseId, particulars },
    { key: randomUUID() },
  );

const MOST = 3;

it('raises a demand in three round trips, session and commit included', async () => {
  const { body } = await register();
  recording.take();
  expect((await register()).status).toBe(201);
  const turns = recording.take();
  expect(turns.at(-1)?.at(-1)?.text).toBe('commit');
  expect(turns.length).toBeLessThanOrEqual(MOST);
  expect((await house.as.desk.get(`/api/demands/${body.id}`)).status).toBe(200);
});

it('updates no row that another command of the tenant would wait for', async () => {
  const demandId = randomUUID();
  const command = {
    type: 'RegisterDemand',
    demandId,
    number: '20220601-23456',
    channel: 'counter',
    source: {},
    enterpriseId: house.enterpriseId,
    particulars: { ...particulars, tags: [], timesOccurred: 1 },
    urgency: 'general',
    productionStopped: false,
    files: [],
  };
  const step = house.registry.get('demand')?.step(demandId, command);
  const meanwhile = await transact(house.pool, { tenantId: house.tenantId }, async (tx) => {
    const { configuration, people, clock } = house;
    const setUp = await configuration(tx);
    const desk = setUp.staff.get(people.desk);
    if (desk === undefined) throw new Error('the desk is nobody');
    const actor = actorOf(setUp, desk, dateOf(clock.now));
    const envelope = { actor, now: clock.now, commandId: randomUUID() };
    const outcome = await runSteps(tx, step === undefined ? [] : [step], envelope);
    if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
    await writeBatch(tx, outcome.writes);
    const { status } = await register();
    return { answer: status, keep: true };
  });
  expect(meanwhile).toBe(201);
});

const turnsOf = async (url: string): Promise<number> => {
  recording.take();
  expect((await house.as.desk.get(url)).status).toBe(200);
  return recording.take().length;
};

it('lists and shows demands in few round trips', async () => {
  const { body } = await register();
  expect(await turnsOf('/api/demands?show=mine')).toBeLessThanOrEqual(2);
  expect(await turnsOf(`/api/demands/${body.id}`)).toBeLessThanOrEqual(3);
});

import { afterAll, expect, it, vi } from 'vitest';
import { testHouse } from '../testing/test-house.ts';
import { startWorkers } from './worker-loop.ts';

const house = await testHouse();
const { deps, pool, registry, tenantId } = house;
const announced: number[] = [];
const sealed: unknown[] = [];
let looks = 0;
const soon = { timeout: 10_000, interval: 20 };

const now = performance.now.bind(performance);
let later = 0;
const clock = vi.spyOn(performance, 'now').mockImplementation(() => now() + later);
afterAll(() => clock.mockRestore());

const workers = startWorkers({
  pool,
  newId: deps.newId,
  registry,
  now: () => {
    looks += 1;
    return deps.now();
  },
  seal: async (zone) => sealed.push(zone.tenantId),
  announce: async () => announced.push(now()),
  onRefused: () => undefined,
  onError: (error) => expect.fail(String(error)),
});
afterAll(() => workers.stop());

it('seals what was left when they start: a program that is killed again and again comes to it too', async () => {
  await vi.waitFor(() => expect(sealed).toEqual([tenantId]), soon);
});

it('seals again every fifteen seconds, well within the minute that a tail may last', async () => {
  const before = looks;
  await vi.waitFor(() => expect(looks).toBeGreaterThan(before + 3), soon);
  expect(sealed).toEqual([tenantId]);
  later += 15_000;
  await vi.waitFor(() => expect(sealed).toEqual([tenantId, tenantId]), soon);
});

const raise = async (): Promise<void> => {
  const particulars = {
    title: '积水',
    text: '门口积水。',
    category: 'other',
    territoryId: house.territories.park,
  };
  await house.as.desk.post('/api/demands', {
    channel: 'counter',
    enterpriseId: house.enterpriseId,
    particulars,
  });
  workers.wake();
};

it('follows up at once what comes alone, and together what comes right behind it', async () => {
  await raise();
  await vi.waitFor(() => expect(announced).toHaveLength(1), { ...soon, interval: 1 });
  await raise();
  await vi.waitFor(() => expect(announced).toHaveLength(2), soon);
  const [first = 0, second = 0] = announced;
  expect(second - first).toBeGreaterThan(90);
});

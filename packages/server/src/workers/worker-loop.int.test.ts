import { afterAll, expect, it, vi } from 'vitest';
import { testHouse } from '../testing/test-house.ts';
import { startWorkers } from './worker-loop.ts';

const { deps, pool, registry, tenantId } = await testHouse();
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
  announce: async () => undefined,
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

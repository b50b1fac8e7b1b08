import { afterAll, expect, it, vi } from 'vitest';
import { testHouse } from '../testing/test-house.ts';
import { startWorkers } from './worker-loop.ts';

const { deps, pool, registry, tenantId } = await testHouse();
const sealed: unknown[] = [];
const workers = startWorkers({
  pool,
  newId: deps.newId,
  registry,
  now: deps.now,
  seal: async (zone) => sealed.push(zone.tenantId),
  announce: async () => undefined,
  onRefused: () => undefined,
  onError: (error) => expect.fail(String(error)),
});
afterAll(() => workers.stop());

it('seals what was left when they start: a program that is killed again and again comes to it too', async () => {
  await vi.waitFor(() => expect(sealed).toEqual([tenantId]), { timeout: 10_000, interval: 20 });
});

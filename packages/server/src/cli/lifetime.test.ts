import { expect, it } from 'vitest';
import { createLifetime, STAGES } from './lifetime.ts';

it('stops stage by stage, each only after the one before has finished', async () => {
  const lifetime = createLifetime(() => undefined);
  const order: string[] = [];
  for (const stage of STAGES.toReversed()) {
    lifetime.onStop(stage, async () => {
      order.push(`${stage} begins`);
      await Promise.resolve();
      order.push(`${stage} ends`);
    });
  }
  await lifetime.stop();
  expect(order).toEqual(STAGES.flatMap((stage) => [`${stage} begins`, `${stage} ends`]));
});

it('stops once however often it is asked', async () => {
  const lifetime = createLifetime(() => undefined);
  let closed = 0;
  lifetime.onStop('pools', async () => (closed += 1));
  expect(lifetime.isStopping()).toBe(false);
  await Promise.all([lifetime.stop(), lifetime.stop()]);
  expect(lifetime.isStopping()).toBe(true);
  expect(closed).toBe(1);
});

it('goes on to the database when a part fails to close', async () => {
  const lines: string[] = [];
  const lifetime = createLifetime((line) => void lines.push(line));
  let databaseStopped = false;
  lifetime.onStop('workers', () => Promise.reject(new Error('stuck')));
  lifetime.onStop('database', async () => (databaseStopped = true));
  await lifetime.stop();
  expect(databaseStopped).toBe(true);
  expect(lines).toEqual(['While stopping: Error: stuck']);
});

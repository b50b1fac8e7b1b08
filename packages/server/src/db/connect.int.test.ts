import { constants, PerformanceObserver, type PerformanceEntry } from 'node:perf_hooks';
import { expect, it } from 'vitest';
import { testDatabase } from '../testing/database.ts';
import { createPool } from './connect.ts';

const database = await testDatabase();

const isMajor = (entry: PerformanceEntry): boolean =>
  'detail' in entry &&
  (entry.detail as { readonly kind: number }).kind === constants.NODE_PERFORMANCE_GC_MAJOR;

/** With the driver's own promises the same costs eight markings, with ours one. */
it('lets go of rows that nobody holds before the whole heap is marked', async () => {
  const pool = createPool(database.appConfig, { size: 1, statementTimeoutMs: 5_000 });
  let major = 0;
  const observer = new PerformanceObserver((list) => {
    major += list.getEntries().filter(isMajor).length;
  });
  observer.observe({ entryTypes: ['gc'] });
  const client = await pool.connect();
  for (let turn = 0; turn < 2_000; turn += 1)
    await client.query({
      text: "select i, repeat('店', 600) as words from generate_series(1, $1::int) i",
      values: [50],
    });
  client.release();
  await pool.end();
  observer.disconnect();
  expect(major).toBeLessThanOrEqual(3);
});

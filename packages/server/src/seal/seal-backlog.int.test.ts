import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TenantId } from '@xiaoer/domain/kernel/ids';
import { assertInstant } from '@xiaoer/domain/time/instant';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createPool, JOB_POOL } from '../db/connect.ts';
import { transact } from '../db/transact.ts';
import { testDatabase } from '../testing/database.ts';
import { recordStatements } from '../testing/record-statements.ts';
import { createTallyTenants, logTallies, tallyId } from '../testing/tally-log.ts';
import { openSealKeys } from './seal-keys.ts';
import { sealAllPending, sealPending } from './seal-pending.ts';

const EAST = 1 as TenantId;
const WEST = 2 as TenantId;
const NOW = assertInstant('2022-06-01T10:00:00.000+08:00');
const WAITING = 3_000;

const database = await testDatabase();
const folder = await mkdtemp(path.join(tmpdir(), 'xiaoer-seal-'));
/** One connection: what it planned stays planned. */
const sealer = createPool(database.appConfig, { ...JOB_POOL, size: 1 });
const owner = createPool(database.ownerConfig, JOB_POOL);
const recording = recordStatements();
beforeAll(() => createTallyTenants(database.ownerConfig));
afterAll(async () => {
  recording.stop();
  await Promise.all([sealer.end(), owner.end()]);
  await rm(folder, { recursive: true });
});

type Plan = { readonly 'QUERY PLAN': readonly { readonly Plan: Readonly<Record<string, unknown>> }[] };

it.each([
  ['before it was ever analysed', EAST, 'select'],
  ['when it was analysed while nothing waited', WEST, 'analyze unsealed'],
])('takes a backlog by its keys under a plan for an empty table, made %s', async (_when, tenantId, first) => {
  const deps = { pool: sealer, keys: await openSealKeys({ folder }), now: () => NOW };
  await sealAllPending(deps);
  await owner.query(first);
  recording.take();
  await sealPending(deps, tenantId);
  const sent = recording.take().flat();
  const looked = sent.find(({ text }) => text.includes('from unsealed'));
  await logTallies(sealer, {
    tenantId,
    streams: Array.from({ length: WAITING }, (_, index) => tallyId(index + 1)),
    eventsPerStream: 1,
  });
  const [explained] = await transact(sealer, { tenantId }, async (tx) => ({
    answer: await tx.query<Plan>(
      `explain (analyze, buffers, format json) execute "${looked?.name}"(${looked?.values?.join()})`,
    ),
    keep: false,
  }));
  const plan = explained?.['QUERY PLAN'][0]?.Plan;
  expect(plan?.['Shared Hit Blocks']).toBeLessThan(WAITING * 10);
  const passedOver = JSON.stringify(plan).match(/"Rows Removed by [^"]+":[1-9]/g) ?? [];
  expect(passedOver).toEqual([]);
});

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TenantId } from '@xiaoer/domain/kernel/ids';
import { assertInstant } from '@xiaoer/domain/time/instant';
import { afterAll, expect, it } from 'vitest';
import { createPool, JOB_POOL } from '../db/connect.ts';
import { transact } from '../db/transact.ts';
import { testDatabase } from '../testing/database.ts';
import { recordStatements } from '../testing/record-statements.ts';
import { createTallyTenants, logTallies, tallyId } from '../testing/tally-log.ts';
import { openSealKeys } from './seal-keys.ts';
import { sealPending } from './seal-pending.ts';

const EAST = 1 as TenantId;
const NOW = assertInstant('2022-06-01T10:00:00.000+08:00');
const WAITING = 3_000;

const database = await testDatabase();
const folder = await mkdtemp(path.join(tmpdir(), 'xiaoer-seal-'));
/** One connection: what it planned stays planned. */
const sealer = createPool(database.appConfig, { ...JOB_POOL, size: 1 });
const recording = recordStatements();
afterAll(async () => {
  recording.stop();
  await sealer.end();
  await rm(folder, { recursive: true });
});

type Plan = { readonly 'QUERY PLAN': readonly { readonly Plan: Readonly<Record<string, number>> }[] };

it('reads a backlog by its keys, under a plan that was made while the log was empty', async () => {
  await createTallyTenants(database.ownerConfig);
  const deps = { pool: sealer, keys: await openSealKeys({ folder }), now: () => NOW };
  recording.take();
  await sealPending(deps, EAST);
  const sent = recording.take().flat();
  const looked = sent.find(({ text }) => text.includes('from unsealed'));
  await logTallies(sealer, {
    tenantId: EAST,
    streams: Array.from({ length: WAITING }, (_, index) => tallyId(index + 1)),
    eventsPerStream: 1,
  });
  const [explained] = await transact(sealer, { tenantId: EAST }, async (tx) => ({
    answer: await tx.query<Plan>(
      `explain (analyze, buffers, format json) execute "${looked?.name}"(${looked?.values?.join()})`,
    ),
    keep: false,
  }));
  expect(explained?.['QUERY PLAN'][0]?.Plan['Shared Hit Blocks']).toBeLessThan(WAITING * 5);
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Client, Pool } from 'pg';
import type { TenantId } from '@xiaoer/domain/kernel/ids';
import { assertInstant } from '@xiaoer/domain/time/instant';
import { createClient, createPool, JOB_POOL } from '../packages/server/src/db/connect.ts';
import { migrate } from '../packages/server/src/db/migrate.ts';
import { startEmbedded } from '../packages/server/src/embedded/start-embedded.ts';
import { openSealKeys, type SealKeys } from '../packages/server/src/seal/seal-keys.ts';
import { sealPending } from '../packages/server/src/seal/seal-pending.ts';
import { verifyDatabase } from '../packages/server/src/seal/verify-database.ts';
import { createTallyTenants, TALLY } from '../packages/server/src/testing/tally-log.ts';
import { report } from './compare.ts';

const PER_STREAM = 10;
const EVENTS = 400_000;
const EVENTS_PER_SECOND = 20_000;
/** What a log four times as long may add to the memory of `verify`. */
const MEGABYTES = 60;
const EAST = 1 as TenantId;

const FILL = `
  with stream as materialized (
    select ordinal, md5(ordinal::text)::uuid as id from generate_series($1::int, $2::int) ordinal
  ), written as (
    insert into event_log
    select 1, stream.id, version, 'tally', 'TallyAdded', 1,
      jsonb_build_object('amount', version, 'note', '第' || version || '笔', 'text', repeat('雨后道路积水，货车进出受阻。', 12),
        'unit', stream.id, 'due', '2022-06-11', 'limit', jsonb_build_object('amount', 5, 'unit', 'workdays')),
      stream.id, null, '2022-06-01T09:00:00+08'::timestamptz + version * interval '1 hour', stream.id, null
    from stream, generate_series(1, ${PER_STREAM}) version
    returning stream_id, version
  ), waiting as (
    insert into unsealed select 1, stream_id, version from written
  )
  insert into duty_roster
  select 1, id, ${PER_STREAM}, jsonb_build_object('total', ${(PER_STREAM * (PER_STREAM + 1)) / 2},
    'notes', '["第8笔", "第9笔", "第10笔"]'::jsonb, 'changedAt', '2022-06-01T19:00:00.000+08:00'), 'tally', id, true from stream`;

const megabytes = (bytes: number): number => Math.round(bytes / 1024 / 1024);
type Verifying = { readonly owner: Client; readonly pool: Pool; readonly keys: SealKeys };

type Verified = { readonly perSecond: number; readonly megabytes: number; readonly ok: boolean };

/** Streams up to `upTo` written and sealed. */
const fill = async (
  { owner, pool, keys }: Verifying,
  { from, upTo }: { from: number; upTo: number },
): Promise<void> => {
  await owner.query(FILL, [from, upTo]);
  const began = performance.now();
  await sealPending({ pool, keys, now: () => assertInstant('2022-06-02T09:00:00.000+08:00') }, EAST);
  const perSecond = (((upTo - from + 1) * PER_STREAM) / (performance.now() - began)) * 1_000;
  console.log(`  sealed ${Math.round(perSecond)} events a second`);
  await owner.query('analyze');
};

const verify = async ({ owner, keys }: Verifying): Promise<Verified> => {
  const before = process.memoryUsage.rss();
  let peak = before;
  const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 50);
  const began = performance.now();
  const { ok, tenants } = await verifyDatabase(owner, {
    refolds: new Map([[TALLY.aggregate, TALLY]]),
    recounts: [],
    publicKeys: keys.publicKeys,
  });
  const took = performance.now() - began;
  clearInterval(watch);
  const count = tenants[0]?.events ?? 0;
  const verified = { perSecond: (count / took) * 1_000, megabytes: megabytes(peak - before), ok };
  console.log(`  ${count} events in ${(took / 1_000).toFixed(1)} s, ${verified.megabytes} MB more at most`);
  if (!ok) console.log(tenants[0]?.findings.slice(0, 3));
  return verified;
};

/** Events a second that `verify` checks and folds again, of 0.6 kB each, ten a stream; and that its memory does not grow with the log. */
export const measureVerify = async (): Promise<number> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'xiaoer-bench-verify-'));
  const database = await startEmbedded({ dataDir: folder, log: () => undefined });
  try {
    await migrate(database.ownerConfig);
    await createTallyTenants(database.ownerConfig);
    const owner = createClient(database.ownerConfig);
    await owner.connect();
    const pool = createPool(database.appConfig, JOB_POOL);
    const at = { owner, pool, keys: await openSealKeys({ folder: path.join(folder, 'keys') }) };
    const all = EVENTS / PER_STREAM;
    await fill(at, { from: 1, upTo: all / 4 });
    const first = await verify(at);
    await fill(at, { from: all / 4 + 1, upTo: all });
    const second = await verify(at);
    await Promise.all([owner.end(), pool.end()]);
    return (
      report('verify, events per second', second.perSecond, { least: EVENTS_PER_SECOND }) +
      report('verify, MB more for four times the log', second.megabytes - first.megabytes, {
        most: MEGABYTES,
      }) +
      report('verify, logs found true', [first, second].filter(({ ok }) => ok).length, { least: 2 })
    );
  } finally {
    await database.stop();
    rmSync(folder, { recursive: true, force: true });
  }
};

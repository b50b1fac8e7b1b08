import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TenantId } from '@xiaoer/domain/kernel/ids';
import { assertInstant } from '@xiaoer/domain/time/instant';
import { createClient, createPool, JOB_POOL } from '../packages/server/src/db/connect.ts';
import { migrate } from '../packages/server/src/db/migrate.ts';
import { startEmbedded } from '../packages/server/src/embedded/start-embedded.ts';
import { openSealKeys } from '../packages/server/src/seal/seal-keys.ts';
import { sealPending } from '../packages/server/src/seal/seal-pending.ts';
import { verifyDatabase } from '../packages/server/src/seal/verify-database.ts';
import { createTallyTenants, TALLY } from '../packages/server/src/testing/tally-log.ts';

// Events per second that `verify` and the sealer manage, and whether the memory of `verify` grows with the log.
// node bench/verify.ts [EVENTS]: 10 events a stream, about 0.6 kB each, refolded and compared.

const PER_STREAM = 10;
const events = Number(process.argv[2] ?? 400_000);
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
const folder = mkdtempSync(path.join(tmpdir(), 'xiaoer-bench-verify-'));
const database = await startEmbedded({ dataDir: folder, log: () => undefined });
try {
  await migrate(database.ownerConfig);
  await createTallyTenants(database.ownerConfig);
  const owner = createClient(database.ownerConfig);
  owner.on('error', () => undefined);
  await owner.connect();
  const pool = createPool(database.appConfig, JOB_POOL);
  pool.on('error', () => undefined);
  const keys = await openSealKeys({ folder: path.join(folder, 'keys') });
  const now = assertInstant('2022-06-02T09:00:00.000+08:00');
  let streams = 0;
  for (const goal of [events / 4, events]) {
    const upTo = Math.round(goal / PER_STREAM);
    await owner.query(FILL, [streams + 1, upTo]);
    const added = (upTo - streams) * PER_STREAM;
    streams = upTo;
    const sealing = performance.now();
    await sealPending({ pool, keys, now: () => now }, EAST);
    const sealed = performance.now() - sealing;
    await owner.query('analyze');
    const before = process.memoryUsage.rss();
    let peak = before;
    const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 50);
    const cpu = process.cpuUsage();
    const verifying = performance.now();
    const report = await verifyDatabase(owner, {
      refolds: new Map([[TALLY.aggregate, TALLY]]),
      recounts: [],
      publicKeys: keys.publicKeys,
    });
    const verified = performance.now() - verifying;
    const { user, system } = process.cpuUsage(cpu);
    clearInterval(watch);
    const count = report.tenants[0]?.events ?? 0;
    console.log(
      `${count} events: sealed ${Math.round((added / sealed) * 1000)}/s, ` +
        `verified ${Math.round((count / verified) * 1000)}/s in ${(verified / 1000).toFixed(1)} s, ` +
        `${((user + system) / count).toFixed(0)} µs of this process each, memory ${megabytes(before)} -> at most ${megabytes(peak)} MB, ${report.ok ? 'ok' : 'NOT OK'}`,
    );
    if (!report.ok) console.log(report.tenants[0]?.findings.slice(0, 3));
  }
  await Promise.all([owner.end(), pool.end()]);
} finally {
  await database.stop();
  rmSync(folder, { recursive: true, force: true });
}

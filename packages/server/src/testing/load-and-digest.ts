import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { loadScenario, type ScenarioLoading } from '../cli/load-scenario.ts';
import { createPool } from '../db/connect.ts';
import { openFileRoom } from '../files/file-room.ts';
import { logDigest } from '../replay/log-digest.ts';

/** A process of its own that loads liangjiang into the database named by its first argument, and prints the log's digest. */
const database = JSON.parse(process.argv[2] ?? '{}') as ScenarioLoading['database'];
const folder = await mkdtemp(path.join(tmpdir(), 'xiaoer-story-'));
const { storage } = await openFileRoom(folder, undefined);
const secret = 'another secret of tests';
const { tenantId } = await loadScenario({ database, id: 'liangjiang', secret, storage });
const pool = createPool(database.appConfig, { size: 1, statementTimeoutMs: 30_000 });
process.stdout.write(await logDigest(pool, tenantId));
await pool.end();
await rm(folder, { recursive: true });

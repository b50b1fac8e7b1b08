import { randomUUID } from 'node:crypto';
import { assertInstant } from '@xiaoer/domain/time/instant';
import type { ClientConfig, Pool, PoolClient } from 'pg';
import { DEPARTMENTS_CALENDAR, OFFICERS_CALENDAR } from '../../../../templates/calendars/china.ts';
import { configurationReader } from '../configuration/read-configuration.ts';
import { createPool, JOB_POOL } from '../db/connect.ts';
import { house } from '../house.ts';
import { createCutter } from '../words/cutter.ts';
import { reachDueMoments } from '../workers/due-moments.ts';
import { drainOutbox } from '../workers/outbox.ts';

/** What the child is told, as JSON in its one argument. It stops for ever just before, or just after, its `commits`th commit. */
export type KilledWork = {
  readonly appConfig: ClientConfig;
  readonly work: 'outbox' | 'due';
  readonly now: string;
  readonly secret: string;
  readonly commits: number;
  readonly stop: 'before' | 'after';
};

const isCommit = (statement: unknown): boolean => statement === 'commit';

const stopAtCommit = (pool: Pool, { commits, stop }: KilledWork): void => {
  let seen = 0;
  pool.on('connect', (client: PoolClient) => {
    const send = client.query.bind(client) as (...parts: unknown[]) => Promise<unknown>;
    const held = async (...parts: unknown[]): Promise<unknown> => {
      if (!isCommit(parts[0])) return send(...parts);
      seen += 1;
      if (seen !== commits) return send(...parts);
      if (stop === 'after') await send(...parts);
      process.stdout.write(`stopped ${stop} the commit\n`);
      return new Promise(() => setInterval(() => undefined, 60_000));
    };
    client.query = held as PoolClient['query'];
  });
};

/** A worker that can be killed at a chosen moment: what the exactly-once tests start. */
const told = JSON.parse(process.argv[2] ?? '') as KilledWork;
const pool = createPool(told.appConfig, JOB_POOL);
stopAtCommit(pool, told);
const { registry } = house({
  configuration: configurationReader({ officer: OFFICERS_CALENDAR, department: DEPARTMENTS_CALENDAR }),
  cutter: createCutter(),
  secret: told.secret,
  newId: randomUUID,
});
const deps = { pool, newId: randomUUID, registry, onRefused: () => undefined };
const now = assertInstant(told.now);
if (told.work === 'outbox') await drainOutbox(deps, now);
else await reachDueMoments(deps, now);
process.stdout.write('nothing more to do\n');
process.exit(0);

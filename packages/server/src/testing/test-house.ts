import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TenantId } from '@xiaoer/domain/kernel/ids';
import { addMinutes, assertInstant, type Instant } from '@xiaoer/domain/time/instant';
import type { FastifyInstance } from 'fastify';
import type { ClientConfig, Pool } from 'pg';
import { DEPARTMENTS_CALENDAR, OFFICERS_CALENDAR } from '../../../../templates/calendars/china.ts';
import { buildApp, type AppDeps } from '../app.ts';
import { signedInReader } from '../auth/signed-in.ts';
import { configurationReader } from '../configuration/read-configuration.ts';
import { gatheringExecutor } from '../execute/gathering.ts';
import { createPool, JOB_POOL, WEB_POOL } from '../db/connect.ts';
import { openFileRoom } from '../files/file-room.ts';
import { house, type House } from '../house.ts';
import { quotedNumber } from '../http/quoted-number.ts';
import { jobKinds } from '../jobs.ts';
import { openAnnouncements } from '../notify/announcements.ts';
import { runJob } from '../workers/jobs.ts';
import { createCutter } from '../words/cutter.ts';
import { cleanUp } from './clean-up.ts';
import { furnishedDatabase, type TestDatabase } from './database.ts';
import { furnish, type Furnished } from './furnish.ts';
import { runsAsProgram, type RunAsProgram } from './run-as-program.ts';
import { signedInAs, type Caller } from './signed-in-as.ts';

export type TestHouse = Furnished & {
  readonly app: FastifyInstance;
  readonly database: TestDatabase;
  readonly pool: Pool;
  readonly tenantId: TenantId;
  readonly stores: House['stores'];
  readonly registry: House['registry'];
  readonly configuration: AppDeps['configuration'];
  readonly deps: AppDeps;
  /** The house's clock; it stands still until a test moves it. */
  readonly clock: { now: Instant; readonly advance: (minutes: number) => Instant };
  /** Text messages the house has sent. */
  readonly messages: { readonly phone: string; readonly text: string }[];
  /** Runs a command as the program itself and insists that it is accepted. */
  readonly run: RunAsProgram;
  /** Does the jobs that wait by now; an error in one is thrown. */
  readonly runJobs: () => Promise<void>;
  /** Requests with the person's session. */
  readonly as: Readonly<Record<keyof Furnished['people'], Caller>>;
  /** Requests with no session. */
  readonly stranger: Caller;
};

/** A working Wednesday. */
const NOW = assertInstant('2022-06-01T10:00:00.000+08:00');
const tenantId = 1 as TenantId;
const SECRET = 'a secret of tests';

const rethrow = (error: unknown): never => {
  throw error;
};

const readConfiguration = () =>
  configurationReader({ officer: OFFICERS_CALENDAR, department: DEPARTMENTS_CALENDAR });

/** By the same commands as everything later; the pool is gone when it is done, so that the database can be copied. */
const furnishIn = async (config: ClientConfig): Promise<Furnished> => {
  const pool = createPool(config, JOB_POOL);
  const newId = randomUUID;
  const made = house({ configuration: readConfiguration(), cutter: createCutter(), secret: SECRET, newId });
  const deps = { pool, newId, stores: made.stores, wake: () => undefined };
  const run = runsAsProgram({ deps, registry: made.registry, tenantId, now: () => NOW });
  return furnish({ deps, tenantId, run, now: NOW }).finally(() => pool.end());
};

const openDeps = async (database: TestDatabase, clock: { now: Instant }) => {
  const pool = createPool(database.appConfig, WEB_POOL);
  pool.on('error', () => undefined);
  const configuration = readConfiguration();
  const announcements = openAnnouncements(database.appConfig, pool);
  const messages: { phone: string; text: string }[] = [];
  const cutter = createCutter();
  const secret = SECRET;
  const now = () => clock.now;
  const folder = await mkdtemp(path.join(tmpdir(), 'xiaoer-files-'));
  const made = house({ configuration, cutter, secret, newId: randomUUID });
  const deps: AppDeps = {
    pool,
    now,
    newId: randomUUID,
    newNumber: quotedNumber,
    secret,
    stores: made.stores,
    configuration,
    cutter,
    announcements,
    files: await openFileRoom(folder, undefined),
    wake: () => undefined,
    execute: gatheringExecutor({ pool, newId: randomUUID, wake: () => undefined }),
    signedIn: signedInReader({ pool, now, configuration }),
    checkResponses: true,
    sendSms: async (message) => void messages.push(message),
    secureCookies: false,
    logger: false,
    trustedProxies: [],
    requestsPerMinute: 100_000,
    isAccepting: () => true,
    metricsApart: false,
    webFolder: undefined,
  };
  return { database, pool, deps, messages, announcements, folder, ...made };
};

const everybody = async (
  app: FastifyInstance,
  deps: AppDeps,
  people: Furnished['people'],
): Promise<TestHouse['as']> => {
  const callers: Partial<Record<keyof Furnished['people'], Caller>> = {};
  for (const [name, personId] of Object.entries(people))
    callers[name as keyof Furnished['people']] = await signedInAs(app, { deps, tenantId, personId });
  return callers as TestHouse['as'];
};

type Opened = Awaited<ReturnType<typeof openDeps>>;

const waitingJobs = async ({ deps, database }: Opened): Promise<void> => {
  const jobPool = createPool(database.appConfig, JOB_POOL);
  const kinds = jobKinds({ ...deps, pool: jobPool, store: deps.stores.demand });
  const jobDeps = { pool: jobPool, now: deps.now, kinds, onError: rethrow };
  try {
    while (await runJob(jobDeps, new AbortController().signal));
  } finally {
    await jobPool.end();
  }
};

/**
 * The whole HTTP side on a database of its own: a tenant with two units, the people of every role, an enterprise with a
 * contact, and a session for each of them. Call it at the top of a test file, or in a test that needs its own.
 */
export const testHouse = async (): Promise<TestHouse> => {
  const clock = {
    now: NOW,
    advance: (minutes: number) => (clock.now = addMinutes(clock.now, minutes)),
  };
  const { database, kept: furnished } = await furnishedDatabase(furnishIn);
  const opened = await openDeps(database, clock);
  const { deps, pool, registry, announcements } = opened;
  const run = runsAsProgram({ deps, registry, tenantId, now: deps.now });
  const app = await buildApp(deps);
  cleanUp(async () => {
    await app.close();
    await announcements.stop();
    await pool.end();
    await rm(opened.folder, { recursive: true });
  });
  const callers = await everybody(app, deps, furnished.people);
  return {
    ...opened,
    ...furnished,
    app,
    tenantId,
    configuration: deps.configuration,
    clock,
    run,
    runJobs: () => waitingJobs(opened),
    as: callers,
    stranger: await signedInAs(app, { deps, tenantId, personId: undefined }),
  };
};

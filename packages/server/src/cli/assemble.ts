import { existsSync } from 'node:fs';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import { DEPARTMENTS_CALENDAR, OFFICERS_CALENDAR } from '../../../../templates/calendars/china.ts';
import { fromEpochMilliseconds, type Instant } from '@xiaoer/domain/time/instant';
import { buildApp } from '../app.ts';
import { signedInReader } from '../auth/signed-in.ts';
import { sweepSignIns } from '../auth/sweep-sign-ins.ts';
import { configurationReader } from '../configuration/read-configuration.ts';
import { DAILY_LOOK_MS, doDaily } from '../daily.ts';
import { gatheringExecutor } from '../execute/gathering.ts';
import { createPool, JOB_POOL, WEB_POOL } from '../db/connect.ts';
import { zoneNow } from '../db/zone-clock.ts';
import { newId } from '../execute/new-id.ts';
import { openFileRoom, type FileRoom } from '../files/file-room.ts';
import { house } from '../house.ts';
import { serveMetricsApart } from '../http/metrics-apart.ts';
import { quotedNumber } from '../http/quoted-number.ts';
import { jobKinds } from '../jobs.ts';
import { openAnnouncements } from '../notify/announcements.ts';
import { deliverAll } from '../notify/deliveries.ts';
import { httpSmsSender, logSmsSender } from '../notify/sms.ts';
import { openSealKeys } from '../seal/seal-keys.ts';
import { sealPending } from '../seal/seal-pending.ts';
import { createCutter } from '../words/cutter.ts';
import { startLoop } from '../workers/loop.ts';
import { startJobs } from '../workers/jobs.ts';
import { startWorkers } from '../workers/worker-loop.ts';
import { installationSecret } from './installation-secret.ts';
import type { Lifetime } from './lifetime.ts';
import type { OpenDatabase } from './opened-database.ts';
import type { Settings } from './settings.ts';

export type Assembly = {
  readonly settings: Settings;
  readonly database: OpenDatabase;
  readonly lifetime: Lifetime;
  readonly logger: Logger;
  /** Aborted when the program is asked to stop while it is still starting. */
  readonly signal: AbortSignal;
};

const WORDS_AFTER_MS = 1_000;
const WEB_FOLDER = path.join(import.meta.dirname, '../../../web/dist');

/** Mail leaves in a loop of its own: a slow server holds up nothing else. */
const startDeliveries = async ({ settings, lifetime, logger }: Assembly, pool: Pool): Promise<void> => {
  const { mail } = settings.outside;
  if (mail === undefined) return;
  const { smtpSender } = await import('../notify/email.ts');
  const email = smtpSender(mail);
  const loop = startLoop({
    work: () => deliverAll({ pool, email, host: mail.from.split('@')[1] ?? 'xiaoer' }, now),
    restMs: 2_000,
    onError: (error) => logger.error({ err: error }, 'mail'),
  });
  lifetime.onStop('workers', () => loop.stop().finally(email.close));
};

const now = (): Instant => fromEpochMilliseconds(Date.now());

const openPool = ({ database, lifetime }: Assembly, settings: typeof WEB_POOL) => {
  const pool = createPool(database.appConfig, settings);
  pool.on('error', () => undefined);
  lifetime.onStop('pools', () => pool.end());
  return pool;
};

/** What everything below stands on, opened once. */
const openGround = async (assembly: Assembly) => {
  const { settings, database, lifetime } = assembly;
  const pool = openPool(assembly, WEB_POOL);
  const jobPool = openPool(assembly, JOB_POOL);
  const secret = await installationSecret(settings.dataDir);
  const keys = await openSealKeys({
    folder: path.join(settings.dataDir, 'keys'),
    keyFile: settings.sealKeyFile,
  });
  const configuration = configurationReader({ officer: OFFICERS_CALENDAR, department: DEPARTMENTS_CALENDAR });
  const cutter = createCutter();
  // Read when the program answers already, and before somebody's first search has to wait for it.
  setTimeout(() => cutter.tokens(''), WORDS_AFTER_MS).unref();
  const { stores, registry } = house({ configuration, cutter, secret, newId });
  const announcements = openAnnouncements(database.appConfig, jobPool);
  lifetime.onStop('streams', () => announcements.stop());
  return { pool, jobPool, secret, keys, configuration, cutter, stores, registry, announcements };
};
type Ground = Awaited<ReturnType<typeof openGround>>;

const startOutbox = ({ lifetime, logger }: Assembly, ground: Ground) => {
  const { jobPool, keys, registry, announcements } = ground;
  const workers = startWorkers({
    pool: jobPool,
    newId,
    registry,
    now,
    seal: ({ tenantId, behindMs }) =>
      sealPending({ pool: jobPool, keys, now: () => zoneNow(now(), behindMs) }, tenantId),
    announce: announcements.announce,
    onRefused: (followUp) => logger.info({ followUp }, 'a follow-up was refused'),
    onFailing: ({ error, ...event }) =>
      event.isSetAside
        ? logger.error({ err: error, event }, 'an event is set aside: see xiaoer set-aside --help')
        : logger.warn({ err: error, event }, 'an event will be tried again'),
    onError: (error) => logger.error({ err: error }, 'worker'),
  });
  lifetime.onStop('workers', () => workers.stop());
  return workers;
};

type Running = { readonly ground: Ground; readonly files: FileRoom; readonly wake: () => void };

/** What takes longer than a request, and what is done once a day. */
const startLongWork = async (assembly: Assembly, { ground, files, wake }: Running): Promise<void> => {
  const { lifetime, logger } = assembly;
  const { jobPool: pool, configuration, cutter, stores, announcements } = ground;
  const store = stores.demand;
  const jobs = startJobs({
    pool,
    now,
    kinds: jobKinds({ pool, now, newId, newNumber: quotedNumber, wake, configuration, cutter, files, store }),
    onError: (error) => logger.error({ err: error }, 'job'),
  });
  lifetime.onStop('workers', () => jobs.stop());
  await startDeliveries(assembly, pool);
  const { announce } = announcements;
  const daily = startLoop({
    work: async () => {
      await sweepSignIns(pool, now());
      await doDaily({ pool, configuration, files, announce }, now());
      return false;
    },
    restMs: DAILY_LOOK_MS,
    onError: (error) => logger.error({ err: error }, 'daily'),
  });
  lifetime.onStop('workers', () => daily.stop());
};

/** Opens the pools, starts the workers and builds the app, each told to the lifetime that will stop it. */
export async function assemble(assembly: Assembly): Promise<FastifyInstance> {
  const { settings, lifetime, logger } = assembly;
  const { outside } = settings;
  const ground = await openGround(assembly);
  const { pool, secret, stores, configuration, cutter, announcements } = ground;
  const workers = startOutbox(assembly, ground);
  if (settings.metrics !== undefined)
    lifetime.onStop('drain', await serveMetricsApart(pool, settings.metrics));
  const files = await openFileRoom(settings.dataDir, settings.bucket);
  await startLongWork(assembly, { ground, files, wake: workers.wake });
  return buildApp({
    pool,
    now,
    newId,
    newNumber: quotedNumber,
    secret,
    stores,
    configuration,
    cutter,
    announcements,
    files,
    wake: workers.wake,
    execute: gatheringExecutor({ pool, newId, wake: workers.wake }),
    signedIn: signedInReader({ pool, now, configuration }),
    checkResponses: false,
    sendSms: outside.sms ? httpSmsSender(outside.sms) : logSmsSender((line) => logger.warn(line)),
    secureCookies: outside.secure,
    logger,
    trustedProxies: outside.trustedProxies,
    requestsPerMinute: 3_000,
    isAccepting: () => !lifetime.isStopping(),
    metricsApart: settings.metrics !== undefined,
    webFolder: existsSync(WEB_FOLDER) ? WEB_FOLDER : undefined,
  });
}

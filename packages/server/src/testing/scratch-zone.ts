import { randomUUID } from 'node:crypto';
import type { PersonId, TenantId } from '@xiaoer/domain/kernel/ids';
import type { Instant } from '@xiaoer/domain/time/instant';
import type pg from 'pg';
import { DEPARTMENTS_CALENDAR, OFFICERS_CALENDAR } from '../../../../templates/calendars/china.ts';
import { openSession, SESSION_COOKIE } from '../auth/session.ts';
import { configurationReader, type ReadConfiguration } from '../configuration/read-configuration.ts';
import { createClient, createPool, JOB_POOL } from '../db/connect.ts';
import { migrate } from '../db/migrate.ts';
import { layoutOf, port } from '../embedded/layout.ts';
import { databaseName } from '../embedded/roles.ts';
import { startEmbedded } from '../embedded/start-embedded.ts';
import { house, type House } from '../house.ts';
import { createCutter } from '../words/cutter.ts';
import { furnish, type Furnished } from './furnish.ts';
import { runsAsProgram } from './run-as-program.ts';

/** A furnished zone in a data folder, for programs that start the real server on it. */
export type ScratchZone = Furnished & {
  readonly tenantId: TenantId;
  readonly dataDir: string;
  readonly house: House;
  readonly configuration: ReadConfiguration;
  readonly configOf: (role: string, database?: string) => pg.ClientConfig;
  readonly openPool: () => pg.Pool;
  /** A connection as PostgreSQL's superuser to the zone's database. */
  readonly openSuperuser: () => Promise<pg.Client>;
};

/** How to reach the embedded database on a folder while somebody else keeps it running. */
const configsIn =
  (dataDir: string) =>
  (user: string, database = databaseName): pg.ClientConfig => ({
    host: layoutOf(dataDir).socketDir,
    port,
    user,
    database,
    ssl: false,
  });

const scratchHouse = (configuration: ReadConfiguration): House =>
  house({
    configuration,
    cutter: createCutter(),
    secret: 'a secret of scratch zones',
    newId: randomUUID,
  });

const TENANT = 1 as TenantId;

const readConfiguration = (): ReadConfiguration =>
  configurationReader({ officer: OFFICERS_CALENDAR, department: DEPARTMENTS_CALENDAR });

/** A furnished zone that was made in the folder before. */
export const zoneIn = (dataDir: string, furnished: Furnished): ScratchZone => {
  const configuration = readConfiguration();
  const configOf = configsIn(dataDir);
  return {
    ...furnished,
    tenantId: TENANT,
    dataDir,
    house: scratchHouse(configuration),
    configuration,
    configOf,
    openPool: () => {
      const opened = createPool(configOf('xiaoer_app'), JOB_POOL);
      opened.on('error', () => undefined);
      return opened;
    },
    openSuperuser: async () => {
      const client = createClient(configOf('postgres'));
      client.on('error', () => undefined);
      await client.connect();
      return client;
    },
  };
};

/** Makes the cluster, the schema and a zone with people of every role, and leaves the database stopped. */
export const makeScratchZone = async (dataDir: string, now: Instant): Promise<ScratchZone> => {
  const made = scratchHouse(readConfiguration());
  const embedded = await startEmbedded({ dataDir, log: () => undefined });
  const pool = createPool(embedded.appConfig, JOB_POOL);
  pool.on('error', () => undefined);
  try {
    await migrate(embedded.ownerConfig);
    const deps = { pool, newId: randomUUID, stores: made.stores, wake: () => undefined };
    const furnished = await furnish({
      deps,
      tenantId: TENANT,
      now,
      run: runsAsProgram({ deps, registry: made.registry, tenantId: TENANT, now: () => now }),
    });
    return zoneIn(dataDir, furnished);
  } finally {
    await pool.end();
    await embedded.stop();
  }
};

/** The Cookie header of a new session of the person. */
export const sessionCookie = async (
  pool: pg.Pool,
  { tenantId, personId, now }: { tenantId: TenantId; personId: PersonId; now: Instant },
): Promise<string> => {
  const session = { tenantId, personId, now, address: '127.0.0.1', userAgent: 'scratch' };
  return `${SESSION_COOKIE}=${await openSession(pool, session, randomUUID())}`;
};

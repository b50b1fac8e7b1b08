import type { PersonId } from '@xiaoer/domain/kernel/ids';
import { fromEpochMilliseconds, type Instant } from '@xiaoer/domain/time/instant';
import type pg from 'pg';
import { startEmbedded } from '../packages/server/src/embedded/start-embedded.ts';
import {
  makeScratchZone,
  sessionCookie,
  type ScratchZone,
} from '../packages/server/src/testing/scratch-zone.ts';
import { at, type ClockPlan } from '../tools/crash/simulated-time.ts';

export type BenchPlan = {
  readonly seconds: number;
  readonly runs: number;
  /** Demands of the one zone for the reads, and of all zones for the large part. */
  readonly demands: number;
  readonly size: number;
  /** Of mixed load before memory is looked at. */
  readonly minutes: number;
};

/** A furnished zone on a durable embedded database that stays up between the servers that are measured on it. */
export type Bench = BenchPlan & {
  readonly zone: ScratchZone;
  readonly clock: ClockPlan;
  readonly now: () => Instant;
  readonly superuser: pg.Client;
  readonly cookie: (personId: PersonId) => Promise<string>;
  readonly close: () => Promise<void>;
};

export const openBench = async (dataDir: string, plan: BenchPlan): Promise<Bench> => {
  const clock = { since: Date.now(), speed: 1 };
  const now = () => fromEpochMilliseconds(at(Date.now(), clock));
  const zone = await makeScratchZone(dataDir, now());
  const embedded = await startEmbedded({ dataDir, log: () => undefined });
  const superuser = await zone.openSuperuser();
  const pool = zone.openPool();
  return {
    ...plan,
    zone,
    clock,
    now,
    superuser,
    cookie: (personId) => sessionCookie(pool, { tenantId: zone.tenantId, personId, now: now() }),
    close: async () => {
      await Promise.all([superuser.end(), pool.end()]);
      await embedded.stop();
    },
  };
};

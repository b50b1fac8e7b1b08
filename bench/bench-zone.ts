import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { PersonId } from '@xiaoer/domain/kernel/ids';
import { fromEpochMilliseconds, type Instant } from '@xiaoer/domain/time/instant';
import type pg from 'pg';
import { startEmbedded } from '../packages/server/src/embedded/start-embedded.ts';
import type { Furnished } from '../packages/server/src/testing/furnish.ts';
import {
  makeScratchZone,
  sessionCookie,
  zoneIn,
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
  /** How many demands each zone in a kept folder holds, once they were generated. */
  readonly kept: readonly number[] | undefined;
  /** Writes down that the folder holds so many, so that a later run finds them. */
  readonly keep: (sizes: readonly number[]) => void;
  readonly close: () => Promise<void>;
};

type Kept = { readonly clock: ClockPlan; readonly furnished: Furnished; readonly sizes: readonly number[] };

const keptBeside = (dataDir: string): Kept | undefined =>
  existsSync(`${dataDir}.json`) ? (JSON.parse(readFileSync(`${dataDir}.json`, 'utf8')) as Kept) : undefined;

export const openBench = async (dataDir: string, plan: BenchPlan): Promise<Bench> => {
  const found = keptBeside(dataDir);
  const clock = found?.clock ?? { since: Date.now(), speed: 1 };
  const now = () => fromEpochMilliseconds(at(Date.now(), clock));
  const zone = found === undefined ? await makeScratchZone(dataDir, now()) : zoneIn(dataDir, found.furnished);
  const embedded = await startEmbedded({ dataDir, log: () => undefined });
  const superuser = await zone.openSuperuser();
  const pool = zone.openPool();
  return {
    ...plan,
    zone,
    clock,
    now,
    superuser,
    kept: found?.sizes,
    keep: (sizes) => {
      const { units, territories, enterpriseId, siteId, people } = zone;
      const furnished: Furnished = { units, territories, enterpriseId, siteId, people };
      writeFileSync(`${dataDir}.json`, JSON.stringify({ clock, furnished, sizes } satisfies Kept));
    },
    cookie: (personId) => sessionCookie(pool, { tenantId: zone.tenantId, personId, now: now() }),
    close: async () => {
      await Promise.all([superuser.end(), pool.end()]);
      await embedded.stop();
    },
  };
};

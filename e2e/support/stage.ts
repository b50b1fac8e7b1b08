import { existsSync } from 'node:fs';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, afterEach, expect, vi } from 'vitest';
import { buildApp } from '../../packages/server/src/app.ts';
import { createPool, JOB_POOL, WEB_POOL } from '../../packages/server/src/db/connect.ts';
import { jobKinds } from '../../packages/server/src/jobs.ts';
import { testDatabase } from '../../packages/server/src/testing/database.ts';
import { signedInAs, type Caller } from '../../packages/server/src/testing/signed-in-as.ts';
import { testHouse, type TestHouse } from '../../packages/server/src/testing/test-house.ts';
import { startJobs } from '../../packages/server/src/workers/jobs.ts';
import { startWorkers } from '../../packages/server/src/workers/worker-loop.ts';
import { openAccounts, type Somebody } from './accounts.ts';
import { startChromium } from './chromium.ts';
import { picture } from './picture.ts';
import { openVisitor, type Device, type Visitor } from './visitor.ts';

const BUILT = path.join(import.meta.dirname, '../../packages/web/dist');

/** The built client; XIAOER_WEB_DIST names another folder to look at a build of one's own. */
const webFolder = (): string => {
  const folder = process.env['XIAOER_WEB_DIST'] ?? BUILT;
  if (!existsSync(path.join(folder, 'index.html')))
    throw new Error('the web client is not built: npm run build:web');
  return folder;
};

export type Stage = {
  readonly house: TestHouse;
  /** Somebody in front of a device, not signed in yet. */
  readonly visitor: (device: Device) => Promise<Visitor>;
  /** The same, signed in through the sign-in page. */
  readonly signedIn: (who: Somebody, device?: Device) => Promise<Visitor>;
  /** Somebody in front of an installation that has no zone yet; every call opens another one. */
  readonly newcomer: (device: Device) => Promise<Visitor>;
  /** Calls of the API with a fresh session. */
  readonly calls: (who: Somebody) => Promise<Caller>;
  /** Everything that follows from what was done until now has happened. */
  readonly settled: () => Promise<void>;
  /** Lets time pass, for the server and in every open page, and what is due by then happen. */
  readonly pass: (time: { readonly minutes: number }) => Promise<void>;
};

const startWork = (house: TestHouse, onError: (error: unknown) => void) => {
  const pool = createPool(house.database.appConfig, JOB_POOL);
  pool.on('error', () => undefined);
  const workers = startWorkers({
    pool,
    newId: house.deps.newId,
    registry: house.registry,
    now: house.deps.now,
    seal: () => Promise.resolve(),
    announce: house.deps.announcements.announce,
    onRefused: () => undefined,
    onError,
  });
  const kinds = jobKinds({ ...house.deps, pool, wake: workers.wake, store: house.stores.demand });
  const jobs = startJobs({ pool, now: house.deps.now, kinds, onError });
  return {
    wake: workers.wake,
    stop: async () => {
      await jobs.stop();
      await workers.stop();
      await pool.end();
    },
  };
};

/** The same house before anybody set up a zone. */
const openEmpty = async (house: TestHouse) => {
  const pool = createPool((await testDatabase()).appConfig, WEB_POOL);
  pool.on('error', () => undefined);
  const app = await buildApp({ ...house.deps, pool, webFolder: webFolder() });
  const stop = async (): Promise<void> => {
    await app.close();
    await pool.end();
  };
  return { address: await listen(app), stop };
};

const listen = async (app: FastifyInstance): Promise<string> => app.listen({ host: '127.0.0.1', port: 0 });

/**
 * What one story file plays on: a furnished zone with its workers and a listening server of its own, and a browser.
 * A test fails when one of its pages made a fault. Call it at the top of the file.
 */
export const openStage = async (): Promise<Stage> => {
  const house = await testHouse();
  const failures: unknown[] = [];
  const work = startWork(house, (error) => failures.push(error));
  const app = await buildApp({ ...house.deps, webFolder: webFolder(), wake: work.wake });
  const [address, browser] = await Promise.all([listen(app), startChromium(), openAccounts(house)]);
  const visitors: Visitor[] = [];
  const empties: (() => Promise<void>)[] = [];
  afterAll(async () => {
    await browser.close();
    await app.close();
    for (const stop of empties) await stop();
    await work.stop();
  });
  afterEach(async ({ task }) => {
    for (const [at, { page }] of visitors.entries())
      if (task.result?.state === 'fail') await picture(page, `failed-${task.name}-${at}`);
    const faults = visitors.flatMap((each) => each.faults.splice(0));
    expect([...faults, ...failures.splice(0)]).toEqual([]);
  });
  const settled = async (): Promise<void> => {
    work.wake();
    await vi.waitFor(
      async () => {
        const { rows } = await house.pool.query<{ left: number }>(
          `select (select count(*) from outbox) + (select count(*) from due where next_at <= $1) as left`,
          [house.clock.now],
        );
        if (Number(rows[0]?.left) > 0) throw new Error('the workers have not finished');
      },
      { timeout: 20_000, interval: 20 },
    );
  };
  const visitorAt = async (place: string, device: Device): Promise<Visitor> => {
    const opened = await openVisitor({ browser, address: place, house, device });
    visitors.push(opened);
    return opened;
  };
  const visitor = (device: Device): Promise<Visitor> => visitorAt(address, device);
  return {
    house,
    visitor,
    settled,
    signedIn: async (who, device = 'desktop') => {
      const opened = await visitor(device);
      await opened.signIn(who);
      return opened;
    },
    newcomer: async (device) => {
      const empty = await openEmpty(house);
      empties.push(empty.stop);
      return visitorAt(empty.address, device);
    },
    calls: (who) =>
      signedInAs(house.app, { deps: house.deps, tenantId: house.tenantId, personId: house.people[who] }),
    pass: async ({ minutes }) => {
      house.clock.advance(minutes);
      for (const { page } of visitors) await page.clock.setFixedTime(house.clock.now);
      await settled();
    },
  };
};

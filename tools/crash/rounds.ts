import { randomInt } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { fromEpochMilliseconds, type Instant } from '@xiaoer/domain/time/instant';
import { NOTICE_ORDER } from '../../packages/server/src/workers/insert-notices.ts';
import { sessionCookie, type ScratchZone } from '../../packages/server/src/testing/scratch-zone.ts';
import { checkRound, durabilityFindings, type RoundFindings } from './check-round.ts';
import { startClients, type Clients, type Endpoint } from './clients.ts';
import type { Intent } from './intents.ts';
import { readJournal } from './journal.ts';
import { openReplyProxy, type ReplyProxy } from './reply-proxy.ts';
import {
  DATABASE_KILLS,
  killDatabase,
  killNow,
  runProgram,
  untilReady,
  type DatabaseKill,
  type Program,
} from './server-process.ts';
import { at, type ClockPlan } from './simulated-time.ts';

export type KillPoint = 'any moment' | 'after commit, before reply' | 'between outbox and delivery';
export type RoundPlan =
  | { readonly target: 'server'; readonly point: KillPoint }
  | { readonly target: 'database'; readonly which: DatabaseKill };

const POINTS: readonly KillPoint[] = [
  'any moment',
  'after commit, before reply',
  'between outbox and delivery',
];
const SLACK_MS = 5_000;
const LOOKS = 5;
const PATIENCE_MS = 30_000;

/** Every fifth kill is the database's; kill points take turns. */
export const planOf = (round: number): RoundPlan =>
  round % 5 === 4
    ? {
        target: 'database',
        which: DATABASE_KILLS[Math.floor(round / 5) % DATABASE_KILLS.length] ?? 'postmaster',
      }
    : { target: 'server', point: POINTS[(round - Math.floor(round / 5)) % POINTS.length] ?? 'any moment' };

export type World = {
  readonly zone: ScratchZone;
  readonly port: number;
  readonly clock: ClockPlan;
  readonly proxy: ReplyProxy;
  readonly clients: Clients;
  readonly journal: string;
  readonly cookies: Map<Intent['who'], string>;
  program: Program;
  checkedUpTo: number;
  since: number;
};

const simulatedNow = ({ clock }: Pick<World, 'clock'>, before = 0): Instant =>
  fromEpochMilliseconds(at(Date.now() - before, clock));

const serve = ({ zone, port, clock }: Pick<World, 'zone' | 'port' | 'clock'>): Program =>
  runProgram({
    args: ['serve'],
    env: {
      DATA_DIR: zone.dataDir,
      PORT: String(port),
      HOST: '127.0.0.1',
      SCENARIO: 'none',
      LOG_LEVEL: 'error',
    },
    clock,
  });

const signIn = async (world: Pick<World, 'zone' | 'clock' | 'cookies'>): Promise<void> => {
  const pool = world.zone.openPool();
  const { tenantId, people } = world.zone;
  try {
    for (const who of ['desk', 'headOne'] as const)
      world.cookies.set(
        who,
        await sessionCookie(pool, { tenantId, personId: people[who], now: simulatedNow(world) }),
      );
  } finally {
    await pool.end();
  }
};

export type WorldPlan = {
  readonly zone: ScratchZone;
  readonly port: number;
  readonly clock: ClockPlan;
  readonly journal: string;
  readonly clients: number;
};

/** Starts the server on the zone and the clients before it. */
export const openWorld = async ({ clients, ...plan }: WorldPlan): Promise<World> => {
  const program = serve(plan);
  await untilReady(plan.port, program);
  const cookies = new Map<Intent['who'], string>();
  await signIn({ ...plan, cookies });
  const proxy = await openReplyProxy(plan.port);
  const endpoint: Endpoint = { port: () => proxy.port, cookie: (who) => cookies.get(who) ?? '' };
  return {
    ...plan,
    proxy,
    cookies,
    program,
    clients: startClients(clients, { zone: plan.zone, endpoint, journal: plan.journal }),
    checkedUpTo: 0,
    since: Date.now() - SLACK_MS,
  };
};

/** Notices wait for this lock, so that the server dies with events taken from the outbox and nobody told. */
const killBetweenOutboxAndDelivery = async ({ zone, program }: World): Promise<void> => {
  const superuser = await zone.openSuperuser();
  try {
    await delay(150 + randomInt(400));
    await superuser.query('select pg_advisory_lock($1, $2)', [NOTICE_ORDER, zone.tenantId]);
    for (let waiting = 0; waiting === 0;) {
      await delay(100 + randomInt(200));
      const { rows } = await superuser.query<{ n: number }>('select count(*) as n from outbox');
      waiting = rows[0]?.n ?? 0;
    }
    await killNow(program);
  } finally {
    await superuser.end();
  }
};

const killAfterCommit = async ({ proxy, program }: World): Promise<void> => {
  await delay(300 + randomInt(600));
  proxy.swallowNext(() => void program.child.kill('SIGKILL'));
  await program.ended;
};

const killServer = async (world: World, point: KillPoint): Promise<void> => {
  if (point === 'after commit, before reply') await killAfterCommit(world);
  else if (point === 'between outbox and delivery') await killBetweenOutboxAndDelivery(world);
  else {
    await delay(150 + randomInt(1_000));
    await killNow(world.program);
  }
};

const killAndRecover = async (world: World, plan: RoundPlan): Promise<void> => {
  if (plan.target === 'server') {
    await killServer(world, plan.point);
    world.clients.pause();
    world.proxy.pass();
    world.program = serve(world);
  } else {
    await delay(200 + randomInt(600));
    await killDatabase(world.zone.dataDir, plan.which);
    await delay(randomInt(200));
    world.clients.pause();
  }
  await untilReady(world.port, world.program);
};

/** kill -9 and a new start. */
export const restart = async (world: World): Promise<void> => {
  await killNow(world.program);
  world.program = serve(world);
  await untilReady(world.port, world.program);
};

/** The workers have caught up with everything that was committed, and with every moment that has come. */
export const untilIdle = async (world: World): Promise<void> => {
  const superuser = await world.zone.openSuperuser();
  const limit = simulatedNow(world);
  const began = performance.now();
  try {
    for (;;) {
      const { rows } = await superuser.query<{ n: number }>(
        'select (select count(*) from outbox) + (select count(*) from due where next_at <= $1) as n',
        [limit],
      );
      if (rows[0]?.n === 0) return;
      if (performance.now() - began > PATIENCE_MS) throw new Error(`${rows[0]?.n} rows are left undone`);
      await delay(20);
    }
  } finally {
    await superuser.end();
  }
};

/** Looks at everything that was answered, and at every stream that moved, since the last look. */
export const look = async (world: World): Promise<RoundFindings> => {
  const journal = readJournal(world.journal);
  const answered = journal.sent.slice(world.checkedUpTo);
  const superuser = await world.zone.openSuperuser();
  const pool = world.zone.openPool();
  const lookedAt = Date.now();
  try {
    const since = fromEpochMilliseconds(at(world.since, world.clock));
    const check = () => checkRound({ ...world, superuser, pool, answered, since, now: simulatedNow(world) });
    let found = await check();
    // The clock runs on: a moment may have come since the workers were idle. What is never worked off fails the waiting.
    for (let again = 0; found.waiting > 0 && again < LOOKS; again += 1) {
      await untilIdle(world);
      found = await check();
    }
    const { findings, ...counts } = found;
    world.checkedUpTo = journal.sent.length;
    world.since = lookedAt - SLACK_MS;
    const left = journal.unanswered.map(({ key }) => `${key} was never answered`);
    return { ...counts, findings: [...findings, ...left, ...(await durabilityFindings(pool))] };
  } finally {
    await Promise.all([superuser.end(), pool.end()]);
  }
};

/** One crash under load: kill, recover, resend, and look. */
export const runRound = async (world: World, plan: RoundPlan): Promise<RoundFindings> => {
  await signIn(world);
  world.clients.write();
  await killAndRecover(world, plan);
  await world.clients.settle();
  await untilIdle(world);
  return look(world);
};

export const closeWorld = async (world: World): Promise<void> => {
  await world.clients.end();
  await world.proxy.close();
  world.program.child.kill('SIGTERM');
  await world.program.ended;
};

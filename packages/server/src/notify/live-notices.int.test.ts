import { randomUUID } from 'node:crypto';
import { request, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SESSION_COOKIE } from '../auth/session.ts';
import { createClient, createPool, JOB_POOL } from '../db/connect.ts';
import { transact } from '../db/transact.ts';
import { recordStatements, type Statement } from '../testing/record-statements.ts';
import { signedInAs } from '../testing/signed-in-as.ts';
import { testHouse } from '../testing/test-house.ts';
import { insertNotices } from '../workers/insert-notices.ts';

const house = await testHouse();
const jobs = createPool(house.database.appConfig, JOB_POOL);
const owner = createClient(house.database.superuserConfig);
beforeAll(async () => {
  await owner.connect();
  await house.app.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(async () => Promise.all([jobs.end(), owner.end()]));

/** As the workers do: notices for the officer and for the leader in one transaction, then one announcement. */
const tell = async (count: number): Promise<void> => {
  const { officer, leader } = house.people;
  await transact(jobs, { tenantId: house.tenantId }, async (tx) => {
    const drafts = Array.from({ length: count }, (_, index) => ({
      personId: index % 2 === 0 ? officer : leader,
      kind: 'demandRegistered',
      facts: { number: String(index) },
    }));
    const streamId = randomUUID();
    const { now } = house.clock;
    for (const [index, draft] of drafts.entries()) {
      const told = { drafts: [draft], streamId, cause: String(index), now };
      await insertNotices(tx, [told], { now, outside: true });
    }
    return { answer: undefined, keep: true };
  });
  await house.deps.announcements.announce();
};

type Stream = {
  readonly ids: number[];
  readonly close: () => void;
  readonly status: number;
  readonly isOver: () => boolean;
};

/** Follows the officer's notices as a browser does; `ids` grows as they come. */
const follow = (lastEventId?: number, { cookie } = house.as.officer): Promise<Stream> =>
  new Promise((resolve, reject) => {
    const { port } = house.app.server.address() as AddressInfo;
    const asked = request({
      port,
      host: '127.0.0.1',
      path: '/api/notices/stream',
      headers: {
        cookie: `${SESSION_COOKIE}=${cookie}`,
        ...(lastEventId !== undefined && { 'last-event-id': String(lastEventId) }),
      },
    });
    asked.once('error', reject);
    asked.once('response', (response: IncomingMessage) => {
      const ids: number[] = [];
      let text = '';
      response.on('error', () => undefined);
      response.setEncoding('utf8').on('data', (chunk: string) => {
        const frames = (text + chunk).split('\n\n');
        text = frames.pop() ?? '';
        for (const frame of frames) {
          const id = /^id: (\d+)$/m.exec(frame)?.[1];
          if (id !== undefined && frame.includes('event: notice')) ids.push(Number(id));
        }
      });
      resolve({
        ids,
        close: () => asked.destroy(),
        status: response.statusCode ?? 0,
        isOver: () => response.readableEnded,
      });
    });
    asked.end();
  });

const stored = async (): Promise<readonly number[]> => {
  const { rows } = await owner.query<{ notice_id: number }>(
    'select notice_id from notice where person_id = $1 order by notice_id',
    [house.people.officer],
  );
  return rows.map((row) => row.notice_id);
};

const isLook = ({ text }: Statement): boolean => text.includes('with ordinality as f');

const until = async (holds: () => Promise<boolean>): Promise<void> => {
  while (!(await holds())) await delay(10);
};

describe('the live stream of notices', () => {
  it('shows my notices, not those of others, and nothing from before I came', async () => {
    await tell(4);
    const before = await stored();
    const stream = await follow();
    expect(stream.status).toBe(200);
    await tell(6);
    const mine = (await stored()).slice(before.length);
    await until(async () => stream.ids.length >= mine.length);
    expect(stream.ids).toEqual(mine);
    expect(mine.length).toBe(3);
    stream.close();
  });

  it('resumes where it broke off, losing none and showing none twice, while two workers go on telling', async () => {
    const already = (await stored()).length;
    const batches = Array.from({ length: 40 }, (_, index) => 1 + ((index * 7) % 12));
    const workers = [0, 1].map(async (half) => {
      for (const size of batches.filter((_, index) => index % 2 === half)) {
        await tell(size);
        await delay(10);
      }
    });
    const seen: number[] = [];
    let last = (await stored()).at(-1) ?? 0;
    const finished = Promise.all(workers).then(() => true);
    for (let over = false; !over; over = await Promise.race([finished, delay(25).then(() => false)])) {
      const stream = await follow(last);
      expect(stream.status).toBe(200);
      await delay(30);
      stream.close();
      seen.push(...stream.ids);
      last = stream.ids.at(-1) ?? last;
    }
    const wanted = (await stored()).slice(already);
    const stream = await follow(last);
    expect(stream.status).toBe(200);
    await until(async () => seen.length + stream.ids.length >= wanted.length);
    seen.push(...stream.ids);
    stream.close();
    expect(wanted.length).toBeGreaterThan(20);
    expect(seen).toEqual(wanted);
  });

  it('tells of a notice although its announcement was lost with the connection', async () => {
    const stream = await follow();
    const before = (await stored()).length;
    await owner.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and query like 'listen%'`,
    );
    await tell(2);
    const mine = (await stored()).slice(before);
    await until(async () => stream.ids.length >= mine.length);
    expect(stream.ids).toEqual(mine);
    stream.close();
  });

  it('reads again by itself after a read that failed', async () => {
    const stream = await follow();
    const before = (await stored()).length;
    await owner.query('revoke select on notice from xiaoer_app');
    const recording = recordStatements();
    await house.deps.announcements.announce();
    let reads = 0;
    await until(async () => {
      reads += recording.take().flat().filter(isLook).length;
      return reads >= 3;
    }).finally(() => owner.query('grant select on notice to xiaoer_app'));
    recording.stop();
    await tell(2);
    const mine = (await stored()).slice(before);
    await until(async () => stream.ids.length >= mine.length);
    expect(stream.ids).toEqual(mine);
    stream.close();
  });

  it('gives many streams theirs with a read or two, each from where it stands', async () => {
    const before = await stored();
    const [at = 0] = before.slice(-3);
    const newest = await Promise.all(Array.from({ length: 20 }, () => follow()));
    const behind = await follow(at);
    const recording = recordStatements();
    await tell(2);
    const mine = await stored();
    await until(async () => [...newest, behind].every(({ ids }) => ids.at(-1) === mine.at(-1)));
    const reads = recording.take().flat();
    recording.stop();
    expect(newest.map(({ ids }) => ids)).toEqual(newest.map(() => mine.slice(before.length)));
    expect(behind.ids).toEqual(mine.slice(before.length - 2));
    expect(reads.filter(isLook).length).toBeLessThan(8);
    for (const { close } of [...newest, behind]) close();
  });

  it('is closed to whoever is not signed in', async () => {
    expect((await house.stranger.get('/api/notices/stream')).status).toBe(401);
  });

  it('tells nothing more once its session has ended', async () => {
    const { deps, tenantId, people } = house;
    const officer = await signedInAs(house.app, { deps, tenantId, personId: people.officer });
    const stream = await follow(undefined, officer);
    expect((await officer.post('/api/sign-out')).status).toBe(200);
    await tell(2);
    await until(async () => stream.isOver());
    expect(stream.ids).toEqual([]);
    stream.close();
  });
});

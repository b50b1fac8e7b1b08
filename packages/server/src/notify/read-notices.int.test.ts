import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { read, transact } from '../db/transact.ts';
import { testHouse } from '../testing/test-house.ts';
import { insertNotices } from '../workers/insert-notices.ts';
import { newestNoticeId } from './notice-rows.ts';

const house = await testHouse();
const { as, people, pool, tenantId } = house;

type Somebody = 'officer' | 'leader';
type Told = { readonly noticeId: number; readonly readAt: string | null };
type Mine = { readonly notices: readonly Told[]; readonly unread: number };

const newestOf = (who: Somebody): Promise<number> =>
  read(pool, { tenantId }, (db) => newestNoticeId(db, people[who]));

const tell = async (who: Somebody, cause: string): Promise<number> => {
  await transact(pool, { tenantId }, async (tx) => {
    const { now } = house.clock;
    const drafts = [{ personId: people[who], kind: 'demandRegistered', facts: { number: cause } }];
    await insertNotices(tx, [{ drafts, streamId: randomUUID(), cause, now }], { now, outside: false });
    return { answer: undefined, keep: true };
  });
  return newestOf(who);
};

const mine = async (who: Somebody): Promise<Mine> => (await as[who].get<Mine>('/api/notices')).body;
const unreadOf = ({ notices }: Mine): readonly number[] =>
  notices.filter(({ readAt }) => readAt === null).map(({ noticeId }) => noticeId);

describe('reading notices', () => {
  it('reads one and leaves the others, older and newer, and those of others', async () => {
    const [first, second, third] = [
      await tell('officer', '1'),
      await tell('officer', '2'),
      await tell('officer', '3'),
    ];
    const other = await tell('leader', '4');
    const one = await as.officer.post('/api/notices/read', { from: second, upTo: second });
    expect([one.status, one.body]).toEqual([200, { unread: 2 }]);
    expect(unreadOf(await mine('officer'))).toEqual([third, first]);
    await as.officer.post('/api/notices/read', { from: other, upTo: other });
    expect(unreadOf(await mine('leader'))).toEqual([other]);
  });

  it('reads all up to one', async () => {
    const upTo = await newestOf('officer');
    expect((await as.officer.post('/api/notices/read', { upTo })).body).toEqual({ unread: 0 });
    expect((await mine('leader')).unread).toBe(1);
  });
});

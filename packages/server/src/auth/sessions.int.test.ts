import { beforeAll, describe, expect, it } from 'vitest';
import { browserAt } from '../testing/browser-at.ts';
import { testHouse } from '../testing/test-house.ts';

const house = await testHouse();
const PASSWORD = 'a password of somebody';
type Listed = { sessionId: string; current: boolean; address: string; userAgent: string; createdAt: string };

beforeAll(async () => {
  for (const [who, account] of [
    ['desk', 'desk'],
    ['officer', 'officer'],
  ] as const)
    await house.as.admin.post(`/api/people/${house.people[who]}/account`, { account, password: PASSWORD });
});

/** A browser that is signed in. */
const signedIn = async (account: string, address: string, userAgent = 'a browser') => {
  const browser = browserAt(house.app, { address, headers: { 'user-agent': userAgent } });
  await browser.withPassword(account, PASSWORD);
  const listed = async () => (await browser.get('/api/sessions')).body['sessions'] as Listed[];
  const own = async () => (await listed()).find(({ current }) => current)?.sessionId ?? '';
  const isIn = async () => (await browser.get('/api/me')).status === 200;
  return { ...browser, listed, own, isIn, end: (id: string) => browser.remove(`/api/sessions/${id}`) };
};

const endAll = () => house.pool.query('delete from session where person_id = $1', [house.people.desk]);

describe('sessions', () => {
  it('are listed to whom they belong to, newest first, with where they were opened', async () => {
    await endAll();
    const first = await signedIn('desk', '10.0.0.1', 'Firefox');
    const opened = house.clock.now;
    house.clock.advance(1);
    const second = await signedIn('desk', '10.0.0.2', 'Chrome');
    await signedIn('officer', '10.0.0.3');
    expect(await second.listed()).toMatchObject([
      { address: '10.0.0.2', userAgent: 'Chrome', current: true },
      { address: '10.0.0.1', userAgent: 'Firefox', current: false, createdAt: opened },
    ]);
    expect((await first.listed()).map(({ current }) => current)).toEqual([false, true]);
  });

  it('are ended by their owner, and answer 401 from the next request on', async () => {
    const [lost, kept] = [await signedIn('desk', '10.0.0.1'), await signedIn('desk', '10.0.0.2')];
    expect(await lost.isIn()).toBe(true);
    expect((await kept.end(await lost.own())).status).toBe(200);
    expect(await lost.get('/api/me')).toMatchObject({ status: 401, code: 'access.not-signed-in' });
    expect(await lost.post('/api/demands', {})).toMatchObject({ status: 401 });
    expect(await kept.isIn()).toBe(true);
  });

  it('are ended by nobody else, not even by the administrator, who does not learn of them', async () => {
    const desk = await signedIn('desk', '10.0.0.1');
    const other = await signedIn('officer', '10.0.0.2');
    const own = await desk.own();
    expect(await other.end(own)).toMatchObject({ status: 404 });
    const admin = { cookie: `xiaoer_session=${house.as.admin.cookie}` };
    const answer = await house.app.inject({ method: 'DELETE', url: `/api/sessions/${own}`, headers: admin });
    expect(answer.statusCode).toBe(404);
    expect(await desk.isIn()).toBe(true);
  });

  it('end when one signs out, in the database too', async () => {
    const [here, elsewhere] = [await signedIn('desk', '10.0.0.1'), await signedIn('desk', '10.0.0.2')];
    const own = await here.own();
    const { setCookie } = await here.post('/api/sign-out');
    expect(setCookie).toMatch(/^xiaoer_session=; Max-Age=0; Path=\//);
    const { rows } = await house.pool.query('select 1 from session where session_id = $1', [own]);
    expect(rows).toEqual([]);
    expect(await elsewhere.isIn()).toBe(true);
  });

  it('end everywhere but here when one changes the password, and everywhere when the administrator does', async () => {
    const [here, elsewhere] = [await signedIn('officer', '10.0.0.1'), await signedIn('officer', '10.0.0.2')];
    const changed = await here.post('/api/me/password', { current: PASSWORD, next: 'the second of two' });
    expect(changed.status).toBe(200);
    expect([await here.isIn(), await elsewhere.isIn()]).toEqual([true, false]);
    const account = { account: 'officer', password: PASSWORD };
    await house.as.admin.post(`/api/people/${house.people.officer}/account`, account);
    expect(await here.isIn()).toBe(false);
  });

  it('end twelve hours after their last request, thirty days after their first, and are listed no more', async () => {
    await endAll();
    const idle = await signedIn('desk', '10.0.0.1');
    house.clock.advance(12 * 60 - 1);
    const busy = await signedIn('desk', '10.0.0.2');
    expect(await busy.listed()).toHaveLength(2);
    house.clock.advance(1);
    expect(await idle.isIn()).toBe(false);
    expect(await busy.listed()).toHaveLength(1);
    for (let hours = 0; hours < 30 * 24 - 6; hours += 6) {
      house.clock.advance(6 * 60);
      expect([hours, await busy.isIn()]).toEqual([hours, true]);
    }
    house.clock.advance(6 * 60);
    expect(await busy.isIn()).toBe(false);
  });
});

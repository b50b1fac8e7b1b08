import { describe, expect, it } from 'vitest';
import { browserAt } from '../testing/browser-at.ts';
import { secondZone } from '../testing/second-zone.ts';
import { testHouse } from '../testing/test-house.ts';
import { hashPassword, SAMPLE_PASSWORD } from './password.ts';

const REFUSED = { status: 403, code: 'sign-in.sample-password' };
const OWN = 'a password of its own';

describe('the password of the samples', async () => {
  const house = await testHouse();
  const west = await secondZone(house, { password: OWN });

  const set = async (tenantId: number, password: string) =>
    house.pool.query(`update credential set password_hash = $2 where tenant_id = $1 and account = 'admin'`, [
      tenantId,
      await hashPassword(password),
    ]);

  it('opens a session in a sample zone', async () => {
    await set(1, SAMPLE_PASSWORD);
    const answer = await browserAt(house.app).withPassword('admin', SAMPLE_PASSWORD, 'east');
    expect(answer).toMatchObject({ status: 200, setCookie: expect.any(String) });
  });

  it('opens none elsewhere, however it got there', async () => {
    await set(2, SAMPLE_PASSWORD);
    const answer = await browserAt(house.app).withPassword('admin', SAMPLE_PASSWORD, 'west');
    expect(answer).toMatchObject({ ...REFUSED, setCookie: undefined });
    await set(2, OWN);
    expect(await browserAt(house.app).withPassword('admin', OWN, 'west')).toMatchObject({ status: 200 });
  });

  it('is given to nobody elsewhere, neither by the administrator nor by oneself', async () => {
    const id = await west.register({ name: '西区综合岗' });
    const given = await west.admin.post(`/api/people/${id}/account`, {
      account: 'desk',
      password: SAMPLE_PASSWORD,
    });
    expect(given).toMatchObject({ status: 400, body: { errors: [{ pointer: '/body/password' }] } });
    expect(await browserAt(house.app).withPassword('desk', SAMPLE_PASSWORD, 'west')).toMatchObject({
      status: 401,
    });
    const admin = browserAt(house.app);
    await admin.withPassword('admin', OWN, 'west');
    expect((await admin.post('/api/me/password', { current: OWN, next: SAMPLE_PASSWORD })).status).toBe(400);
    expect(await browserAt(house.app).withPassword('admin', OWN, 'west')).toMatchObject({ status: 200 });
  });
});

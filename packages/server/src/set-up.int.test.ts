import { afterAll, describe, expect, it } from 'vitest';
import { buildApp } from './app.ts';
import { createPool, WEB_POOL } from './db/connect.ts';
import { testDatabase } from './testing/database.ts';
import { testHouse } from './testing/test-house.ts';
import { signedInAs } from './testing/signed-in-as.ts';

const house = await testHouse();
const empty = createPool((await testDatabase()).appConfig, WEB_POOL);
empty.on('error', () => undefined);
afterAll(() => empty.end());
const app = await buildApp({ ...house.deps, pool: empty });
const nobody = await signedInAs(app, { ...house, personId: undefined });

const form = {
  zoneName: '两江新区水土片区',
  zoneCode: 'shuitu',
  name: '系统管理员',
  account: 'admin',
  password: 'correct horse battery',
};
const counts = async () => {
  const { rows } = await empty.query('select (select count(*) from tenant) as tenants');
  return rows[0];
};

describe('the set-up of an empty installation', () => {
  it('refuses what is too short or malformed, and makes nothing', async () => {
    const answer = await nobody.post<{ errors: { pointer: string }[] }>('/api/set-up', {
      ...form,
      zoneCode: 'Shui Tu',
      password: 'short',
    });
    expect(answer.status).toBe(400);
    expect(answer.body.errors.map(({ pointer }) => pointer)).toEqual(['/body/zoneCode', '/body/password']);
    expect(await counts()).toEqual({ tenants: 0 });
  });

  it('makes a zone whose administrator can sign in, once', async () => {
    expect((await nobody.get('/api/set-up')).body).toEqual({ needed: true });
    const both = await Promise.all([
      nobody.post('/api/set-up', form),
      nobody.post('/api/set-up', { ...form, zoneCode: 'other' }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 404]);
    expect(await counts()).toEqual({ tenants: 1 });
    expect((await nobody.get('/api/set-up')).body).toEqual({ needed: false });
    const { account, password } = form;
    const signedIn = await nobody.post('/api/sign-in/password', { account, password });
    expect(signedIn.status).toBe(200);
  });
});

describe('the test house', () => {
  it('signs everybody in with their roles', async () => {
    const { body } = await house.as.desk.get<{ grants: { role: string }[] }>('/api/me');
    expect(body.grants.map(({ role }) => role)).toEqual(['desk']);
    expect((await house.stranger.get('/api/me')).status).toBe(401);
  });
});

import { randomUUID } from 'node:crypto';
import type { PersonId } from '@xiaoer/domain/kernel/ids';
import { describe, expect, it } from 'vitest';
import { createClient } from '../db/connect.ts';
import { verifyDatabase } from '../seal/verify-database.ts';
import { signedInAs } from '../testing/signed-in-as.ts';
import { testHouse } from '../testing/test-house.ts';

const house = await testHouse();
const { as, people, units, enterpriseId, pool } = house;
type Item = { id: string; name: string; phone: string | null; version: number; masked: boolean };
type Page = { items: Item[]; next: string | null };
type Detail = Item & {
  grants: { grantId: string; role: string; to: string | null }[];
  account: string | null;
  email: string | null;
  standing: string;
};

const detail = async (id: string, who: keyof typeof as = 'admin') =>
  (await as[who].get<Detail>(`/api/people/${id}`)).body;
type Change = { body: unknown; who?: keyof typeof as };
const changeAs = async (id: string, verb: string, { body, who = 'admin' }: Change) =>
  as[who].post(`/api/people/${id}/${verb}`, body, { version: (await detail(id)).version });
const change = (id: string, verb: string, body: unknown) => changeAs(id, verb, { body });
const register = async (personal: object) => (await as.admin.post('/api/people', { personal })).body.id;

describe('people', () => {
  it('are registered and given roles that reach at once', async () => {
    const id = await register({ name: '冯主管', phone: '13700000001' });
    const role = { role: 'inspector', from: '2022-06-01' };
    expect((await change(id, 'grant-role', role)).status).toBe(200);
    expect((await detail(id)).grants).toMatchObject([{ role: 'inspector', to: null }]);
  });

  it('are listed by pinyin in pages, and found by name and first letters', async () => {
    const names: string[] = [];
    let cursor: string | null = null;
    do {
      const url: string = `/api/people?limit=4${cursor === null ? '' : `&cursor=${cursor}`}`;
      const page: Page = (await as.desk.get<Page>(url)).body;
      names.push(...page.items.map(({ name }) => name));
      cursor = page.next;
    } while (cursor !== null);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toHaveLength(12);
    const found = async (q: string) =>
      (await as.desk.get<Page>(`/api/people?q=${encodeURIComponent(q)}`)).body.items.map(({ name }) => name);
    expect(await found('专员')).toEqual(['周专员']);
    expect(await found('zzy')).toEqual(['周专员']);
    const officers = await as.desk.get<Page>('/api/people?role=officer');
    expect(officers.body.items.map(({ name }) => name)).toEqual(['周专员']);
    const outsiders = await as.desk.get<Page>('/api/people?staff=false');
    expect(outsiders.body.items.map(({ name }) => name)).toEqual(['王经理']);
  });

  it('are themselves to a contact and hidden otherwise', async () => {
    expect((await detail(people.contact, 'contact')).phone).toBe('13800138000');
    expect((await as.contact.get(`/api/people/${people.desk}`)).status).toBe(404);
    expect((await as.contact.get('/api/people')).status).toBe(404);
  });

  it('change their own details from within an enterprise', async () => {
    const personal = { name: '王总', phone: '13800138001' };
    const answer = await changeAs(people.contact, 'change-details', { body: { personal }, who: 'contact' });
    expect(answer.status).toBe(200);
    expect((await detail(people.contact)).name).toBe('王总');
    const other = await changeAs(people.desk, 'change-details', { body: { personal }, who: 'contact' });
    expect(other.status).toBe(404);
  });

  it('do not share a phone, and are not changed on an old version', async () => {
    const id = await register({ name: '陈某' });
    const personal = { name: '陈某', phone: '1390000 0001' };
    expect((await change(id, 'change-details', { personal })).body.code).toBe('person.phone-taken');
    const body = { personal: { name: '陈某某' } };
    await as.admin.post(`/api/people/${id}/change-details`, body, { version: 1 });
    const late = await as.admin.post(`/api/people/${id}/change-details`, body, { version: 1 });
    expect(late.status).toBe(412);
  });

  it('do not come back to a phone that somebody else has meanwhile', async () => {
    const phone = '13700001234';
    const id = await register({ name: '旧主', phone });
    await change(id, 'deactivate', {});
    const heir = await register({ name: '新主', phone });
    expect((await change(id, 'reactivate', {})).body.code).toBe('person.phone-taken');
    await change(heir, 'change-details', { personal: { name: '新主' } });
    expect((await change(id, 'reactivate', {})).status).toBe(200);
  });

  it('get roles from the administrator only; contacts from the officer too', async () => {
    const id = await register({ name: '褚联络' });
    const role = { role: 'handler', unitId: units.one, from: '2022-06-01' };
    expect((await changeAs(id, 'grant-role', { body: role, who: 'desk' })).status).toBe(403);
    const contact = { enterpriseId, from: '2022-06-01' };
    expect((await changeAs(id, 'grant-contact-role', { body: contact, who: 'officer' })).status).toBe(200);
  });

  it('lend their roles while absent', async () => {
    const from = '2022-06-01';
    await change(people.headOne, 'name-stand-in', { personId: people.handlerTwo, from });
    await changeAs(people.headOne, 'record-absence', { body: { from }, who: 'headOne' });
    const me = await as.handlerTwo.get<{ grants: { role: string; onBehalfOf?: string }[] }>('/api/me');
    expect(me.body.grants).toContainEqual({
      role: 'unit-head',
      unitId: units.one,
      onBehalfOf: people.headOne,
    });
  });
});

const signInByPhone = async (phone: string) => {
  await house.stranger.post('/api/sign-in/phone-code', { phone });
  const text = house.messages.findLast((message) => message.phone === phone)?.text ?? '';
  const code = /\d{6}/.exec(text)?.[0] ?? '000000';
  return (await house.stranger.post('/api/sign-in/phone', { phone, code })).status;
};

const configurationVersion = async () =>
  (await pool.query('select command_id from configuration_version where tenant_id = 1')).rows[0].command_id;

describe('the cached set-up', () => {
  it('is read anew when staff change, and not for every contact', async () => {
    const before = await configurationVersion();
    const id = await register({ name: '沈联系' });
    await change(id, 'grant-contact-role', { enterpriseId, from: '2022-06-01' });
    expect(await configurationVersion()).toBe(before);
    await change(id, 'move', { unitId: units.two });
    expect(await configurationVersion()).not.toBe(before);
  });

  it('gives a contact a new role at once', async () => {
    const personId = (await register({ name: '韩联系' })) as PersonId;
    const caller = await signedInAs(house.app, { ...house, personId });
    expect((await caller.get('/api/enterprises')).status).toBe(404);
    await change(personId, 'grant-contact-role', { enterpriseId, from: '2022-06-01' });
    const { body } = await caller.get<Page>('/api/enterprises');
    expect(body.items.map(({ id }) => id)).toEqual([enterpriseId]);
  });
});

describe('signing in', () => {
  it('follows the phone a person has now', async () => {
    const id = await register({ name: '卫经理', phone: '13700000009' });
    await change(id, 'grant-contact-role', { enterpriseId, from: '2022-06-01' });
    expect(await signInByPhone('13700000009')).toBe(200);
    await change(id, 'change-details', { personal: { name: '卫经理', phone: '137 0000 0008' } });
    expect(await signInByPhone('13700000009')).toBe(401);
    expect(await signInByPhone('13700000008')).toBe(200);
    await change(id, 'deactivate', {});
    expect(await signInByPhone('13700000008')).toBe(401);
  });

  it('takes the account the administrator set, and the password its owner chose', async () => {
    const url = `/api/people/${people.handlerOne}/account`;
    const first = { account: 'qian', password: 'a first password' };
    expect((await as.desk.post(url, first)).status).toBe(403);
    expect((await as.contact.post(url, first)).status).toBe(404);
    expect((await as.admin.post(url, { ...first, account: 'admin' })).body.code).toBe(
      'sign-in.account-taken',
    );
    expect((await as.admin.post(url, first)).status).toBe(200);
    expect((await as.handlerOne.get('/api/me')).status).toBe(401);
    expect((await house.stranger.post('/api/sign-in/password', first)).status).toBe(200);
    expect((await detail(people.handlerOne)).account).toBe('qian');
    expect((await detail(people.handlerOne, 'desk')).account).toBeNull();
  });

  it('changes a password for whoever knows the current one', async () => {
    const account = { account: 'sun', password: 'the first of two' };
    await as.admin.post(`/api/people/${people.headTwo}/account`, account);
    const answer = await house.stranger.post('/api/sign-in/password', account);
    const cookie = String(answer.headers['set-cookie']).split(';')[0];
    const post = async (current: string, next: string) =>
      house.app.inject({
        method: 'POST',
        url: '/api/me/password',
        headers: { cookie },
        payload: { current, next },
      });
    expect((await post('not this one', 'the second of two')).json().code).toBe('sign-in.password-wrong');
    expect((await post(account.password, 'short')).statusCode).toBe(400);
    expect((await post(account.password, 'the second of two')).statusCode).toBe(200);
    const again = await house.stranger.post('/api/sign-in/password', account);
    expect(again.status).toBe(401);
  });
});

const verified = async () => {
  const client = createClient(house.database.superuserConfig);
  await client.connect();
  try {
    const verification = { refolds: house.registry, recounts: [], publicKeys: new Map() };
    const { tenants } = await verifyDatabase(client, verification);
    return tenants.flatMap(({ findings }) => findings.map(({ message }) => message));
  } finally {
    await client.end();
  }
};

describe('personal data', () => {
  it('stands neither in the log nor in the state, and can be erased under a log that verifies', async () => {
    const name = `蒋${randomUUID()}`;
    const id = await register({ name, phone: '13700000077', email: 'jiang@example.cn' });
    const client = await pool.connect();
    try {
      await client.query(`begin; select set_config('app.tenant', '1', true)`);
      const { rows } = await client.query(
        `select (select string_agg(data::text, '') from event_log) || (select string_agg(state::text, '') from person) as kept`,
      );
      expect(rows[0].kept).not.toContain(name);
      expect(rows[0].kept).not.toContain('13700000077');
      await client.query('rollback');
    } finally {
      client.release();
    }
    await change(id, 'deactivate', {});
    expect((await change(id, 'erase', {})).status).toBe(200);
    expect(await detail(id)).toMatchObject({ name: '', phone: null, email: null, standing: 'erased' });
    const { rows } = await pool.query('select 1 from credential where person_id = $1', [id]);
    expect(rows).toEqual([]);
    expect(await verified()).toEqual([]);
  });
});

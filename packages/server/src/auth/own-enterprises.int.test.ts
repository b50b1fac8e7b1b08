import { beforeAll, describe, expect, it } from 'vitest';
import { browserAt } from '../testing/browser-at.ts';
import { testHouse } from '../testing/test-house.ts';

const house = await testHouse();
const { as, people, enterpriseId } = house;
const PHONE = '13800138000';

type Me = {
  readonly enterprises: readonly { readonly id: string; readonly name: string }[];
  readonly grants: readonly { readonly enterpriseId?: string }[];
};

const anotherEnterprise = async (name: string): Promise<string> => {
  const site = {
    name: '厂区',
    territoryId: house.territories.park,
    address: '云汉大道2号',
    tenure: 'rented',
  };
  const { status, body } = await as.officer.post('/api/enterprises', { name, stage: 'production', site });
  expect(status).toBe(201);
  return body.id;
};

const contactOf = async (enterprise: string): Promise<void> => {
  const { version } = (await as.admin.get<{ version: number }>(`/api/people/${people.contact}`)).body;
  const role = { enterpriseId: enterprise, from: '2022-06-01' };
  const granted = await as.admin.post(`/api/people/${people.contact}/grant-contact-role`, role, { version });
  expect(granted.status).toBe(200);
};

const raiseFor = (browser: ReturnType<typeof browserAt>, enterprise: string) =>
  browser.post('/api/demands', {
    channel: 'portal',
    enterpriseId: enterprise,
    particulars: { title: '积水', text: '积水。', category: 'other', territoryId: house.territories.park },
  });

let asked = 0;
const byPhone = async () => {
  house.clock.advance(4);
  const browser = browserAt(house.app, { host: 'localhost', address: `10.3.0.${(asked += 1)}` });
  await browser.askCode(PHONE);
  const text = house.messages.findLast(({ phone }) => phone === PHONE)?.text ?? '';
  await browser.withCode(PHONE, /\d{6}/.exec(text)?.[0] ?? '');
  return browser;
};

const meOf = async (browser: Awaited<ReturnType<typeof byPhone>>) => {
  const { enterprises, grants } = (await browser.get('/api/me')).body as unknown as Me;
  return { names: enterprises.map(({ name }) => name), speaksFor: grants.map((grant) => grant.enterpriseId) };
};

const OTHER = '另一家公司';

describe('a contact of one enterprise', () => {
  it('has nothing to choose', async () => {
    const browser = await byPhone();
    expect(await meOf(browser)).toEqual({ names: [], speaksFor: [enterpriseId] });
    const none = await anotherEnterprise('无关公司');
    expect((await browser.put('/api/me/enterprise', { enterpriseId: none })).status).toBe(404);
    expect((await as.desk.get('/api/me')).body).toMatchObject({ enterprises: [] });
  });
});

describe('a contact of two enterprises', () => {
  let other = '';
  beforeAll(async () => {
    other = await anotherEnterprise(OTHER);
    await contactOf(other);
  });

  it('who signs in by phone is served for either, one at a time', async () => {
    const browser = await byPhone();
    const { names, speaksFor } = await meOf(browser);
    expect(names).toHaveLength(2);
    expect(names).toContain(OTHER);
    expect(speaksFor).toEqual([enterpriseId]);
    expect((await browser.get(`/api/enterprises/${enterpriseId}`)).status).toBe(200);
    expect((await browser.get(`/api/enterprises/${other}`)).status).toBe(404);
    expect((await raiseFor(browser, other)).status).not.toBe(201);

    expect((await browser.put('/api/me/enterprise', { enterpriseId: other })).status).toBe(200);
    expect((await meOf(browser)).speaksFor).toEqual([other]);
    expect((await browser.get(`/api/enterprises/${other}`)).status).toBe(200);
    expect((await browser.get(`/api/enterprises/${enterpriseId}`)).status).toBe(404);
    expect((await raiseFor(browser, other)).status).toBe(201);
    expect((await raiseFor(browser, enterpriseId)).status).not.toBe(201);
  });

  it('begins the next session with the enterprise chosen last, and chooses in one session only', async () => {
    const [first, second] = [await byPhone(), await byPhone()];
    await first.put('/api/me/enterprise', { enterpriseId: other });
    house.clock.advance(15);
    await first.get('/api/me');
    await second.put('/api/me/enterprise', { enterpriseId });
    expect((await meOf(first)).speaksFor).toEqual([other]);
    expect((await meOf(second)).speaksFor).toEqual([enterpriseId]);
    expect((await meOf(await byPhone())).speaksFor).toEqual([other]);
  });

  it('speaks for the one that is left when the role in the other ends', async () => {
    const browser = await byPhone();
    await browser.put('/api/me/enterprise', { enterpriseId: other });
    type Held = { version: number; grants: { grantId: string; enterpriseId: string }[] };
    const { version, grants } = (await as.admin.get<Held>(`/api/people/${people.contact}`)).body;
    const { grantId } = grants.find((grant) => grant.enterpriseId === other) ?? {};
    const ending = { grantId, lastDay: '2022-06-01' };
    const url = `/api/people/${people.contact}/end-contact-role`;
    expect((await as.admin.post(url, ending, { version })).status).toBe(200);
    house.clock.advance(24 * 60 - 600);
    const tomorrow = await byPhone();
    house.clock.advance(600);
    expect(await meOf(tomorrow)).toEqual({ names: [], speaksFor: [enterpriseId] });
  });
});

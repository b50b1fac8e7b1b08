import { afterAll, expect, it } from 'vitest';
import { createClient } from '../db/connect.ts';
import { copyDemand } from '../testing/copy-demand.ts';
import { testHouse } from '../testing/test-house.ts';

const house = await testHouse();
const { as, clock, database, enterpriseId, tenantId, territories } = house;
const superuser = createClient(database.superuserConfig);
await superuser.connect();
afterAll(() => superuser.end());

type Found = {
  readonly items: readonly { readonly title: string }[];
  readonly next: string | null;
  readonly found: { readonly count: number; readonly more: boolean };
};

const raise = async (title: string, text: string): Promise<void> => {
  clock.advance(1);
  const particulars = { title, text, category: 'power', territoryId: territories.park };
  const { status } = await as.officer.post('/api/demands', { channel: 'visit', enterpriseId, particulars });
  expect(status).toBe(201);
};

await raise('东门道路积水', '请疏通管网。');
await raise('请疏通管网', '东门道路积水已有三天。');
await raise('东门又积水', '请疏通管网。');
await raise('ＡＢＣ１２３号机停电', '影响生产，损失约100%的产量。');

const search = async (q: string, more = ''): Promise<Found> =>
  (await as.desk.get<Found>(`/api/demands?show=all&q=${encodeURIComponent(q)}${more}`)).body;
const titles = async (q: string, more?: string) => (await search(q, more)).items.map(({ title }) => title);

it('shows titles that hold the words before texts that do, and newer before older', async () => {
  expect(await titles('积水')).toEqual(['东门又积水', '东门道路积水', '请疏通管网']);
  expect(await titles('疏通')).toEqual(['请疏通管网', '东门又积水', '东门道路积水']);
});

it('ranks by how many of the words a title holds', async () => {
  expect(await titles('东门道路积水')).toEqual(['东门道路积水', '请疏通管网']);
});

it('finds letters and digits in whichever width they were written', async () => {
  for (const q of ['abc123', 'ＡＢＣ１２３', 'ABC123'])
    expect(await titles(q)).toEqual(['ＡＢＣ１２３号机停电']);
  const { rows } = await superuser.query('select title from demand_text where title like $1', ['abc%']);
  expect(rows).toEqual([{ title: 'abc123号机停电' }]);
});

it('counts what the words and the filters leave, and says so when there is more than a page', async () => {
  const nothing = { items: [], next: null, found: { count: 0, more: false }, total: null };
  expect((await search('积水')).found).toEqual({ count: 3, more: false });
  expect((await search('积水', '&limit=3')).found).toEqual({ count: 3, more: false });
  expect(await search('积水', '&limit=1')).toMatchObject({
    items: [{ title: '东门又积水' }],
    next: null,
    found: { count: 1, more: true },
  });
  expect(await search('积水', '&status=closed')).toEqual(nothing);
  expect(await search('围挡')).toEqual(nothing);
});

it('counts nothing that is kept from the reader', async () => {
  const ofHandler = await as.handlerOne.get<Found>(`/api/demands?show=all&q=${encodeURIComponent('积水')}`);
  expect(ofHandler.body).toMatchObject({ items: [], found: { count: 0, more: false } });
});

it('finds nothing of another tenant, whose number does not stand before the words', async () => {
  await superuser.query(
    `insert into demand_text select 77, demand_id, enterprise_id, tsv, marks, title, raised_at from demand_text where tenant_id = $1`,
    [tenantId],
  );
  expect((await search('积水')).found.count).toBe(3);
});

it('says that it found over a thousand, and to who may read few of them no more than those', async () => {
  const { rows } = await superuser.query<{ demand_id: string }>(
    `select demand_id from demand where tenant_id = $1 and title = '东门又积水'`,
    [tenantId],
  );
  const demandId = rows[0]?.demand_id;
  await copyDemand(superuser, { tenantId, demandId, times: 1_000 });
  await superuser.query(
    `insert into demand_text select $1, d.demand_id, t.enterprise_id, t.tsv, t.marks, t.title, t.raised_at
     from demand_text t join demand d on d.tenant_id = $1 and d.title = t.title and d.demand_id <> t.demand_id
     where t.tenant_id = $1 and t.demand_id = $2`,
    [tenantId, demandId],
  );
  expect((await search('积水')).found).toEqual({ count: 1_000, more: true });
  const ofHandler = await as.handlerOne.get<Found>(`/api/demands?show=all&q=${encodeURIComponent('积水')}`);
  expect(ofHandler.body.found).toEqual({ count: 0, more: true });
});

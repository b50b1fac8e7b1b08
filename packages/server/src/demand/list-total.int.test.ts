import { DEMANDS_COUNTED } from '@xiaoer/contract/demand-views';
import { afterAll, expect, it } from 'vitest';
import { createClient } from '../db/connect.ts';
import { copyDemand } from '../testing/copy-demand.ts';
import { testHouse } from '../testing/test-house.ts';

const house = await testHouse();
const { as, database, enterpriseId, tenantId, territories, units } = house;
const superuser = createClient(database.superuserConfig);
await superuser.connect();
afterAll(() => superuser.end());

type Page = {
  readonly items: readonly unknown[];
  readonly next: string | null;
  readonly total: { readonly count: number; readonly more: boolean } | null;
};

const raise = async (title: string): Promise<string> => {
  const particulars = { title, text: title, category: 'power', territoryId: territories.park };
  return (await as.officer.post('/api/demands', { channel: 'visit', enterpriseId, particulars })).body.id;
};

const pageOf = async (who: keyof typeof as, query: string): Promise<Page> => {
  const { status, body } = await as[who].get<Page>(`/api/demands?${query}`);
  expect([query, status]).toEqual([query, 200]);
  return body;
};
const totalOf = async (who: keyof typeof as, query = ''): Promise<Page['total']> =>
  (await pageOf(who, `count=true${query}`)).total;

const routed = await raise('停电');
for (const title of ['路灯不亮', '积水']) await raise(title);
await as.desk.post(
  `/api/demands/${routed}/decide-remit`,
  { remit: 'own', reason: '属于本区职责' },
  { version: 1 },
);
await as.desk.post(`/api/demands/${routed}/route`, { lead: { unitId: units.one } }, { version: 2 });

it('counts what the filters leave, on all pages, on the first page alone and where it was asked for', async () => {
  const first = await pageOf('desk', 'count=true&limit=2');
  expect([first.items.length, first.total]).toEqual([2, { count: 3, more: false }]);
  expect(await totalOf('desk', `&unit=${units.one}&light=green&raisedFrom=2022-06-01`)).toEqual({
    count: 1,
    more: false,
  });
  expect(await totalOf('desk', '&show=closed')).toEqual({ count: 0, more: false });
  expect((await pageOf('desk', `count=true&limit=2&cursor=${first.next}`)).total).toBeNull();
  expect((await pageOf('desk', 'limit=2')).total).toBeNull();
});

it('counts only what the reader may read', async () => {
  expect(await totalOf('handlerOne')).toEqual({ count: 1, more: false });
  expect(await totalOf('handlerTwo')).toEqual({ count: 0, more: false });
});

it('leaves it to a search to say what it found', async () => {
  expect((await pageOf('desk', 'count=true&q=积水')).total).toBeNull();
});

const copies = (times: number) => copyDemand(superuser, { tenantId, demandId: routed, times });

it('counts to a thousand and then says that there are more', async () => {
  await copies(DEMANDS_COUNTED - 3);
  expect(await totalOf('desk')).toEqual({ count: DEMANDS_COUNTED, more: false });
  await copies(5);
  expect(await totalOf('desk')).toEqual({ count: DEMANDS_COUNTED, more: true });
  expect(await totalOf('handlerTwo')).toEqual({ count: 0, more: false });
});

it('says nothing to somebody for whom it would have to look at more than ten thousand', async () => {
  await copies(10_000);
  expect(await totalOf('handlerTwo')).toBeNull();
  expect(await totalOf('handlerTwo', '&show=closed')).toEqual({ count: 0, more: false });
  expect(await totalOf('handlerOne')).toEqual({ count: DEMANDS_COUNTED, more: true });
});

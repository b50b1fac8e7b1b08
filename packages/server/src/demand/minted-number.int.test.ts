import type { PersonActor } from '@xiaoer/domain/access/actor';
import { describe, expect, it, onTestFinished } from 'vitest';
import { buildApp } from '../app.ts';
import { jobKinds } from '../jobs.ts';
import { sheetOf } from '../testing/sheet-of.ts';
import { signedInAs } from '../testing/signed-in-as.ts';
import { testHouse } from '../testing/test-house.ts';
import { runJob } from '../workers/jobs.ts';

const house = await testHouse();
const { as, people, tenantId, enterpriseId, territories } = house;

const particulars = (title: string) => ({
  title,
  text: `${title},请尽快处理。`,
  category: 'power',
  territoryId: territories.park,
});

const { demand } = house.stores;

/** Demands of a zone that settles questions of power on the spot. */
const settling: typeof demand = {
  ...demand,
  context: async (tx, situation) => {
    const context = await demand.context(tx, situation);
    return { ...context, settings: { ...context.settings, onTheSpotCategories: ['power'] } };
  },
};

const rethrow = (error: unknown): never => {
  throw error;
};

/** The house over a mint that hands out these numbers in turn, the last of them for ever. */
const minting = async (...numbers: readonly string[]) => {
  let asked = 0;
  const newNumber = (): string => numbers[Math.min(asked++, numbers.length - 1)] ?? '';
  const deps = { ...house.deps, newNumber, stores: { ...house.stores, demand: settling } };
  const app = await buildApp(deps);
  onTestFinished(() => app.close());
  const as = (personId: PersonActor['personId']) => signedInAs(app, { deps, tenantId, personId });
  return { as, asked: () => asked };
};

const numberOf = async (id: string): Promise<string> =>
  (await as.desk.get<{ item: { number: string } }>(`/api/demands/${id}`)).body.item.number;

describe('a number that is taken already', () => {
  it('is minted again for whoever raises a demand, and never told them', async () => {
    const mint = await minting('20220601-AAAAA', '20220601-AAAAA', '20220601-AAAAA', '20220601-BBBBB');
    const desk = await mint.as(people.desk);
    const contact = await mint.as(people.contact);
    const raising = { channel: 'visit', enterpriseId, particulars: particulars('停电') };
    const first = await desk.post('/api/demands', raising);
    const again = await contact.post('/api/demands', { ...raising, channel: 'portal' });
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(await numberOf(first.body.id)).toBe('20220601-AAAAA');
    expect(await numberOf(again.body.id)).toBe('20220601-BBBBB');
    expect(mint.asked()).toBe(4);
  });

  it('is minted again for a demand settled on the spot', async () => {
    const desk = await (await minting('20220601-CCCCC', '20220601-CCCCC', '20220601-DDDDD')).as(people.desk);
    const settled = {
      channel: 'counter',
      enterpriseId,
      particulars: particulars('问政策'),
      remit: 'own',
      answer: { conclusion: 'solved', text: '已当面答复。' },
      verdict: { grade: 'satisfied', words: '', solved: 'solved' },
    };
    const first = await desk.post('/api/demands/settled', settled);
    const again = await desk.post('/api/demands/settled', settled);
    expect([first.body, again.status]).toEqual([expect.objectContaining({ version: 5 }), 201]);
    expect(await numberOf(again.body.id)).toBe('20220601-DDDDD');
  });

  it('is not minted for ever', async () => {
    const mint = await minting('20220601-EEEEE');
    const desk = await mint.as(people.desk);
    const raising = { channel: 'visit', enterpriseId, particulars: particulars('停气') };
    await desk.post('/api/demands', raising);
    expect(await desk.post('/api/demands', raising)).toMatchObject({
      status: 409,
      body: { code: 'request.busy' },
    });
    expect(mint.asked()).toBe(6);
  });

  it('is minted again for a sheet, whose rows all come in although one was taken under way', async () => {
    const sheet = await sheetOf([
      ['企业名称', '统一社会信用代码', '标题', '诉求内容*', '类别', '片区', '紧急程度'],
      ['重庆长安新能源有限公司', '', '', '雨天积水。', '道路', '', ''],
    ]);
    const { body } = await as.desk.upload<{ importId: string }>('/api/imports?name=六月.xlsx', sheet);
    await house.runJobs();
    await as.desk.post(`/api/imports/${body.importId}/commit`);
    const quick = await (await minting('20220601-FFFFF')).as(people.desk);
    let taken = false;
    const store: typeof demand = {
      ...demand,
      context: async (tx, situation) => {
        if (!taken) {
          taken = true;
          const raising = { channel: 'visit', enterpriseId, particulars: particulars('路灯') };
          expect((await quick.post('/api/demands', raising)).status).toBe(201);
        }
        return demand.context(tx, situation);
      },
    };
    const numbers = ['20220601-FFFFF', '20220601-FFFFF', '20220601-GGGGG', '20220601-GGGGG'];
    const newNumber = (): string => numbers.shift() ?? '20220601-HHHHH';
    const kinds = jobKinds({ ...house.deps, newNumber, store });
    await runJob(
      { pool: house.pool, now: house.deps.now, kinds, onError: rethrow },
      new AbortController().signal,
    );
    const state = await as.desk.get(`/api/imports/${body.importId}`);
    expect(state.body).toMatchObject({ status: 'committed', doneRows: 1 });
  });
});

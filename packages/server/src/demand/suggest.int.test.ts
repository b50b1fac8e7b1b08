import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { suggestDemand } from '@xiaoer/contract/demand-suggestion';
import type { ResponseOf } from '@xiaoer/contract/route';
import { read } from '../db/transact.ts';
import { testHouse } from '../testing/test-house.ts';

type Suggested = ResponseOf<typeof suggestDemand>;

const SMELL = '隔壁厂的废气一股刺鼻的胶水味，车间工人头晕，夜里十点以后最严重，希望查一查。';

describe('suggestions over HTTP', async () => {
  const house = await testHouse();
  const { as } = house;
  const suggest = (who: 'officer' | 'contact' | 'handlerTwo', body: object) =>
    as[who].post<Suggested>('/api/demands/suggest', body);

  const ids = async (text: string) =>
    (await suggest('officer', { text })).body.duplicates.map((one) => one.demand.id);

  const register = async (text: string, category = 'other') => {
    const { body } = await as.officer.post('/api/demands', {
      channel: 'visit',
      enterpriseId: house.enterpriseId,
      particulars: { title: '反映', text, category, territoryId: house.territories.park },
    });
    return body;
  };

  it('has nothing to say of the category before it has learned, and then learns in another process', async () => {
    const text = '厂区又停电了，变压器容量不够，请供电公司尽快增容。';
    expect((await suggest('officer', { text })).body.category).toBeNull();
    await house.runJobs();
    const { status, body } = await suggest('officer', { text });
    expect(status).toBe(200);
    expect(body.category).toMatchObject({ key: 'power' });
    expect(body.category?.words).toContain('停电');
    expect(body.category?.confidence).toBeGreaterThan(0.4);
  });

  it('tells an asker the category only', async () => {
    const { body } = await suggest('contact', { text: '厂区又停电了，变压器容量不够，请尽快增容。' });
    expect(body).toMatchObject({ category: { key: 'power' }, remit: null, unit: null, duplicates: [] });
  });

  it("names the catalogue's unit for the category", async () => {
    const entry = { entryId: randomUUID(), unitId: house.units.one, from: '2022-01-01' };
    const { body: found } = await suggest('officer', { text: '门口的路', category: 'power' });
    expect(found.unit).toBeNull();
    const power = await read(house.pool, { tenantId: house.tenantId }, async (db) =>
      (await house.configuration(db)).catalogue.get('power'),
    );
    await house.run('category', power?.id ?? '', { type: 'AddCatalogueEntry', ...entry });
    const { body } = await suggest('officer', { text: '门口的路', category: 'power' });
    expect(body.unit).toMatchObject({ id: house.units.one, name: '经济发展局', confidence: null });
  });

  it('finds every identical text, whatever its spaces and signs, and near ones with the words they share', async () => {
    const first = await register(SMELL);
    const second = await register(`${SMELL.replaceAll('，', ' ， ')}！`);
    const near = await register('隔壁厂的废气一股刺鼻的胶水味，工人头晕，请环保部门来查一查');
    await register('春节后急招普工三百人');
    const { body } = await suggest('officer', { text: SMELL });
    const found = body.duplicates.map(({ demand }) => demand.id);
    expect(new Set(found.slice(0, 2))).toEqual(new Set([first.id, second.id]));
    expect(found.slice(2)).toEqual([near.id]);
    expect(body.duplicates.map(({ score }) => score === 1)).toEqual([true, true, false]);
    expect(body.duplicates[2]?.sharedWords).toEqual(expect.arrayContaining(['刺鼻', '胶水']));
  });

  it('tells of all identical texts, however many', async () => {
    const text = '班车只到地铁站，早班工人六点以前进不了厂。';
    const same = new Set<string>();
    for (let copy = 0; copy < 13; copy += 1) same.add((await register(text)).id);
    expect(new Set(await ids(text))).toEqual(same);
  });

  it('shows no duplicate to somebody who may not read it', async () => {
    expect((await suggest('handlerTwo', { text: SMELL })).body.duplicates).toEqual([]);
  });

  it('offers a closed case of the same enterprise as the one that recurs', async () => {
    const text = '年度用电报装手续到哪个窗口办，需要带哪些材料？';
    const closed = await register(text, 'policy');
    await as.officer.post(
      `/api/demands/${closed.id}/withdraw`,
      { askersWords: '已经问到了' },
      { version: closed.version },
    );
    const again = { text: '用电报装的手续去哪个窗口办理，要哪些材料', category: 'policy' };
    const [own] = (await suggest('officer', { ...again, enterpriseId: house.enterpriseId })).body.duplicates;
    expect(own).toMatchObject({ demand: { id: closed.id }, recurrence: true });
    const other = await suggest('officer', { ...again, enterpriseId: randomUUID() });
    expect(other.body.duplicates).toEqual([]);
  });

  it('finds a closed case the likelier for the same site', async () => {
    const particulars = {
      title: '反映',
      text: '宿舍楼的电梯又停了，搬货要走楼梯。',
      category: 'policy',
      territoryId: house.territories.park,
      siteId: house.siteId,
    };
    const { enterpriseId } = house;
    const closed = (await as.officer.post('/api/demands', { channel: 'visit', enterpriseId, particulars }))
      .body;
    const words = { askersWords: '已经修好了' };
    await as.officer.post(`/api/demands/${closed.id}/withdraw`, words, { version: closed.version });
    const again = { text: '三号宿舍电梯停运，搬货只好走楼梯', category: 'policy', enterpriseId };
    const scoreOf = async (more: object) =>
      (await suggest('officer', { ...again, ...more })).body.duplicates.find(
        ({ demand }) => demand.id === closed.id,
      )?.score ?? 0;
    expect(await scoreOf({ siteId: house.siteId })).toBeGreaterThan(await scoreOf({ siteId: randomUUID() }));
  });

  it('takes a like text for a recurrence only if its case is closed and the same enterprise asks', async () => {
    const text = '园区西门夜间没有路灯，工人下夜班看不清路。';
    const { id, version } = await register(text);
    const flag = async (enterpriseId: string) =>
      (await suggest('officer', { text, category: 'other', enterpriseId })).body.duplicates.map(
        ({ demand, score, recurrence }) => [demand.id, score, recurrence],
      );
    expect(await flag(house.enterpriseId)).toEqual([[id, 1, false]]);
    await as.officer.post(`/api/demands/${id}/withdraw`, { askersWords: '灯已经亮了' }, { version });
    expect(await flag(house.enterpriseId)).toEqual([[id, 1, true]]);
    expect(await flag(randomUUID())).toEqual([[id, 1, false]]);
  });

  it('suggests and warns no more from the day a tenant does without', async () => {
    const text = '厂区又停电了，变压器容量不够，请供电公司尽快增容。';
    await register(text, 'power');
    const { id } = (await as.officer.get<{ id: string }>('/api/settings')).body;
    const set = (value: object) =>
      house.run('settings', id, {
        type: 'ChangeSetting',
        change: { key: 'features', value },
        from: '2022-06-01',
        reason: '试用',
      });
    await set({ suggestions: false, duplicateWarnings: true });
    const without = (await suggest('officer', { text })).body;
    expect([without.category, without.remit, without.duplicates.length > 0]).toEqual([null, null, true]);
    await set({ suggestions: true, duplicateWarnings: false });
    const other = (await suggest('officer', { text })).body;
    expect([other.category?.key, other.duplicates]).toEqual(['power', []]);
    await set({ suggestions: true, duplicateWarnings: true });
  });

  it('finds a corrected text, and no longer the one before', async () => {
    const demand = await register('食堂的菜又咸又贵，夜宵时段没有热饭，工人意见很大');
    await as.officer.post(
      `/api/demands/${demand.id}/edit`,
      { changes: { text: '宿舍的热水器坏了，冬天没有热水洗澡，工人意见很大' } },
      { version: demand.version },
    );
    expect(await ids('宿舍的热水器坏了，冬天没有热水洗澡，工人意见很大')).toContain(demand.id);
    expect(await ids('食堂的菜又咸又贵，夜宵时段没有热饭，工人意见很大')).toEqual([]);
  });
});

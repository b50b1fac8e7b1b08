import { describe, expect, it } from 'vitest';
import { testHouse } from '../testing/test-house.ts';

const { as, units, territories } = await testHouse();
type Item = { id: string; key: string; version: number; parentKey: string | null; entries: unknown[] };

const listed = async (who: keyof typeof as) =>
  (await as[who].get<{ items: Item[] }>('/api/categories')).body.items;
const category = async (key: string): Promise<Item> => {
  const found = (await listed('desk')).find((item) => item.key === key);
  if (found === undefined) throw new Error(`no category ${key}`);
  return found;
};

describe('categories and their catalogue', () => {
  it('grow below those a new zone starts with', async () => {
    const added = await as.admin.post('/api/categories', {
      key: 'power.outage',
      names: { zh: '停电', en: 'Outage' },
      parentKey: 'power',
    });
    expect(added.status).toBe(201);
    expect((await category('power.outage')).parentKey).toBe('power');
  });

  it('say which unit handles them; an enterprise reads the names only', async () => {
    const { id, version } = await category('water');
    const body = { territoryId: territories.park, unitId: units.one, from: '2022-06-01' };
    expect((await as.desk.post(`/api/categories/${id}/add-entry`, body, { version })).status).toBe(200);
    expect((await category('water')).entries).toMatchObject([{ ...body, to: null }]);
    const outside = (await listed('contact')).find(({ key }) => key === 'water');
    expect(outside?.entries).toEqual([]);
  });

  it('have one unit for a place on any day', async () => {
    const { id, version } = await category('gas');
    const url = `/api/categories/${id}/add-entry`;
    const body = { unitId: units.one, from: '2022-06-01' };
    await as.desk.post(url, body, { version });
    const again = await as.desk.post(url, { ...body, unitId: units.two }, { version: version + 1 });
    expect(again.body.code).toBe('category.entry-overlaps');
    expect((await as.desk.post(url, body, { version })).status).toBe(412);
  });

  it('have keys of their own, and a tree that is the administrator’s', async () => {
    const body = { key: 'power', names: { zh: '电', en: 'Power' } };
    expect((await as.admin.post('/api/categories', body)).body.code).toBe('category.key-taken');
    expect((await as.desk.post('/api/categories', body)).status).toBe(403);
  });
});

import { describe, expect, it } from 'vitest';
import { transact } from '../db/transact.ts';
import { testHouse } from '../testing/test-house.ts';

const { as, enterpriseId, units, territories, pool, tenantId } = await testHouse();
type Item = { id: string; version: number; name: string; stage: string };
type Page = { items: Item[]; next: string | null };
type Detail = Item & { stages: { stage: string; since: string; reason: string | null }[] };

const register = (name: string, change: object = {}) =>
  as.headOne.post('/api/projects', {
    name,
    investment: 'enterprise',
    unitId: units.one,
    territoryId: territories.park,
    stage: 'contract',
    since: '2022-03-01',
    papersComplete: false,
    ...change,
  });
const listed = async (query: string, who: keyof typeof as = 'leader') =>
  (await as[who].get<Page>(`/api/projects?${query}`)).body;

describe('projects', () => {
  it('go from stage to stage, back only with a reason', async () => {
    const { status, body } = await register('动力电池二期');
    expect(status).toBe(201);
    const move = (to: object, version: number) =>
      as.headOne.post(`/api/projects/${body.id}/move`, to, { version });
    const back = { stage: 'contract', since: '2022-05-01' };
    expect((await move({ stage: 'land', since: '2022-04-01' }, 1)).status).toBe(200);
    expect((await move({ stage: 'start', since: '2022-05-01' }, 1)).status).toBe(412);
    expect((await move(back, 2)).body.code).toBe('project.back-without-reason');
    expect((await move({ ...back, reason: '重新选址' }, 2)).status).toBe(200);
    const { stages } = (await as.desk.get<Detail>(`/api/projects/${body.id}`)).body;
    expect(stages).toEqual([
      { stage: 'contract', since: '2022-03-01', reason: null },
      { stage: 'land', since: '2022-04-01', reason: null },
      { stage: 'contract', since: '2022-05-01', reason: '重新选址' },
    ]);
  });

  it('are corrected when their enterprise has left', async () => {
    const { body: gone } = await as.officer.post('/api/enterprises', {
      name: '将迁走的企业',
      stage: 'production',
      site: { name: '厂区', territoryId: territories.park, address: '1号', tenure: 'rented' },
    });
    const { body } = await register('老厂改造', { enterpriseId: gone.id, stage: 'intended' });
    const left = await as.desk.post(
      `/api/enterprises/${gone.id}/record-left`,
      { reason: 'movedAway' },
      { version: gone.version },
    );
    expect(left.status).toBe(200);
    const correction = {
      name: '老厂改造一期',
      investment: 'enterprise',
      unitId: units.one,
      territoryId: territories.park,
      enterpriseId: gone.id,
    };
    const corrected = await as.headOne.post(`/api/projects/${body.id}/correct`, correction, { version: 1 });
    expect(corrected.status).toBe(200);
    expect((await register('新项目', { enterpriseId: gone.id })).body.code).toBe(
      'project.enterprise-unknown',
    );
  });

  it('belong to a unit: another unit’s head does not change them', async () => {
    const { body } = await register('市政道路', { investment: 'government' });
    const judge = (who: keyof typeof as) =>
      as[who].post(`/api/projects/${body.id}/judge-papers`, { papersComplete: true }, { version: 1 });
    expect((await judge('headTwo')).status).toBe(403);
    expect((await judge('officer')).status).toBe(200);
  });

  it('are listed by pinyin in pages, found by letters, and filtered', async () => {
    for (const name of ['安居工程', '备用电源', '厂房改造']) await register(name, { stage: 'talks' });
    const first = await listed('stage=talks&limit=2');
    const second = await listed(`stage=talks&limit=2&cursor=${first.next}`);
    expect([...first.items, ...second.items].map(({ name }) => name)).toEqual([
      '安居工程',
      '备用电源',
      '厂房改造',
    ]);
    expect((await listed('q=bydy')).items.map(({ name }) => name)).toEqual(['备用电源']);
  });

  it('are an enterprise’s to read when they are its own, by the API or by any SQL', async () => {
    const own = await register('长安新能源扩建', { enterpriseId });
    const [other] = (await listed('q=aj')).items;
    expect((await listed('', 'contact')).items.map(({ id }) => id)).toEqual([own.body.id]);
    expect((await as.contact.get(`/api/projects/${other?.id}`)).status).toBe(404);
    const seen = await transact(pool, { tenantId, enterpriseId }, async (tx) => ({
      answer: await tx.query('select project_id from project'),
      keep: false,
    }));
    expect(seen).toEqual([{ project_id: own.body.id }]);
  });
});

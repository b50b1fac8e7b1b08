import { describe, expect, it } from 'vitest';
import { testHouse } from '../testing/test-house.ts';

const { as, people, enterpriseId, territories } = await testHouse();
type Item = { id: string; version: number; on: string; targetName: string; findings: number };
type Page = { items: Item[]; next: string | null };
type Detail = Item & { found: { findingId: string; text: string; demandId: string | null }[] };

const made = (on: string, change: object = {}) => ({
  visitorIds: [people.officer],
  target: { kind: 'enterprise', enterpriseId },
  territoryId: territories.park,
  on,
  purposes: ['service'],
  ...change,
});
const record = (on: string, change: object = {}) => as.officer.post('/api/visits/made', made(on, change));
const page = async (query: string) => (await as.leader.get<Page>(`/api/visits?${query}`)).body;

describe('visits', () => {
  it('are planned, made, and what was found is written down', async () => {
    const { status, body } = await as.officer.post('/api/visits', made('2022-06-01'));
    expect(status).toBe(201);
    const url = `/api/visits/${body.id}`;
    await as.officer.post(`${url}/make`, { on: '2022-06-01', note: '一切顺利' }, { version: 1 });
    const added = await as.officer.post(`${url}/add-finding`, { text: '停车位不足' }, { version: 2 });
    expect(added.status).toBe(200);
    const { found, targetName } = (await as.desk.get<Detail>(url)).body;
    expect(targetName).toBe('重庆长安新能源有限公司');
    expect(found).toMatchObject([{ text: '停车位不足', demandId: null }]);
    expect((await as.officer.post(`${url}/make`, { on: '2022-06-01' }, { version: 2 })).status).toBe(412);
  });

  it('have findings that became demands of the same enterprise, not of any other', async () => {
    const raise = async (of: string) => {
      const particulars = { title: '路', text: '坑', category: 'roads', territoryId: territories.park };
      return (await as.officer.post('/api/demands', { channel: 'visit', enterpriseId: of, particulars })).body
        .id;
    };
    const other = await as.officer.post('/api/enterprises', {
      name: '别家',
      stage: 'production',
      site: { name: '厂区', territoryId: territories.park, address: '1号', tenure: 'rented' },
    });
    const [own, foreign] = [await raise(enterpriseId), await raise(other.body.id)];
    const { body } = await record('2022-04-30');
    const url = `/api/visits/${body.id}`;
    const add = (demandId: string, version: number) =>
      as.officer.post(`${url}/add-finding`, { text: '坑', demandId }, { version });
    const nobody = '00000000-0000-4000-8000-000000000000';
    for (const wrong of [foreign, nobody])
      expect(await add(wrong, 1)).toMatchObject({ status: 409, body: { code: 'visit.demand-unknown' } });
    expect((await add(own, 1)).status).toBe(200);
    await as.officer.post(`${url}/add-finding`, { text: '无灯' }, { version: 2 });
    const findingId = (await as.desk.get<Detail>(url)).body.found[1]?.findingId;
    const link = (demandId: string) =>
      as.officer.post(`${url}/link-finding`, { findingId, demandId }, { version: 3 });
    expect((await link(foreign)).body.code).toBe('visit.demand-unknown');
    expect((await link(own)).status).toBe(200);
  });

  it('are not recorded before they happen, or of a target that is not there', async () => {
    expect((await record('2022-06-02')).body.code).toBe('visit.in-future');
    const project = { kind: 'project', projectId: '00000000-0000-4000-8000-000000000000' };
    expect((await record('2022-05-30', { target: project })).body.code).toBe('visit.target-unknown');
  });

  it('are listed newest first in pages, by day and visitor', async () => {
    for (const on of ['2022-05-09', '2022-05-11', '2022-05-10']) await record(on);
    await record('2022-05-12', { visitorIds: [people.guide], target: { kind: 'team', name: '党员突击队' } });
    const first = await page(`from=2022-05-01&to=2022-05-31&visitor=${people.officer}&limit=2`);
    expect(first.items.map(({ on }) => on)).toEqual(['2022-05-11', '2022-05-10']);
    const second = await page(
      `from=2022-05-01&to=2022-05-31&visitor=${people.officer}&limit=2&cursor=${first.next}`,
    );
    expect([second.items.map(({ on }) => on), second.next]).toEqual([['2022-05-09'], null]);
    const team = await page('targetKind=team');
    expect(team.items.map(({ targetName }) => targetName)).toEqual(['党员突击队']);
  });

  it('are hidden from enterprises, and changed by their visitors and the desk', async () => {
    expect((await as.contact.get('/api/visits')).status).toBe(404);
    expect((await as.contact.post('/api/visits/made', made('2022-05-09'))).status).toBe(404);
    const { body } = await record('2022-05-08');
    const finding = (who: keyof typeof as) =>
      as[who].post(`/api/visits/${body.id}/add-finding`, { text: '发现' }, { version: 1 });
    expect((await finding('handlerTwo')).status).toBe(403);
    expect((await finding('desk')).status).toBe(200);
  });
});

import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { testHouse } from '../testing/test-house.ts';

const { as, people, enterpriseId, units } = await testHouse();
type Item = { id: string; version: number; topic: string; counts: boolean };
type Page = { items: Item[]; next: string | null };
type Detail = Item & { attended: { name: string }[]; speakers: { name: string }[]; struckFor: string | null };

const session = (topic: string, on: string) => ({
  topic,
  on,
  attendees: 30,
  enterpriseIds: [enterpriseId],
  handbookGiven: true,
  organiserUnitId: units.one,
  speakerIds: [people.handlerOne],
});
const hold = (topic: string, on = '2022-05-20', change: object = {}) =>
  as.headOne.post('/api/policy-sessions', { ...session(topic, on), ...change });

describe('policy sessions', () => {
  it('are recorded with speakers and enterprises', async () => {
    const { status, body } = await hold('留抵退税');
    expect(status).toBe(201);
    const found = (await as.desk.get<Detail>(`/api/policy-sessions/${body.id}`)).body;
    expect(found.attended.map(({ name }) => name)).toEqual(['重庆长安新能源有限公司']);
    expect(found.speakers.map(({ name }) => name)).toEqual(['钱承办']);
  });

  it('are corrected in who held them and who spoke', async () => {
    const { body } = await hold('用工补贴');
    const change = {
      ...session('用工补贴', '2022-05-20'),
      organiserUnitId: units.two,
      speakerIds: [people.handlerTwo],
    };
    const url = `/api/policy-sessions/${body.id}`;
    expect((await as.desk.post(`${url}/correct`, change, { version: 1 })).status).toBe(200);
    const found = (await as.desk.get<Detail>(url)).body;
    expect(found).toMatchObject({ organiserUnitId: units.two, speakers: [{ name: '李承办' }] });
    const nobody = { ...change, speakerIds: [randomUUID()] };
    expect((await as.desk.post(`${url}/correct`, nobody, { version: 2 })).body.code).toBe(
      'policy-session.person-unknown',
    );
  });

  it('are held before they are recorded, with people in the room', async () => {
    expect((await hold('明天', '2022-06-02')).body.code).toBe('policy-session.in-future');
    expect((await hold('无人', '2022-05-20', { attendees: 0 })).status).toBe(400);
  });

  it('stay when struck, and count no longer', async () => {
    const { body } = await hold('重复录入');
    const url = `/api/policy-sessions/${body.id}/strike`;
    expect((await as.headTwo.post(url, { reason: '重复' }, { version: 1 })).status).toBe(403);
    expect((await as.headOne.post(url, { reason: '重复' }, { version: 1 })).status).toBe(200);
    expect((await as.headOne.post(url, { reason: '重复' }, { version: 1 })).status).toBe(412);
    const struck = (await as.desk.get<Page>('/api/policy-sessions?counts=false')).body.items;
    expect(struck.map(({ id }) => id)).toEqual([body.id]);
  });

  it('are listed newest first in pages', async () => {
    for (const on of ['2022-04-01', '2022-04-03', '2022-04-02']) await hold(on, on);
    const page = async (query: string) => (await as.leader.get<Page>(`/api/policy-sessions?${query}`)).body;
    const first = await page('to=2022-04-30&limit=2');
    const second = await page(`to=2022-04-30&limit=2&cursor=${first.next}`);
    expect([...first.items, ...second.items].map(({ topic }) => topic)).toEqual([
      '2022-04-03',
      '2022-04-02',
      '2022-04-01',
    ]);
    expect((await as.contact.get('/api/policy-sessions')).status).toBe(404);
  });
});

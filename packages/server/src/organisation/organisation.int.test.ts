import { describe, expect, it } from 'vitest';
import { testHouse } from '../testing/test-house.ts';

const house = await testHouse();
const { as, units } = house;
type Listed = { items: { id: string; name: string; version: number; active: boolean; parentId: string }[] };

const listed = async () => (await as.handlerOne.get<Listed>('/api/organisations')).body.items;
const register = (name: string, parentId?: string) =>
  as.admin.post('/api/organisations', { name, kind: 'department', calendar: 'department', parentId });

describe('units', () => {
  it('are registered, moved and listed as a tree', async () => {
    const { status, body } = await register('投资促进局', units.office);
    expect(status).toBe(201);
    const moved = await as.admin.post(
      `/api/organisations/${body.id}/move`,
      { parentId: units.one },
      { version: body.version },
    );
    expect(moved.status).toBe(200);
    expect((await listed()).find(({ id }) => id === body.id)).toMatchObject({
      name: '投资促进局',
      parentId: units.one,
      version: 2,
      active: true,
    });
  });

  it('stay a tree', async () => {
    const version = (await listed()).find(({ id }) => id === units.office)?.version ?? 0;
    const answer = await as.admin.post(
      `/api/organisations/${units.office}/move`,
      { parentId: units.one },
      { version },
    );
    expect([answer.status, answer.body.code]).toEqual([409, 'organisation.would-be-circular']);
  });

  it('are not changed by somebody who saw an older version', async () => {
    const { body } = await register('财政局');
    const rename = (name: string) =>
      as.admin.post(`/api/organisations/${body.id}/rename`, { name }, { version: body.version });
    expect((await rename('财政金融局')).status).toBe(200);
    expect((await rename('金融局')).status).toBe(412);
    const blind = await as.admin.post(`/api/organisations/${body.id}/rename`, { name: '金融局' });
    expect(blind.status).toBe(428);
  });

  it('are the administrator’s to change, and none of an enterprise’s business', async () => {
    const body = { name: '越权', kind: 'department', calendar: 'department' };
    expect((await as.desk.post('/api/organisations', body)).status).toBe(403);
    expect((await as.contact.post('/api/organisations', body)).status).toBe(404);
    expect((await as.contact.get('/api/organisations')).status).toBe(404);
    expect((await house.stranger.get('/api/organisations')).status).toBe(401);
  });

  it('are not closed while open demands lie with them, or a part of one', async () => {
    const unit = await register('会展服务处');
    const { enterpriseId, territories } = house;
    const particulars = { title: '停电', text: '停电', category: 'power', territoryId: territories.park };
    const raised = await as.officer.post('/api/demands', { channel: 'visit', enterpriseId, particulars });
    const close = () =>
      as.admin.post<{ code: string; facts: object }>(
        `/api/organisations/${unit.body.id}/close`,
        {},
        { version: 1 },
      );
    const task = { to: { unitId: unit.body.id }, text: '协办', due: '2022-06-08' };
    const routing = { lead: { unitId: units.one }, coHandlers: [task], note: '' };
    const { body } = await as.desk.post(`/api/demands/${raised.body.id}/route`, routing, { version: 1 });
    expect(await close()).toMatchObject({
      status: 409,
      body: { code: 'organisation.holds-demands', facts: { demands: 1 } },
    });
    const withdrawing = { askersWords: '已恢复供电', proof: [] };
    await as.officer.post(`/api/demands/${raised.body.id}/withdraw`, withdrawing, { version: body.version });
    expect((await close()).status).toBe(200);
  });

  it('are closed though a demand that is over with waits there for a review of its conditions', async () => {
    const { enterpriseId, territories, people } = house;
    const particulars = { title: '扩建', text: '扩建', category: 'other', territoryId: territories.park };
    const raising = { channel: 'counter', enterpriseId, particulars };
    const raised = await as.desk.post('/api/demands', raising);
    const answer = { conclusion: 'conditionsLacking', text: '用地指标不足。', reviewOn: '2022-12-01' };
    const verdict = { grade: 'satisfied', words: '', solved: 'partly' };
    const steps: readonly [keyof typeof as, string, object][] = [
      ['desk', 'decide-remit', { remit: 'own', reason: '属于本区职责' }],
      ['desk', 'route', { lead: { unitId: units.two } }],
      ['headTwo', 'accept', { personId: people.handlerTwo }],
      ['headTwo', 'submit-answer', { answer }],
      ['contact', 'give-verdict', verdict],
    ];
    const close = async () => {
      const version = (await listed()).find(({ id }) => id === units.two)?.version ?? 0;
      return as.admin.post<{ facts: object }>(`/api/organisations/${units.two}/close`, {}, { version });
    };
    const path = `/api/demands/${raised.body.id}`;
    for (const [index, [who, verb, body]] of steps.entries()) {
      if (verb === 'give-verdict')
        expect(await close()).toMatchObject({ status: 409, body: { facts: { demands: 1 } } });
      const { status } = await as[who].post(`${path}/${verb}`, body, { version: index + 1 });
      expect([verb, status]).toEqual([verb, 200]);
    }
    const desk = await as.handlerTwo.get<{ mine: readonly { kind: string }[] }>('/api/desk');
    expect(desk.body.mine.map(({ kind }) => kind)).toEqual(['review']);
    expect((await close()).status).toBe(200);
  });

  it('are made once however often the request is sent', async () => {
    const body = { name: '只要一个', kind: 'department', calendar: 'department' };
    const sent = { key: 'the-same-key' };
    const first = await as.admin.post('/api/organisations', body, sent);
    const second = await as.admin.post('/api/organisations', body, sent);
    expect(second.body).toEqual(first.body);
    expect((await listed()).filter(({ name }) => name === '只要一个')).toHaveLength(1);
  });
});

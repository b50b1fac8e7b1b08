import { describe, expect, it } from 'vitest';
import { testHouse } from '../testing/test-house.ts';
import type { Caller } from '../testing/signed-in-as.ts';
import { drainOutbox } from '../workers/outbox.ts';

/** How many notices of the demand have reached somebody. */
const told = async (who: Caller, id: string): Promise<number> => {
  const { body } = await who.get<{ notices: { streamId: string }[] }>('/api/notices?limit=100');
  return body.notices.filter(({ streamId }) => streamId === id).length;
};

describe('notices of a demand about somebody', async () => {
  const house = await testHouse();
  const { as, units, people, territories, enterpriseId, clock } = house;

  const work = async (): Promise<void> => {
    const { pool, registry } = house;
    await drainOutbox({ pool, registry, newId: house.deps.newId, onRefused: () => undefined }, clock.now);
  };
  const send = async (who: Caller, path: string, body: object): Promise<void> => {
    const { version } = (await as.desk.get<{ item: { version: number } }>(path.replace(/\/[a-z-]+$/, '')))
      .body.item;
    expect(await who.post(path, body, { version })).toMatchObject({ status: 200 });
    await work();
  };
  const person = async (id: string) =>
    (await as.admin.get<{ version: number; grants: { grantId: string }[] }>(`/api/people/${id}`)).body;

  /** A demand that waits in the second unit. */
  const routed = async (): Promise<string> => {
    const particulars = {
      title: '收费不开票',
      text: '收费不开票，请查。',
      category: 'power',
      territoryId: territories.park,
    };
    const { id } = (await as.officer.post('/api/demands', { channel: 'visit', enterpriseId, particulars }))
      .body;
    await send(as.desk, `/api/demands/${id}/decide-remit`, { remit: 'own', reason: '属于本区职责' });
    await send(as.desk, `/api/demands/${id}/route`, { lead: { unitId: units.two } });
    return id;
  };
  const hide = (id: string, hiding: { unitIds: string[]; personIds: string[] }): Promise<void> =>
    send(as.desk, `/api/demands/${id}/set-confidential`, { hiding, reason: '涉及本人' });

  it('reach neither them nor whoever acts for them', async () => {
    const { version, grants } = await person(people.headTwo);
    const lent = { personId: people.guide, grantIds: grants.map(({ grantId }) => grantId) };
    const until = { from: '2022-06-01', to: '2022-06-30' };
    const delegated = await as.admin.post(
      `/api/people/${people.headTwo}/delegate`,
      { ...lent, ...until },
      { version },
    );
    expect(delegated.status).toBe(200);
    const id = await routed();
    expect([await told(as.headTwo, id), await told(as.guide, id)]).toEqual([1, 1]);
    await hide(id, { unitIds: [], personIds: [people.headTwo] });
    expect((await as.guide.get(`/api/demands/${id}`)).status).toBe(404);
    await send(as.desk, `/api/demands/${id}/remind`, { text: '请抓紧' });
    expect([await told(as.headTwo, id), await told(as.guide, id)]).toEqual([1, 1]);
  });

  it('reach nobody who holds a role in the unit it is about, wherever they sit', async () => {
    const { version } = await person(people.headTwo);
    const role = { role: 'handler', unitId: units.one, from: '2022-06-01' };
    const granted = await as.admin.post(`/api/people/${people.headTwo}/grant-role`, role, { version });
    expect(granted.status).toBe(200);
    const id = await routed();
    await hide(id, { unitIds: [units.one], personIds: [] });
    expect((await as.headTwo.get(`/api/demands/${id}`)).status).toBe(404);
    await send(as.desk, `/api/demands/${id}/remind`, { text: '请抓紧' });
    expect(await told(as.headTwo, id)).toBe(1);
  });

  it('reach nobody who sits in the unit it is about, whatever role they hold elsewhere', async () => {
    const change = async (verb: string, body: object): Promise<void> => {
      const { version } = await person(people.guide);
      const changed = await as.admin.post(`/api/people/${people.guide}/${verb}`, body, { version });
      expect(changed).toMatchObject({ status: 200 });
    };
    await change('grant-role', { role: 'unit-head', unitId: units.two, from: '2022-06-01' });
    await change('move', { unitId: units.one });
    const id = await routed();
    expect((await as.guide.get(`/api/demands/${id}`)).status).toBe(200);
    await hide(id, { unitIds: [units.one], personIds: [] });
    const before = await told(as.guide, id);
    expect((await as.guide.get(`/api/demands/${id}`)).status).toBe(404);
    expect(JSON.stringify((await as.guide.get('/api/demands?show=all')).body)).not.toContain(id);
    await send(as.desk, `/api/demands/${id}/remind`, { text: '请抓紧' });
    expect(await told(as.guide, id)).toBe(before);
  });
});

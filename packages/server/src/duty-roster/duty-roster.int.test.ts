import { describe, expect, it } from 'vitest';
import { testHouse } from '../testing/test-house.ts';

const { as, units, people, clock } = await testHouse();
type Item = {
  id: string;
  version: number;
  duties: { dutyId: string; person: { name: string } }[];
  onDuty: unknown[];
};

const listed = async () => (await as.handlerTwo.get<{ items: Item[] }>('/api/duty-rosters')).body.items;
const open = async (name: string) =>
  (await as.desk.post('/api/duty-rosters', { name, unitId: units.office })).body;
const evening = (personId: string, day = '2022-06-01') => ({
  personId,
  from: `${day}T18:00:00.000+08:00`,
  to: `${day}T22:00:00.000+08:00`,
});

describe('duty rosters', () => {
  it('say who is on duty at this moment', async () => {
    const { id, version } = await open('值班室');
    const planned = await as.desk.post(`/api/duty-rosters/${id}/plan`, evening(people.officer), { version });
    expect(planned.status).toBe(200);
    const at = async () => (await listed()).find((item) => item.id === id);
    expect(await at()).toMatchObject({ duties: [{ person: { name: '周专员' } }], onDuty: [] });
    clock.advance(9 * 60);
    expect((await at())?.onDuty).toEqual([{ id: people.officer, name: '周专员' }]);
    clock.advance(-9 * 60);
  });

  it('put nobody in two places at once, and are not changed on an old version', async () => {
    const { id, version } = await open('东站');
    const url = `/api/duty-rosters/${id}/plan`;
    await as.desk.post(url, evening(people.officer), { version });
    const twice = await as.desk.post(url, evening(people.officer), { version: version + 1 });
    expect(twice.body.code).toBe('duty-roster.person-already-on-duty');
    expect((await as.desk.post(url, evening(people.guide), { version })).status).toBe(412);
  });

  it('let whoever is on duty pass it on, and nobody else', async () => {
    const { id, version } = await open('西站');
    await as.desk.post(`/api/duty-rosters/${id}/plan`, evening(people.officer), { version });
    const dutyId = (await listed()).find((item) => item.id === id)?.duties[0]?.dutyId;
    const pass = (who: 'handlerOne' | 'officer') =>
      as[who].post(
        `/api/duty-rosters/${id}/take-over`,
        { dutyId, personId: people.guide },
        { version: version + 1 },
      );
    expect((await pass('handlerOne')).status).toBe(403);
    expect((await pass('officer')).status).toBe(200);
  });

  it('are hidden from enterprises', async () => {
    expect((await as.contact.get('/api/duty-rosters')).status).toBe(404);
  });
});

import { expect, it } from 'vitest';
import { testHouse } from '../testing/test-house.ts';

type Team = { readonly team: readonly { readonly role: string; readonly personId: string }[] };
type Owned = { readonly ownerUnit: { readonly id: string }; readonly ownerPerson: { id: string } | null };

const { as, enterpriseId, people, territories, units } = await testHouse();
const particulars = {
  title: '专员推诿',
  text: '专员推诿，请查。',
  category: 'power',
  territoryId: territories.park,
};
const raise = async (more: object): Promise<string> => {
  const answer = await as.contact.post('/api/demands', {
    channel: 'portal',
    enterpriseId,
    particulars,
    ...more,
  });
  expect(answer.status).toBe(201);
  return answer.body.id;
};
const ownerOf = async (id: string) => {
  const { item } = (await as.desk.get<{ item: Owned }>(`/api/demands/${id}`)).body;
  return { unit: item.ownerUnit.id, person: item.ownerPerson?.id };
};
const statuses = async (id: string) => {
  const seen = async (who: keyof typeof as) => (await as[who].get(`/api/demands/${id}`)).status;
  return { officer: await seen('officer'), desk: await seen('desk') };
};

it('an enterprise keeps a demand from its service officer, and the desk owns it', async () => {
  const { team } = (await as.contact.get<Team>('/api/portal/team')).body;
  const personIds = team.filter(({ role }) => role === 'serviceOfficer').map(({ personId }) => personId);
  expect(personIds).toEqual([people.officer]);
  const id = await raise({ hiding: { unitIds: [], personIds } });
  expect(await statuses(id)).toEqual({ officer: 404, desk: 200 });
  expect(await ownerOf(id)).toEqual({ unit: units.office, person: undefined });
  const remit = { remit: 'own', reason: '属于本区职责' };
  expect((await as.desk.post(`/api/demands/${id}/decide-remit`, remit, { version: 1 })).status).toBe(200);
  expect((await as.contact.get(`/api/portal/demands/${id}`)).status).toBe(200);
  const listed = (await as.officer.get<{ items: { id: string }[] }>('/api/demands?show=open')).body.items;
  expect(listed.map((each) => each.id)).not.toContain(id);
});

it('what is kept from nobody goes to the service officer', async () => {
  const id = await raise({});
  expect(await statuses(id)).toMatchObject({ officer: 200 });
  expect(await ownerOf(id)).toMatchObject({ person: people.officer });
});

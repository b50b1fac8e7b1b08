import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { SESSION_COOKIE } from '../auth/session.ts';
import { testHouse } from '../testing/test-house.ts';

const house = await testHouse();
const { as, people, territories, units } = house;

const NAME = '甲"乙"\\丙有限公司';
const TITLE = '门口“积水”\\ "不畅"\u2028</script>"dueAt":"1';

type Item = {
  readonly id: string;
  readonly title: string;
  readonly workingDaysLeft: number | null;
  readonly enterprise: { readonly name: string };
  readonly ownerUnit: { readonly id: string; readonly name: string };
};
type Page = { readonly items: readonly Item[] };
type Detail = {
  readonly item: Item;
  readonly people: Readonly<Record<string, string>>;
};

const versionOf = async (path: string): Promise<number> =>
  (await as.admin.get<{ version: number }>(path)).body.version;

const site = { name: '厂区', territoryId: territories.park, address: '云汉大道2号', tenure: 'rented' };
const enterprise = await as.officer.post('/api/enterprises', { name: NAME, stage: 'production', site });
const particulars = { title: TITLE, text: '积水', category: 'power', territoryId: territories.park };
const raised = await as.guide.post('/api/demands', {
  channel: 'visit',
  enterpriseId: enterprise.body.id,
  particulars,
});
const { id } = raised.body;

const listed = async (): Promise<Item | undefined> =>
  (await as.desk.get<Page>('/api/demands?show=open')).body.items.find((item) => item.id === id);

it('gives names and titles as they were written, whatever stands in them', async () => {
  const { body: detail } = await as.desk.get<Detail>(`/api/demands/${id}`);
  const { body: desk } = await as.guide.get<{ mine: readonly { demand: Item }[] }>('/api/desk');
  const shown = [await listed(), detail.item, desk.mine.find(({ demand }) => demand.id === id)?.demand];
  for (const item of shown)
    expect([item?.title, item?.enterprise.name, item?.workingDaysLeft]).toEqual([TITLE, NAME, 10]);
});

it('is sent in ASCII, as it is kept', async () => {
  const cookie = `${SESSION_COOKIE}=${as.desk.cookie}`;
  const { payload } = await house.app.inject({ url: '/api/demands', headers: { cookie } });
  expect(payload).toMatch(/"title":"\\u[0-9a-f]{4}/);
  expect(payload).toMatch(/^[\x20-\x7e]+$/);
});

it('names a unit as it is called now', async () => {
  const before = (await listed())?.ownerUnit;
  expect(before?.id).toBe(units.office);
  const { items } = (await as.admin.get<{ items: { id: string; version: number }[] }>('/api/organisations'))
    .body;
  const version = items.find((unit) => unit.id === units.office)?.version ?? 0;
  const path = `/api/organisations/${units.office}/rename`;
  expect((await as.admin.post(path, { name: '企业服务中心' }, { version })).status).toBe(200);
  expect(await listed()).toMatchObject({ ownerUnit: { id: units.office, name: '企业服务中心' } });
});

it('shows under mine what somebody owns for whom the reader stands in, and names whom the story names', async () => {
  const mine = async () =>
    (await as.officer.get<Page>('/api/demands?show=mine')).body.items.map((item) => item.id);
  expect(await mine()).not.toContain(id);
  const absent = async (verb: string, body: object) => {
    const version = await versionOf(`/api/people/${people.guide}`);
    expect((await as.admin.post(`/api/people/${people.guide}/${verb}`, body, { version })).status).toBe(200);
  };
  await absent('name-stand-in', { personId: people.officer, from: '2022-06-01' });
  await absent('record-absence', { from: '2022-06-01' });
  expect(await mine()).toContain(id);
  const note = await as.officer.post(
    `/api/demands/${id}/add-note`,
    { note: '代为跟进', files: [] },
    { version: 1 },
  );
  expect(note.status).toBe(200);
  const { body: detail } = await as.officer.get<Detail>(`/api/demands/${id}`);
  // The officer stands in the story only.
  expect(detail.people).toMatchObject({ [people.guide]: '吴指导', [people.officer]: '周专员' });
});

it('names the contacts of the enterprise: who is named, who was, who acted, and nobody else', async () => {
  const contacts: string[] = [];
  for (const [name, phone] of [
    ['刘秘书', '13800138001'],
    ['陈主任', '13800138002'],
    ['旁人', '13800138003'],
  ])
    contacts.push((await as.admin.post('/api/people', { personal: { name, phone } })).body.id);
  const [first = '', second = '', other = ''] = contacts;
  for (const personId of [first, second])
    await house.run('enterprise', house.enterpriseId, {
      type: 'AddContact',
      contactId: randomUUID(),
      personId,
      role: 'other',
      from: '2022-06-01',
    });
  const { body } = await as.officer.post('/api/demands', {
    channel: 'visit',
    enterpriseId: house.enterpriseId,
    particulars: { ...particulars, title: '停电', contactId: first },
  });
  const path = `/api/demands/${body.id}`;
  const edited = await as.desk.post(`${path}/edit`, { changes: { contactId: second } }, { version: 1 });
  expect(edited.status).toBe(200);
  const added = await as.contact.post(`${path}/supplement`, { text: '还在停', files: [] }, { version: 2 });
  expect(added.status).toBe(200);
  const detail = (await as.desk.get<Detail>(path)).body;
  expect(detail.people).toMatchObject({
    [first]: '刘秘书',
    [second]: '陈主任',
    [people.contact]: '王经理',
    [people.officer]: '周专员',
  });
  expect(detail.people).not.toHaveProperty(other);
});

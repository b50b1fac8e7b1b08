import { describe, expect, it } from 'vitest';
import { testHouse } from '../testing/test-house.ts';
import { drainOutbox } from '../workers/outbox.ts';

const house = await testHouse();
const { as, people, units, pool, registry, clock, deps } = house;

type Shown = {
  readonly version: number;
  readonly ownerUnit: { readonly id: string };
  readonly ownerPerson: { readonly id: string } | null;
};

const drain = async (): Promise<void> => {
  const workers = { pool, registry, newId: deps.newId, onRefused: () => undefined };
  while ((await drainOutbox(workers, clock.now)).events > 0);
};

const raise = async (): Promise<string> => {
  const particulars = {
    title: '积水',
    text: '积水。',
    category: 'other',
    territoryId: house.territories.park,
  };
  const raising = { channel: 'counter', enterpriseId: house.enterpriseId, particulars };
  return (await as.desk.post('/api/demands', raising)).body.id;
};

/** A demand in the hands of the first unit's handler. */
const inHand = async (): Promise<string> => {
  const id = await raise();
  const steps: readonly [keyof typeof as, string, object][] = [
    ['desk', 'decide-remit', { remit: 'own', reason: '属于本区职责' }],
    ['desk', 'route', { lead: { unitId: units.one } }],
    ['headOne', 'accept', { personId: people.handlerOne }],
  ];
  for (const [index, [who, verb, body]] of steps.entries()) {
    const { status } = await as[who].post(`/api/demands/${id}/${verb}`, body, { version: index + 1 });
    expect([verb, status]).toEqual([verb, 200]);
  }
  await drain();
  return id;
};

const listed = async (id: string): Promise<Shown | undefined> =>
  (await as.desk.get<{ items: (Shown & { id: string })[] }>('/api/demands?show=all')).body.items.find(
    (item) => item.id === id,
  );

const deactivate = async (personId: string, body: object = {}) => {
  const { version } = (await as.admin.get<{ version: number }>(`/api/people/${personId}`)).body;
  return as.admin.post(`/api/people/${personId}/deactivate`, body, { version });
};

const reactivate = async (personId: string): Promise<void> => {
  const { version } = (await as.admin.get<{ version: number }>(`/api/people/${personId}`)).body;
  expect((await as.admin.post(`/api/people/${personId}/reactivate`, {}, { version })).status).toBe(200);
};

describe('whoever leaves', () => {
  it('with a task to do cannot leave before it is settled', async () => {
    const id = await inHand();
    const task = {
      to: { unitId: units.two, personId: people.handlerTwo },
      text: '查明原因。',
      due: '2022-06-10',
    };
    const given = await as.headOne.post(`/api/demands/${id}/give-task`, task, { version: 4 });
    expect([given.body, given.status]).toEqual([given.body, 200]);
    expect(await deactivate(people.handlerTwo)).toMatchObject({
      status: 409,
      body: { code: 'person.holds-tasks', facts: { tasks: 1 } },
    });
  });

  it('with demands in their hands is told how many, and leaves them to a colleague of the unit', async () => {
    const ids = [await inHand(), await inHand()];
    expect((await listed(ids[0] ?? ''))?.ownerPerson?.id).toBe(people.handlerOne);
    expect(await deactivate(people.handlerOne)).toMatchObject({
      status: 409,
      body: { code: 'person.holds-demands', facts: { demands: 3, field: 'handOverTo' } },
    });
    expect(await deactivate(people.handlerOne, { handOverTo: people.headTwo })).toMatchObject({
      status: 409,
      body: { code: 'person.heir-elsewhere' },
    });
    expect((await as.handlerOne.get('/api/me')).status).toBe(200);

    expect((await deactivate(people.handlerOne, { handOverTo: people.headOne })).status).toBe(200);
    await drain();
    for (const id of ids)
      expect(await listed(id)).toMatchObject({
        ownerUnit: { id: units.one },
        ownerPerson: { id: people.headOne },
      });
  });

  it('leaves what awaits a verdict too, and a rejected answer comes back to whoever took over', async () => {
    await reactivate(people.handlerOne);
    const id = await inHand();
    const answered = { answer: { conclusion: 'solved', text: '已修复。', conditions: [], files: [] } };
    const { status } = await as.headOne.post(`/api/demands/${id}/submit-answer`, answered, { version: 4 });
    expect(status).toBe(200);
    expect((await deactivate(people.handlerOne, { handOverTo: people.headOne })).status).toBe(200);
    await drain();
    const heir = { ownerUnit: { id: units.one }, ownerPerson: { id: people.headOne } };
    const held = await listed(id);
    expect(held).toMatchObject(heir);
    const verdict = { grade: 'dissatisfied', words: '没有修好', solved: 'unsolved' };
    const rejected = await as.contact.post(`/api/demands/${id}/give-verdict`, verdict, {
      version: held?.version ?? 0,
    });
    expect(rejected.status).toBe(200);
    expect(await listed(id)).toMatchObject({ status: 'handling', ...heir });
  });

  it('leaves nothing to a colleague whom one of the demands is about', async () => {
    await reactivate(people.handlerOne);
    const id = await inHand();
    const hiding = { unitIds: [], personIds: [people.headOne] };
    const body = { hiding, reason: '反映该同志' };
    expect((await as.desk.post(`/api/demands/${id}/set-confidential`, body, { version: 4 })).status).toBe(
      200,
    );
    expect(await deactivate(people.handlerOne, { handOverTo: people.headOne })).toMatchObject({
      status: 409,
      body: { code: 'person.heir-elsewhere' },
    });
    expect(
      (await as.desk.post(`/api/demands/${id}/lift-confidentiality`, { reason: '已核实' }, { version: 5 }))
        .status,
    ).toBe(200);
    expect((await deactivate(people.handlerOne, { handOverTo: people.headOne })).status).toBe(200);
    await drain();
  });

  it('with a notice, an instruction or a demand that waits for them by name cannot leave either', async () => {
    await reactivate(people.handlerOne);
    const id = await inHand();
    const notice = { number: '督〔2022〕1号', text: '请说明原因。', due: '2022-06-10' };
    const by = { leaderId: people.leader, text: '请抓紧办理。', due: '2022-06-10' };
    const to = { unitId: units.one, personId: people.handlerOne };
    const tasks = async () => {
      const { body } = await deactivate(people.handlerOne, { handOverTo: people.headOne });
      return (body as { facts?: { tasks?: number } }).facts?.tasks;
    };
    const steps: readonly [keyof typeof as, string, object, number | undefined][] = [
      ['leader', 'give-instruction', { ...by, to }, 1],
      ['leader', 'give-instruction', by, 1],
      ['inspector', 'issue-supervision-notice', notice, 2],
    ];
    for (const [index, [who, verb, body, held]] of steps.entries()) {
      const { status } = await as[who].post(`/api/demands/${id}/${verb}`, body, { version: 4 + index });
      expect([verb, status, await tasks()]).toEqual([verb, 200, held]);
    }
    const raised = await raise();
    const routed = await as.desk.post(`/api/demands/${raised}/route`, { lead: to }, { version: 1 });
    expect([routed.status, await tasks()]).toEqual([200, 3]);
  });

  it('without anything leaves as before', async () => {
    expect((await deactivate(people.guide)).status).toBe(200);
  });
});

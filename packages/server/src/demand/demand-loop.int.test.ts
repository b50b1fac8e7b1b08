import { describe, expect, it, onTestFinished } from 'vitest';
import { reachDueMoments } from '../workers/due-moments.ts';
import { drainOutbox, type WorkerDeps } from '../workers/outbox.ts';
import { testHouse } from '../testing/test-house.ts';
import { signedInAs, type Caller } from '../testing/signed-in-as.ts';
import { createClient } from '../db/connect.ts';
import { read } from '../db/transact.ts';
import { verifyDatabase } from '../seal/verify-database.ts';
import { DEMAND_RECOUNTS } from './recount.ts';

const house = await testHouse();
const { as, units, territories, people, enterpriseId, clock } = house;

const refused: string[] = [];
const workers: WorkerDeps = {
  pool: house.pool,
  newId: house.deps.newId,
  registry: house.registry,
  onRefused: ({ command, code }) => refused.push(`${command} ${code}`),
};
const work = async (): Promise<void> => {
  await reachDueMoments(workers, clock.now);
  await drainOutbox(workers, clock.now);
  await drainOutbox(workers, clock.now);
};

const registering = (title = '变压器烧毁,全厂停电') => ({
  channel: 'visit',
  enterpriseId,
  particulars: { title, text: `${title},请尽快处理。`, category: 'power', territoryId: territories.park },
});

type Detail = {
  item: { status: string; version: number; outcome: string | null };
  demand: Record<string, unknown>;
  story: { type: string; data: Record<string, unknown> }[];
  actions: string[];
};

const detailOf = async (who: Caller, id: string): Promise<Detail> => {
  const { status, body } = await who.get<Detail>(`/api/demands/${id}`);
  expect(status).toBe(200);
  return body;
};

/** Sends one command at the demand's present version and insists on success. */
const send = async (
  who: Caller,
  { id, verb }: { id: string; verb: string },
  body: object = {},
): Promise<number> => {
  const { item } = await detailOf(as.desk, id);
  const answer = await who.post(`/api/demands/${id}/${verb}`, body, { version: item.version });
  expect([verb, answer.status, answer.body]).toEqual([verb, 200, expect.anything()]);
  await work();
  return answer.body.version;
};

const register = async (title?: string): Promise<string> => {
  const { status, body } = await as.officer.post('/api/demands', registering(title));
  expect([status, body]).toEqual([201, expect.objectContaining({ version: 1 })]);
  await work();
  return body.id;
};

const throughToAnswer = async (id: string): Promise<void> => {
  await send(as.desk, { id, verb: 'decide-remit' }, { remit: 'own', reason: '属于本区职责' });
  await send(as.desk, { id, verb: 'route' }, { lead: { unitId: units.one } });
  await send(as.headOne, { id, verb: 'accept' }, { personId: people.handlerOne });
  await answer(id);
};

const answer = async (id: string): Promise<void> => {
  const text = '已更换变压器,恢复供电。';
  await send(as.handlerOne, { id, verb: 'submit-answer' }, { answer: { conclusion: 'solved', text } });
  const { actions } = await detailOf(as.headOne, id);
  if (actions.includes('ApproveAnswer')) await send(as.headOne, { id, verb: 'approve-answer' });
};

const noticesOf = async (who: Caller): Promise<readonly { kind: string; streamId: string }[]> =>
  (await who.get<{ notices: { kind: string; streamId: string }[] }>('/api/notices?limit=100')).body.notices;

describe('the closed loop of a demand over HTTP', () => {
  it('goes from raised to closed with the verdict of the enterprise', async () => {
    const id = await register();
    await throughToAnswer(id);
    expect((await detailOf(as.desk, id)).item.status).toBe('answered');
    const portal = await as.contact.get<{ actions: string[]; version: number }>(`/api/portal/demands/${id}`);
    expect(portal.body.actions).toContain('GiveVerdict');
    await send(as.contact, { id, verb: 'give-verdict' }, { grade: 'satisfied', solved: 'solved' });
    expect((await detailOf(as.desk, id)).item).toMatchObject({ status: 'closed', outcome: 'solved' });
  });

  it('sends a rejected answer back for rework', async () => {
    const id = await register('厂区供水压力不足');
    await throughToAnswer(id);
    await send(
      as.contact,
      { id, verb: 'give-verdict' },
      { grade: 'dissatisfied', solved: 'unsolved', words: '还是没水' },
    );
    expect((await detailOf(as.desk, id)).item.status).toBe('handling');
    await answer(id);
    await send(as.contact, { id, verb: 'give-verdict' }, { grade: 'verySatisfied', solved: 'solved' });
    expect((await detailOf(as.desk, id)).item.status).toBe('closed');
  });

  it('refuses a stale version, a missing one and a command out of turn', async () => {
    const id = await register('道路破损');
    const old = await as.desk.post(
      `/api/demands/${id}/decide-remit`,
      { remit: 'own', reason: '属本区' },
      { version: 99 },
    );
    expect([old.status, old.body.code]).toEqual([412, 'request.stale']);
    const none = await as.desk.post(`/api/demands/${id}/decide-remit`, { remit: 'own', reason: '属本区' });
    expect([none.status, none.body.code]).toEqual([428, 'request.if-match-missing']);
    const early = await as.headOne.post(`/api/demands/${id}/approve-answer`, {}, { version: 1 });
    expect(early.status).not.toBe(200);
  });

  it('points at the field that is wrong and keeps nothing', async () => {
    const body = { ...registering(), particulars: { ...registering().particulars, title: 'x'.repeat(201) } };
    const answer = await as.officer.post<{ errors: { pointer: string; code: string }[] }>(
      '/api/demands',
      body,
    );
    expect(answer.status).toBe(400);
    expect(answer.body.errors).toEqual([
      expect.objectContaining({ pointer: '/body/particulars/title', code: 'field.too-big' }),
    ]);
  });

  it('tells the unit of a routed demand, and the enterprise only what is outward', async () => {
    const id = await register('绿化带遮挡视线');
    await throughToAnswer(id);
    const atHead = (await noticesOf(as.headOne)).filter((notice) => notice.streamId === id);
    expect(atHead.map((notice) => notice.kind)).toContain('demandRouted');
    const atContact = (await noticesOf(as.contact)).filter((notice) => notice.streamId === id);
    expect(atContact.map((notice) => notice.kind).sort()).toEqual(['demandAccepted', 'demandAnswered']);
  });

  it('shows the enterprise no internal word, in view, story or list', async () => {
    const id = await register('食堂排队太久');
    const secret = '内部意见-绝不外传';
    await send(as.desk, { id, verb: 'add-note' }, { note: secret });
    await send(as.desk, { id, verb: 'decide-remit' }, { remit: 'own', reason: secret });
    await send(as.desk, { id, verb: 'route' }, { lead: { unitId: units.one }, note: secret });
    const inside = await as.desk.get(`/api/demands/${id}`);
    expect(JSON.stringify(inside.body)).toContain(secret);
    for (const url of [`/api/portal/demands/${id}`, '/api/portal/demands']) {
      const outside = await as.contact.get(url);
      expect(outside.status).toBe(200);
      expect(JSON.stringify(outside.body)).not.toContain(secret);
    }
    expect((await as.contact.get(`/api/demands/${id}`)).status).toBe(404);
  });

  it('hides a confidential demand from the unit it is about', async () => {
    const id = await register('对某科室的意见');
    await send(
      as.desk,
      { id, verb: 'set-confidential' },
      { hiding: { unitIds: [units.two], personIds: [] }, reason: '涉及该科室' },
    );
    expect((await as.headTwo.get(`/api/demands/${id}`)).status).toBe(404);
    const list = await as.headTwo.get<{ items: { id: string }[] }>('/api/demands?show=all&limit=200');
    expect(list.body.items.map((item) => item.id)).not.toContain(id);
    expect((await as.desk.get(`/api/demands/${id}`)).status).toBe(200);
  });
});

const openPackage = async (title: string, parts: readonly string[]): Promise<string> => {
  const lead = { unitId: units.one, personId: people.headOne };
  const { id } = (await as.desk.post('/api/packages', { enterpriseId, title, lead })).body;
  for (const [index, demandId] of parts.entries())
    await as.desk.post(`/api/packages/${id}/add-demand`, { demandId }, { version: index + 1 });
  return id;
};
const standingOf = async (id: string) =>
  (await as.desk.get<{ status: string; version: number; actions: string[] }>(`/api/packages/${id}`)).body;

describe('a package of demands', () => {
  it('closes when its last demand is closed, and not before', async () => {
    const opened = await as.desk.post('/api/packages', {
      enterpriseId,
      title: '钛铸件公司三十六件事',
      lead: { unitId: units.one, personId: people.headOne },
    });
    expect([opened.status, opened.body]).toEqual([201, expect.anything()]);
    const { id } = opened.body;
    const parts = [await register('接通供水'), await register('接通供气')];
    for (const [index, demandId] of parts.entries()) {
      const added = await as.desk.post(
        `/api/packages/${id}/add-demand`,
        { demandId },
        { version: index + 1 },
      );
      expect([added.status, added.body]).toEqual([200, expect.anything()]);
      await work();
    }
    const listed = await as.desk.get<{ items: { id: string }[] }>(`/api/demands?show=all&package=${id}`);
    expect(listed.body.items.map((item) => item.id).sort()).toEqual([...parts].sort());
    for (const [index, part] of parts.entries()) {
      await throughToAnswer(part);
      await send(as.contact, { id: part, verb: 'give-verdict' }, { grade: 'satisfied', solved: 'solved' });
      const { body } = await as.desk.get<{ status: string; closedParts: number }>(`/api/packages/${id}`);
      expect([body.status, body.closedParts]).toEqual([index === 1 ? 'closed' : 'open', index + 1]);
    }
  });

  it('is found under its enterprise, tells what may be done, and leaves the other demands loose', async () => {
    const title = '钛铸件公司扩建两件事';
    const lead = { unitId: units.one, personId: people.headOne };
    const { id } = (await as.desk.post('/api/packages', { enterpriseId, title, lead })).body;
    const [inside, outside] = [await register('扩建：迁移杆线'), await register('扩建：加宽路口')];
    await as.desk.post(`/api/packages/${id}/add-demand`, { demandId: inside }, { version: 1 });
    await work();
    const loose = await as.desk.get<{ items: { id: string }[] }>(
      `/api/demands?packaged=false&enterprise=${enterpriseId}&limit=200`,
    );
    const ids = loose.body.items.map((item) => item.id);
    expect([ids.includes(inside), ids.includes(outside)]).toEqual([false, true]);
    const found = async (enterprise: string) =>
      (
        await as.desk.get<{ items: { id: string }[] }>(`/api/packages?status=open&enterprise=${enterprise}`)
      ).body.items.map((item) => item.id);
    expect(await found(enterpriseId)).toContain(id);
    expect(await found(units.one)).toEqual([]);
    const actionsOf = async (who: typeof as.desk) =>
      (await who.get<{ actions: string[] }>(`/api/packages/${id}`)).body.actions;
    expect(await actionsOf(as.headOne)).toEqual([
      'AddDemandToPackage',
      'TakeDemandOutOfPackage',
      'ChangePackageLead',
      'ClosePackage',
    ]);
    expect(await actionsOf(as.handlerOne)).toEqual([]);
  });

  it('lets a demand go its own way again, and closes when the rest of it is closed', async () => {
    const [stays, goes] = [await register('扩建：接污水管'), await register('扩建：申请绿地')];
    const id = await openPackage('扩建又两件事', [stays, goes]);
    await throughToAnswer(stays);
    await send(as.contact, { id: stays, verb: 'give-verdict' }, { grade: 'satisfied', solved: 'solved' });
    const { version } = await standingOf(id);
    const taken = { demandId: goes, reason: '与扩建无关' };
    expect(await as.handlerOne.post(`/api/packages/${id}/take-out-demand`, taken, { version })).toMatchObject(
      {
        status: 403,
      },
    );
    expect((await as.headOne.post(`/api/packages/${id}/take-out-demand`, taken, { version })).status).toBe(
      200,
    );
    await work();
    await work();
    expect(await standingOf(id)).toMatchObject({ status: 'closed', parts: 1, closedBecause: null });
    const { demand, item, story } = await detailOf(as.desk, goes);
    expect(demand).not.toHaveProperty('packageId');
    expect(story.at(-1)?.type).toBe('DemandUnpackaged');
    expect(item.status).toBe('registered');
    const other = await openPackage('绿地一件事', [goes]);
    expect((await detailOf(as.desk, goes)).demand).toMatchObject({ packageId: other });
  });

  it('is closed by hand with a reason, and its open demand goes on by itself', async () => {
    const [part, settled] = [await register('扩建：办理产权'), await register('扩建：产权查询')];
    const id = await openPackage('产权两件事', [part, settled]);
    await throughToAnswer(settled);
    await send(as.contact, { id: settled, verb: 'give-verdict' }, { grade: 'satisfied', solved: 'solved' });
    const { version } = await standingOf(id);
    expect(await as.desk.post(`/api/packages/${id}/close`, { reason: '' }, { version })).toMatchObject({
      status: 400,
    });
    const reason = '企业要求单独办理';
    expect((await as.desk.post(`/api/packages/${id}/close`, { reason }, { version })).status).toBe(200);
    expect(await standingOf(id)).toMatchObject({
      status: 'closed',
      closedBecause: reason,
      actions: [],
      parts: 1,
      closedParts: 1,
    });
    const { demand, story } = await detailOf(as.desk, part);
    expect(demand).not.toHaveProperty('packageId');
    expect(story.at(-1)).toMatchObject({ type: 'DemandUnpackaged', data: { packageId: id, reason } });
    const outside = await as.contact.get(`/api/portal/demands/${part}`);
    expect(JSON.stringify(outside.body)).not.toContain(reason);
    expect((await detailOf(as.desk, settled)).demand).toMatchObject({ packageId: id });
    await work();
    await throughToAnswer(part);
    await send(as.contact, { id: part, verb: 'give-verdict' }, { grade: 'satisfied', solved: 'solved' });
    expect((await standingOf(id)).status).toBe('closed');
  });
});

describe('what is refused of a demand', () => {
  it('is said at the field, however deep it stands in the request', async () => {
    const raised = registering('题'.repeat(150));
    expect(await as.officer.post('/api/demands', raised)).toMatchObject({
      status: 409,
      body: { errors: [{ pointer: '/body/particulars/title', code: 'demand.text-too-long' }] },
    });
    const unknown = { ...raised, particulars: { ...registering().particulars, category: 'weather' } };
    expect(await as.officer.post('/api/demands', unknown)).toMatchObject({
      body: { errors: [{ pointer: '/body/particulars/category', code: 'demand.category-unknown' }] },
    });
    const id = await register('改标题');
    const changes = { title: '题'.repeat(150) };
    expect(await as.desk.post(`/api/demands/${id}/edit`, { changes }, { version: 1 })).toMatchObject({
      body: { errors: [{ pointer: '/body/changes/title' }] },
    });
  });
});

describe('lists of demands', () => {
  it('pages through all without a gap or a double', async () => {
    const seen: string[] = [];
    let cursor = '';
    do {
      const page = await as.desk.get<{ items: { id: string }[]; next: string | null }>(
        `/api/demands?show=all&limit=3&sort=raisedAt&order=desc${cursor}`,
      );
      seen.push(...page.body.items.map((item) => item.id));
      cursor = page.body.next === null ? '' : `&cursor=${page.body.next}`;
    } while (cursor !== '');
    const [{ total } = { total: 0 }] = await read(house.pool, { tenantId: house.tenantId }, (db) =>
      db.query<{ total: number }>('select count(*) as total from demand'),
    );
    expect(seen.length).toBe(total);
    expect(new Set(seen).size).toBe(total);
  });

  it('finds two characters of a title', async () => {
    const found = await as.desk.get<{ items: { title: string }[] }>(
      `/api/demands?show=all&q=${encodeURIComponent('供气')}`,
    );
    expect(found.body.items.map((item) => item.title)).toEqual(['接通供气']);
  });

  it('puts what is owed on the desk of whoever owes it', async () => {
    const { id } = (await as.guide.post('/api/demands', registering('停车位不足'))).body;
    await work();
    const { body } = await as.guide.get<{ mine: { kind: string; demand: { id: string } }[] }>('/api/desk');
    expect(body.mine.filter((entry) => entry.demand.id === id).map((entry) => entry.kind)).toContain('route');
    const other = await as.handlerTwo.get<{ mine: { demand: { id: string } }[] }>('/api/desk');
    expect(other.body.mine.map((entry) => entry.demand.id)).not.toContain(id);
  });

  it('is nothing for a stranger', async () => {
    for (const url of ['/api/demands', '/api/desk', '/api/packages', '/api/portal/demands'])
      expect((await house.stranger.get(url)).status).toBe(401);
  });
});

const signedIn = (who: 'desk' | 'officer') =>
  signedInAs(house.app, { deps: house.deps, tenantId: house.tenantId, personId: people[who] });

describe('a demand nobody acts on', () => {
  it('climbs the ladder when nobody acts, once', async () => {
    const id = await register('燃气未通');
    clock.advance(60 * 24 * 30);
    const [desk, officer] = [await signedIn('desk'), await signedIn('officer')];
    await work();
    await work();
    const types = (await detailOf(desk, id)).story.map((event) => event.type);
    expect(types.filter((type) => type === 'LadderStepReached').length).toBeGreaterThan(2);
    const told = (await noticesOf(officer)).filter(
      (notice) => notice.streamId === id && notice.kind.startsWith('ladder'),
    );
    expect(told.length).toBeGreaterThan(0);
    const steps = (await detailOf(desk, id)).story.filter((event) => event.type === 'LadderStepReached');
    const distinct = new Set(steps.map(({ data }) => `${data['step']} ${data['promise']} ${data['dueAt']}`));
    expect(distinct.size).toBe(steps.length);
  });
});

describe('everything that was derived from the log', () => {
  it('is found true by verify, and false when a card, a name, a period or a figure is touched', async () => {
    const client = createClient(house.database.ownerConfig);
    await client.connect();
    onTestFinished(() => client.end());
    const verification = {
      refolds: house.registry,
      recounts: DEMAND_RECOUNTS,
      publicKeys: new Map(),
      root: undefined,
    };
    const differences = async () =>
      (await verifyDatabase(client, verification)).tenants.flatMap(({ findings }) =>
        findings.map(({ message }) => message),
      );
    expect(await differences()).toEqual([]);
    const retitled = (by: string) =>
      client.query(`update demand set card = replace(card, '"title":"', '"title":"' || $1)`, [by]);
    // Cards are sent as single bytes: one that is not ASCII does not get in.
    await expect(retitled('另一个')).rejects.toThrow('demand_card_is_ascii');
    await retitled('another');
    expect((await differences()).join()).toContain('in column card');
    await client.query(
      "update demand_period set category = 'water' where category = 'power' and to_at = 'infinity'",
    );
    await client.query(
      'update figure_delta set n = n + 1 where delta_id = (select min(delta_id) from figure_delta)',
    );
    await client.query(`update demand set state = jsonb_set(state, '{rejections}', '7')`);
    await client.query("update demand set enterprise_name = '别的公司'");
    const found = (await differences()).join('\n');
    expect(found).toContain('periods of demand');
    expect(found).toContain('the log says -1 more');
    expect(found).toContain('rejections');
    expect(found).toContain('another name than its enterprise');
  });
});

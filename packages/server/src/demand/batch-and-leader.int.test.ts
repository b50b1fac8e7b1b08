import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { testHouse } from '../testing/test-house.ts';
import { drainOutbox } from '../workers/outbox.ts';

const house = await testHouse();
const { as, units, people, territories, enterpriseId, clock } = house;
type Who = keyof typeof as;

const workers = {
  pool: house.pool,
  newId: house.deps.newId,
  registry: house.registry,
  onRefused: () => undefined,
};
const work = async (): Promise<void> => {
  await drainOutbox(workers, clock.now);
  await drainOutbox(workers, clock.now);
};

type Item = { id: string; version: number; status: string; leadUnit: { id: string } | null };
type Detail = {
  item: Item;
  demand: { seenBy: string[]; instructions: { instructionId: string; carriedOutAt?: string }[] };
  story: { type: string; data: Record<string, unknown> }[];
  actions: string[];
};
const detailOf = async (id: string, who: Who = 'desk') =>
  (await as[who].get<Detail>(`/api/demands/${id}`)).body;
const typesOf = async (id: string) => (await detailOf(id)).story.map(({ type }) => type);

const register = async (title: string, urgency = 'general'): Promise<string> => {
  const { status, body } = await as.officer.post('/api/demands', {
    channel: 'visit',
    enterpriseId,
    particulars: { title, text: `${title}，请尽快处理。`, category: 'roads', territoryId: territories.park },
    urgency,
  });
  expect([status, body]).toEqual([201, expect.anything()]);
  return body.id;
};

const act = async (who: Who, path: string, body: object = {}): Promise<void> => {
  const { version } = (await detailOf(path.split('/')[0] ?? '')).item;
  const { status, body: said } = await as[who].post(`/api/demands/${path}`, body, { version });
  expect([path, status, said]).toEqual([path, 200, said]);
};

const handled = async (title: string): Promise<string> => {
  const id = await register(title);
  await act('desk', `${id}/route`, { lead: { unitId: units.one } });
  await act('headOne', `${id}/accept`, { personId: people.handlerOne });
  return id;
};

const noticesOf = async (who: Who, kind: string): Promise<readonly string[]> =>
  (
    await as[who].get<{ notices: { kind: string; streamId: string }[] }>('/api/notices?limit=100')
  ).body.notices
    .filter((notice) => notice.kind === kind)
    .map(({ streamId }) => streamId);

/** As the page does it: one command for each row that was chosen, at the version the list showed, one after the other. */
const batch = async (
  who: Who,
  items: readonly Item[],
  {
    verb,
    body,
    keys = items.map(() => randomUUID()),
  }: { verb: string; body: object; keys?: readonly string[] },
) => {
  const answers = new Map<string, [number, string | undefined]>();
  for (const [index, { id, version }] of items.entries()) {
    const sent = { version, key: keys[index] ?? '' };
    const answer = await as[who].post(`/api/demands/${id}/${verb}`, body, sent);
    answers.set(id, [answer.status, answer.body.code]);
  }
  await work();
  return answers;
};

const listed = async (who: Who, query: string, ids: readonly string[]): Promise<readonly Item[]> => {
  const { body } = await as[who].get<{ items: Item[] }>(`/api/demands?limit=100&${query}`);
  const items = body.items.filter(({ id }) => ids.includes(id));
  expect(items.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
  return items;
};

describe('routing many demands at once', () => {
  it('routes each that may be routed, and refuses the others one by one with their reasons', async () => {
    const plain = [await register('路面破损'), await register('护栏松动'), await register('标线不清')];
    const declined = await register('隔音墙');
    await act('desk', `${declined}/route`, { lead: { unitId: units.one } });
    await act('headOne', `${declined}/decline`, { reason: '不属本科室' });
    const changed = await register('排水沟堵塞');
    const ids = [plain[0] ?? '', declined, changed, ...plain.slice(1)];
    const items = await listed('desk', 'status=registered', ids);
    await act('officer', `${changed}/edit`, { changes: { title: '排水沟堵塞，厂门积水' } });
    const chosen = ids.map((id) => items.find((item) => item.id === id) as Item);
    const keys = chosen.map(() => randomUUID());
    const body = { lead: { unitId: units.one }, coHandlers: [] };

    const answers = await batch('desk', chosen, { verb: 'route', body, keys });
    expect([...answers.values()]).toEqual([
      [200, undefined],
      [409, 'demand.unit-declined-before'],
      [412, 'request.stale'],
      [200, undefined],
      [200, undefined],
    ]);
    expect(await noticesOf('headOne', 'demandRouted')).toEqual(expect.arrayContaining(plain));
    for (const { leadUnit, status } of await listed('headOne', 'status=assigned', plain))
      expect([leadUnit?.id, status]).toEqual([units.one, 'assigned']);
    for (const id of [declined, changed]) expect((await detailOf(id)).item.status).toBe('registered');

    // Sent again after a break of the connection, with the same keys: nothing happens twice.
    const again = await batch(
      'desk',
      chosen.filter(({ id }) => plain.includes(id)),
      {
        verb: 'route',
        body,
        keys: keys.filter((_, index) => plain.includes(chosen[index]?.id ?? '')),
      },
    );
    expect([...again.values()]).toEqual(plain.map(() => [200, undefined]));
    for (const id of plain)
      expect((await typesOf(id)).filter((type) => type === 'DemandRouted')).toHaveLength(1);
  });

  it('is for the desk and the first contact, not for a unit', async () => {
    const id = await register('路名牌缺失');
    const items = await listed('desk', 'status=registered', [id]);
    const body = { lead: { unitId: units.two }, coHandlers: [] };
    const answers = await batch('headTwo', items, { verb: 'route', body });
    expect(answers.get(id)?.[0]).toBe(404);
    expect((await detailOf(id)).item.status).toBe('registered');
  });
});

describe('reminding of many demands at once', () => {
  it('reminds the unit of each that is open, and says which is not', async () => {
    const open = [await handled('围墙倾斜'), await handled('井盖缺失')];
    const answered = await handled('树枝遮挡');
    const items = await listed('desk', 'status=handling', [...open, answered]);
    await act('handlerOne', `${answered}/submit-answer`, {
      answer: { conclusion: 'solved', text: '已修剪。' },
    });
    const { version } = (await detailOf(answered)).item;
    const chosen = items.map((item) => (item.id === answered ? { ...item, version } : item));

    const answers = await batch('desk', chosen, { verb: 'remind', body: { text: '请抓紧办理' } });
    expect(open.map((id) => answers.get(id))).toEqual(open.map(() => [200, undefined]));
    expect(answers.get(answered)).toEqual([409, 'demand.wrong-status']);
    const reminded = await noticesOf('handlerOne', 'reminderSent');
    expect(reminded.toSorted()).toEqual(open.toSorted());
    for (const id of open) {
      const sent = (await detailOf(id)).story.filter(({ type }) => type === 'ReminderSent');
      expect(sent.map(({ data }) => data['text'])).toEqual(['请抓紧办理']);
    }
    expect(JSON.stringify((await as.contact.get(`/api/portal/demands/${open[0]}`)).body)).not.toContain(
      '请抓紧办理',
    );
  });

  it('is for the desk alone', async () => {
    const id = await handled('路肩塌陷');
    const items = await listed('desk', 'status=handling', [id]);
    for (const who of ['handlerOne', 'leader', 'officer'] as const) {
      const answers = await batch(who, items, { verb: 'remind', body: { text: '快办' } });
      expect([who, answers.get(id)]).toEqual([who, [403, 'access.forbidden']]);
    }
    expect(await typesOf(id)).not.toContain('ReminderSent');
  });
});

describe("the leader's acts on what presses", () => {
  const due = '2022-06-08';

  it('marks it as seen, once, and then it is seen by the leader alone', async () => {
    const id = await register('危房裂缝', 'urgent');
    const pressing = await listed('leader', 'urgency=urgent', [id]);
    expect((await detailOf(id, 'leader')).actions).toEqual(
      expect.arrayContaining(['GiveInstruction', 'MarkSeen']),
    );
    const seen = await batch('leader', pressing, { verb: 'mark-seen', body: {} });
    expect(seen.get(id)).toEqual([200, undefined]);
    const { demand, item, actions } = await detailOf(id, 'leader');
    expect(demand.seenBy).toEqual([people.leader]);
    expect(actions).not.toContain('MarkSeen');
    const again = await batch('leader', [item], { verb: 'mark-seen', body: {} });
    expect(again.get(id)).toEqual([409, 'demand.seen-before']);
    expect((await batch('headOne', [item], { verb: 'mark-seen', body: {} })).get(id)?.[0]).toBe(404);
  });

  it('instructs the unit that handles it, which carries it out', async () => {
    const id = await handled('消防通道占用');
    const to = { unitId: units.one, personId: people.handlerOne };
    const text = '本周内清理到位，报结果。';
    await act('leader', `${id}/give-instruction`, { leaderId: people.leader, to, text, due });
    await work();
    expect(await noticesOf('handlerOne', 'instructionGiven')).toEqual([id]);
    const { story, demand } = await detailOf(id, 'handlerOne');
    expect(story.at(-1)).toMatchObject({
      type: 'InstructionGiven',
      data: { leaderId: people.leader, text, to },
    });
    const mine = (await as.handlerOne.get<{ mine: { kind: string; demand: { id: string } }[] }>('/api/desk'))
      .body.mine;
    const owed = mine.filter((entry) => entry.demand.id === id).map(({ kind }) => kind);
    expect(owed).toContain('instruction');
    const instructionId = demand.instructions[0]?.instructionId;
    await act('handlerOne', `${id}/carry-out-instruction`, { instructionId, note: '已清理' });
    expect((await detailOf(id)).demand.instructions[0]?.carriedOutAt).toBe(clock.now);
  });

  it('passes it on to another unit, which reads and carries out what it could not see before', async () => {
    const id = await handled('高压线下堆料');
    expect((await as.headTwo.get(`/api/demands/${id}`)).status).toBe(404);
    const passed = { leaderId: people.leader, to: { unitId: units.two }, text: '请规建局一并处理。', due };
    await act('leader', `${id}/give-instruction`, passed);
    await work();
    expect(await noticesOf('headTwo', 'instructionGiven')).toContain(id);
    const { demand, item } = await detailOf(id, 'headTwo');
    expect(item.leadUnit?.id).toBe(units.one);
    const instructionId = demand.instructions[0]?.instructionId;
    await act('headTwo', `${id}/carry-out-instruction`, { instructionId, note: '已处理' });
    expect(await typesOf(id)).toContain('InstructionCarriedOut');
  });

  it('is neither for a handler nor for the asker, and the asker is told nothing of it', async () => {
    const id = await handled('垃圾堆放');
    const text = '查清责任。';
    const body = { leaderId: people.leader, to: { unitId: units.one }, text, due };
    const { item } = await detailOf(id);
    const answers = await Promise.all(
      (['handlerOne', 'inspector', 'contact'] as const).map((who) =>
        as[who].post(`/api/demands/${id}/give-instruction`, body, { version: item.version }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403]);
    await act('leader', `${id}/give-instruction`, body);
    await work();
    expect(JSON.stringify((await as.contact.get(`/api/portal/demands/${id}`)).body)).not.toContain(text);
    expect(await noticesOf('contact', 'instructionGiven')).toEqual([]);
  });
});

import { randomUUID } from 'node:crypto';
import type { PersonId } from '@xiaoer/domain/kernel/ids';
import { dateOf } from '@xiaoer/domain/time/instant';
import { beforeAll, expect, it } from 'vitest';
import { signedInAs } from '../testing/signed-in-as.ts';
import { testHouse } from '../testing/test-house.ts';

const house = await testHouse();
const { clock, enterpriseId, people, territories, units } = house;
const DAY = 1_440;

const signedIn = (personId: string) =>
  signedInAs(house.app, { deps: house.deps, tenantId: house.tenantId, personId: personId as PersonId });

type Who = keyof typeof people;

const raise = async (title: string): Promise<string> => {
  const particulars = { title, text: title, category: 'power', territoryId: territories.park };
  const officer = await signedIn(people.officer);
  return (await officer.post('/api/demands', { channel: 'visit', enterpriseId, particulars })).body.id;
};

const act = async (id: string, acts: readonly (readonly [Who, string, object])[]): Promise<void> => {
  for (const [who, verb, body] of acts) {
    const caller = await signedIn(people[who]);
    const { version } = (await caller.get<{ item: { version: number } }>(`/api/demands/${id}`)).body.item;
    const done = await caller.post(`/api/demands/${id}/${verb}`, body, { version });
    expect([verb, done.status, done.body]).toEqual([verb, 200, expect.anything()]);
  }
};

const answer = (id: string) =>
  act(id, [
    ['desk', 'decide-remit', { remit: 'own', reason: '属于本区职责' }],
    ['desk', 'route', { lead: { unitId: units.one } }],
    ['headOne', 'accept', { personId: people.handlerOne }],
    ['handlerOne', 'submit-answer', { answer: { conclusion: 'solved', text: '已修好' } }],
  ]);
const openCall = (id: string) => act(id, [['desk', 'open-call-back', {}]]);

type Listed = {
  readonly items: readonly { readonly title: string; readonly callBackDueAt?: string }[];
  readonly next: string | null;
};
const listed = async (query: string): Promise<Listed> =>
  (await (await signedIn(people.inspector)).get<Listed>(`/api/demands?${query}`)).body;
const titles = ({ items }: Listed) => items.map(({ title }) => title);

let waitsLonger = '';

/** What was raised last, and is to be settled last, is called about first. */
beforeAll(async () => {
  const early = await raise('先登记后回访');
  await answer(early);
  clock.advance(DAY);
  const late = await raise('后登记先回访');
  await answer(late);
  await openCall(late);
  await raise('不用回访');
  // Past the holiday: until then both calls are due on the same day.
  clock.advance(5 * DAY);
  await openCall(early);
  waitsLonger = early;
});

it('lists calls by when they are due, says when, and goes on where a page ended', async () => {
  const all = await listed('status=callingBack&sort=callBackDueAt&count=true');
  expect(titles(all)).toEqual(['后登记先回访', '先登记后回访']);
  const due = all.items.map(({ callBackDueAt = '' }) => callBackDueAt);
  expect(String(due[0]) < String(due[1])).toBe(true);
  expect(due[0]).toMatch(/^2022-06-/);
  const { body } = await (
    await signedIn(people.inspector)
  ).get<{ demand: { callBackDueAt: string } }>(`/api/demands/${waitsLonger}`);
  expect(due[1]).toBe(body.demand.callBackDueAt);
  const turned = await listed('status=callingBack&sort=callBackDueAt&order=desc&limit=1');
  expect(titles(turned)).toEqual(['先登记后回访']);
  const rest = await listed(`status=callingBack&sort=callBackDueAt&order=desc&limit=1&cursor=${turned.next}`);
  expect([titles(rest), rest.next]).toEqual([['后登记先回访'], null]);
});

it('says when a call is due in every other order and in a search, and nothing of it where none is owed', async () => {
  expect(titles(await listed('status=callingBack'))).toEqual(['先登记后回访', '后登记先回访']);
  for (const query of ['status=callingBack&sort=raisedAt', 'status=callingBack&q=回访'])
    expect((await listed(query)).items.map((item) => 'callBackDueAt' in item)).toEqual([true, true]);
  expect(titles(await listed('sort=callBackDueAt'))).toEqual(['后登记先回访', '先登记后回访']);
  const open = (await listed('show=open')).items;
  expect([open.length, open.some((item) => 'callBackDueAt' in item)]).toEqual([3, false]);
});

type Desk = {
  readonly counts: { readonly unit: number };
  readonly ofMyUnits: readonly { readonly kind: string; readonly demand: { readonly title: string } }[];
};
const deskOf = async (personId: string): Promise<Desk> =>
  (await (await signedIn(personId)).get<Desk>('/api/desk')).body;
const told = ({ counts, ofMyUnits }: Desk) => [
  counts.unit,
  ofMyUnits.map(({ kind, demand }) => `${kind} ${demand.title}`),
];

it('shows an inspector the calls that wait, the earliest first, and nothing else that the desk owes', async () => {
  const asked = await raise('问延期');
  await act(asked, [
    ['desk', 'decide-remit', { remit: 'own', reason: '属于本区职责' }],
    ['desk', 'route', { lead: { unitId: units.one } }],
    ['headOne', 'accept', { personId: people.handlerOne }],
    ['handlerOne', 'ask-extension', { workdays: 1, reason: '等备件' }],
  ]);
  expect(told(await deskOf(people.desk))).toEqual([
    3,
    ['callBack 后登记先回访', 'callBack 先登记后回访', 'extension 问延期'],
  ]);
  expect(told(await deskOf(people.inspector))).toEqual([
    2,
    ['callBack 后登记先回访', 'callBack 先登记后回访'],
  ]);
});

it('shows an inspector of another part of the zone no call there is not theirs to make', async () => {
  const territoryId = randomUUID();
  const north = { name: '北区', kind: 'park', parentId: territories.zone };
  await house.run('territory', territoryId, { type: 'RegisterTerritory', territoryId, ...north });
  const personId = randomUUID() as PersonId;
  await house.run('person', personId, { type: 'RegisterPerson', personId, personal: { name: '北区督查岗' } });
  const grant = { role: 'inspector', unitId: units.two, territoryId, from: dateOf(clock.now) };
  await house.run('person', personId, { type: 'GrantRole', grantId: randomUUID(), ...grant });
  expect(told(await deskOf(personId))).toEqual([0, []]);
});

const left = async (id: string): Promise<number | null> => {
  const caller = await signedIn(people.inspector);
  return (await caller.get<{ attemptsLeft: number | null }>(`/api/demands/${id}`)).body.attemptsLeft;
};

it('says how many more calls that nobody answers close it', async () => {
  expect(await left(waitsLonger)).toBe(3);
  for (const expected of [2, 1]) {
    await act(waitsLonger, [['inspector', 'record-call-back', { result: 'unreachable' }]]);
    clock.advance(5 * DAY);
    expect(await left(waitsLonger)).toBe(expected);
  }
  await act(waitsLonger, [['inspector', 'record-call-back', { result: 'unreachable' }]]);
  expect(await left(waitsLonger)).toBeNull();
});

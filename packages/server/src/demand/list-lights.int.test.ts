import { expect, it } from 'vitest';
import { signedInAs } from '../testing/signed-in-as.ts';
import { testHouse } from '../testing/test-house.ts';

const house = await testHouse();
const { clock, enterpriseId, people, territories, units } = house;

const signedIn = (who: keyof typeof people) =>
  signedInAs(house.app, { deps: house.deps, tenantId: house.tenantId, personId: people[who] });

const raise = async (title: string): Promise<string> => {
  const particulars = { title, text: title, category: 'power', territoryId: territories.park };
  const officer = await signedIn('officer');
  return (await officer.post('/api/demands', { channel: 'visit', enterpriseId, particulars })).body.id;
};

type Act = readonly [keyof typeof people, string, object];

const PAUSE: Act = [
  'handlerOne',
  'pause',
  { reason: 'awaitingEnterprise', note: '等企业补充材料', proof: [] },
];
const ANSWER: Act = ['handlerOne', 'submit-answer', { answer: { conclusion: 'solved', text: '已修好' } }];

const handle = async (id: string, ...acts: readonly Act[]): Promise<void> => {
  const steps: readonly Act[] = [
    ['desk', 'decide-remit', { remit: 'own', reason: '属于本区职责' }],
    ['desk', 'route', { lead: { unitId: units.one } }],
    ['headOne', 'accept', { personId: people.handlerOne }],
    ...acts,
  ];
  let version = 1;
  for (const [who, verb, body] of steps) {
    const done = await (await signedIn(who)).post(`/api/demands/${id}/${verb}`, body, { version });
    expect([verb, done.status, done.body]).toEqual([verb, 200, expect.anything()]);
    version = done.body.version;
  }
};

/** Titles under each light. */
const lit = async (): Promise<Readonly<Record<string, readonly string[]>>> => {
  const desk = await signedIn('desk');
  const found: Record<string, readonly string[]> = {};
  for (const light of ['green', 'yellow', 'red', 'grey']) {
    const { status, body } = await desk.get<{ items: readonly { title: string }[] }>(
      `/api/demands?show=open&light=${light}`,
    );
    expect([light, status]).toEqual([light, 200]);
    found[light] = body.items.map(({ title }) => title).sort();
  }
  return found;
};

it('lists each demand under the light it shows at the moment, a paused one under grey, an answered one under none', async () => {
  await raise('路灯不亮');
  await handle(await raise('缺少材料'), PAUSE);
  await handle(await raise('已经答复'), ANSWER);
  expect(await lit()).toEqual({ green: ['路灯不亮'], yellow: [], red: [], grey: ['缺少材料'] });
  // From 1 June to the day before it is due.
  clock.advance(15 * 1_440);
  expect(await lit()).toEqual({ green: [], yellow: ['路灯不亮'], red: [], grey: ['缺少材料'] });
  clock.advance(5 * 1_440);
  expect(await lit()).toEqual({ green: [], yellow: [], red: ['路灯不亮'], grey: ['缺少材料'] });
});

import { expect, it } from 'vitest';
import { signedInAs } from '../testing/signed-in-as.ts';
import { testHouse } from '../testing/test-house.ts';
import { drainOutbox } from '../workers/outbox.ts';

const house = await testHouse();
const { as, clock, enterpriseId, people, territories } = house;

type Timed = { readonly dueAt: string; readonly yellowAt: string; readonly workingDaysLeft: number | null };
type Item = Timed & { readonly id: string };
type Work = Timed & { readonly kind: string; readonly demand: Item };
type Detail = {
  readonly item: Item;
  readonly demand: { readonly clocks: Readonly<Record<string, Timed>> };
  readonly workingDaysLeft: Readonly<Record<string, number | null>>;
};

const particulars = {
  title: '厂门前道路破损',
  text: '厂门前道路破损，请尽快处理。',
  category: 'power',
  territoryId: territories.park,
};
const registered = await as.officer.post('/api/demands', { channel: 'visit', enterpriseId, particulars });
const { id } = registered.body;
const workers = { pool: house.pool, newId: house.deps.newId, registry: house.registry, onRefused: () => {} };
await drainOutbox(workers, clock.now);

const seen = async () => {
  const officer = await signedInAs(house.app, {
    deps: house.deps,
    tenantId: house.tenantId,
    personId: people.officer,
  });
  const [list, desk, detail] = await Promise.all([
    officer.get<{ items: readonly Item[] }>('/api/demands'),
    officer.get<{ mine: readonly Work[] }>('/api/desk'),
    officer.get<Detail>(`/api/demands/${id}`),
  ]);
  const work = (kind: string) => desk.body.mine.find((each) => each.kind === kind && each.demand.id === id);
  return { row: list.body.items.find((item) => item.id === id), work, ...detail.body };
};

it('counts working days on the zone’s calendar, the same in the list, on the desk and on the page', async () => {
  // Wednesday 1 June 2022; Friday 3 June is a holiday.
  const { row, work, item, workingDaysLeft } = await seen();
  expect(row?.dueAt.slice(0, 10)).toBe('2022-06-17');
  const left = [row, item, work('settle')].map((each) => each?.workingDaysLeft);
  expect([...left, workingDaysLeft['settle']]).toEqual([10, 10, 10, 10]);
});

it('gives each promise on the desk the yellow of its own clock, and other work none', async () => {
  const { demand, work, workingDaysLeft } = await seen();
  for (const promise of ['contact', 'plan', 'settle']) {
    const entry = work(promise);
    const running = demand.clocks[promise];
    expect([entry?.dueAt, entry?.yellowAt]).toEqual([running?.dueAt, running?.yellowAt]);
    expect(entry?.workingDaysLeft).toBe(workingDaysLeft[promise]);
  }
  expect(work('route')).toMatchObject({ yellowAt: null, workingDaysLeft: null });
});

const afterDays = async (days: number) => {
  clock.advance(days * 1_440);
  return (await seen()).row?.workingDaysLeft;
};

it('takes nothing away for days off, and says how many working days it is late', async () => {
  expect(await afterDays(1)).toBe(9);
  expect(await afterDays(3)).toBe(9);
  expect(await afterDays(11)).toBe(0);
  expect(await afterDays(4)).toBe(-2);
});

import { randomUUID } from 'node:crypto';
import { DESK_COUNTED, DESK_SHOWN } from '@xiaoer/contract/demand-views';
import type { PersonId } from '@xiaoer/domain/kernel/ids';
import { addMinutes, dateOf } from '@xiaoer/domain/time/instant';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { createClient } from '../db/connect.ts';
import { signedInAs } from '../testing/signed-in-as.ts';
import { testHouse } from '../testing/test-house.ts';

const house = await testHouse();
const { as, clock, database, enterpriseId, people, tenantId, territories, units } = house;
const superuser = createClient(database.superuserConfig);
await superuser.connect();
afterAll(() => superuser.end());

type Work = { readonly workKey: string; readonly dueAt: string | null };
type Desk = {
  readonly counts: Readonly<Record<'overdue' | 'today' | 'later' | 'unit', number>>;
  readonly mine: readonly Work[];
  readonly ofMyUnits: readonly Work[];
};

const particulars = { title: '停电', text: '停电', category: 'power', territoryId: territories.park };
const sent = { channel: 'visit', enterpriseId, particulars };
const { body: raised } = await as.officer.post('/api/demands', sent);

beforeEach(async () => {
  await superuser.query('delete from demand_work');
});

type Owed = {
  readonly unit?: string;
  readonly person?: string;
  readonly owedBy?: 'desk' | 'enterprise' | 'holder';
  /** Minutes from now; each piece of work a minute after the one before. Left out: no due time. */
  readonly in?: number;
  /** Of another demand than the one that is there. */
  readonly of?: string;
};

/** So many pieces of work on one demand. */
const owe = (key: string, n: number, owed: Owed) =>
  superuser.query(
    `insert into demand_work (tenant_id, demand_id, work_key, kind, owed_by, unit_id, person_id, enterprise_id, due_at)
     select $1, $2, $3 || lpad(n::text, 4, '0'), 'task', $4, $5, $6, $7, $8::timestamptz + n * interval '1 minute'
     from generate_series(0, $9::int - 1) n`,
    [
      tenantId,
      owed.of ?? raised.id,
      key,
      owed.owedBy ?? 'holder',
      owed.unit ?? null,
      owed.person ?? null,
      enterpriseId,
      owed.in === undefined ? null : addMinutes(clock.now, owed.in),
      n,
    ],
  );

const deskOf = async (who: keyof typeof as): Promise<Desk> => (await as[who].get<Desk>('/api/desk')).body;
const keys = (work: readonly Work[]) => work.map(({ workKey }) => workKey);
const DAY = 1_440;

it('counts what is overdue, due today and later, and shows the earliest first, what has no time last', async () => {
  await owe('late', 2, { person: people.handlerOne, in: -DAY });
  await owe('soon', 3, { person: people.handlerOne, in: 60 });
  await owe('then', 1, { person: people.handlerOne, in: 2 * DAY });
  await owe('open', 1, { person: people.handlerOne });
  await owe('other', 5, { person: people.handlerTwo, in: 0 });
  const { counts, mine } = await deskOf('handlerOne');
  expect(counts).toEqual({ overdue: 2, today: 3, later: 2, unit: 0 });
  expect(keys(mine)).toEqual([
    'late0000',
    'late0001',
    'soon0000',
    'soon0001',
    'soon0002',
    'then0000',
    'open0000',
  ]);
});

it('shows what a unit owes that nobody has taken, and nothing of the enterprise’s or another unit’s', async () => {
  await owe('unit', 2, { unit: units.one, in: 60 });
  await owe('taken', 1, { unit: units.one, person: people.handlerOne, in: 0 });
  await owe('asker', 1, { unit: units.one, owedBy: 'enterprise', in: 0 });
  await owe('other', 1, { unit: units.two, in: 0 });
  const { counts, ofMyUnits } = await deskOf('headOne');
  expect(keys(ofMyUnits)).toEqual(['unit0000', 'unit0001']);
  expect(counts.unit).toBe(2);
});

it('shows at the desk what the desk owes among what its unit owes, each once', async () => {
  await owe('unit', 1, { unit: units.office, in: 10 });
  await owe('desk', 2, { owedBy: 'desk', in: 9 });
  await owe('both', 1, { owedBy: 'desk', unit: units.office, in: 20 });
  const { counts, ofMyUnits } = await deskOf('desk');
  expect(keys(ofMyUnits)).toEqual(['desk0000', 'desk0001', 'unit0000', 'both0000']);
  expect(counts.unit).toBe(4);
});

it('shows the earliest, and counts up to a bound', async () => {
  await owe('late', DESK_COUNTED + 5, { person: people.desk, in: -2 * DAY });
  await owe('then', DESK_COUNTED - 1, { person: people.desk, in: 2 * DAY });
  await owe('open', 5, { person: people.desk });
  await owe('desk', DESK_COUNTED + 5, { owedBy: 'desk', in: 9 });
  const { counts, mine, ofMyUnits } = await deskOf('desk');
  expect(counts).toEqual({ overdue: DESK_COUNTED, today: 0, later: DESK_COUNTED, unit: DESK_COUNTED });
  expect([mine.length, ofMyUnits.length]).toEqual([DESK_SHOWN, DESK_SHOWN]);
  expect([mine[0]?.workKey, ofMyUnits.at(-1)?.workKey]).toEqual([
    'late0000',
    `desk${String(DESK_SHOWN - 1).padStart(4, '0')}`,
  ]);
});

it('shows and counts at a desk what lies in its own part of the zone, however much is due before it elsewhere', async () => {
  const territoryId = randomUUID();
  const north = {
    type: 'RegisterTerritory',
    territoryId,
    name: '北区',
    kind: 'park',
    parentId: territories.zone,
  };
  await house.run('territory', territoryId, north);
  const personId = randomUUID() as PersonId;
  await house.run('person', personId, { type: 'RegisterPerson', personId, personal: { name: '北区综合岗' } });
  const grant = {
    grantId: randomUUID(),
    role: 'desk',
    unitId: units.two,
    territoryId,
    from: dateOf(clock.now),
  };
  await house.run('person', personId, { type: 'GrantRole', ...grant });
  const there = await as.officer.post('/api/demands', {
    ...sent,
    particulars: { ...particulars, territoryId },
  });
  await owe('park', DESK_SHOWN + 1, { owedBy: 'desk', in: 9 });
  await owe('north', 1, { owedBy: 'desk', in: DAY, of: there.body.id });
  const caller = await signedInAs(house.app, { deps: house.deps, tenantId, personId });
  const { counts, ofMyUnits } = (await caller.get<Desk>('/api/desk')).body;
  expect(keys(ofMyUnits)).toEqual(['north0000']);
  expect(counts.unit).toBe(1);
});

it('neither shows nor counts what is kept from whoever asks', async () => {
  const secret = await as.officer.post('/api/demands', sent);
  await owe('open', 1, { unit: units.one, in: 20 });
  const hiding = { unitIds: [], personIds: [people.headOne] };
  const set = await as.desk.post(
    `/api/demands/${secret.body.id}/set-confidential`,
    { hiding, reason: '涉及本人' },
    { version: 1 },
  );
  expect(set.status).toBe(200);
  await owe('kept', 2, { unit: units.one, in: 10, of: secret.body.id });
  const { counts, ofMyUnits } = await deskOf('headOne');
  expect([keys(ofMyUnits), counts.unit]).toEqual([['open0000'], 1]);
  expect((await deskOf('handlerOne')).counts.unit).toBe(3);
});

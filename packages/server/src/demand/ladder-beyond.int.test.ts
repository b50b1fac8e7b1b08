import { expect, it } from 'vitest';
import type { PersonId } from '@xiaoer/domain/kernel/ids';
import { assertInstant } from '@xiaoer/domain/time/instant';
import { signedInAs, type Caller } from '../testing/signed-in-as.ts';
import { testHouse } from '../testing/test-house.ts';
import { reachDueMoments } from '../workers/due-moments.ts';

type Settings = { id: string; version: number };
type Detail = { story: { type: string; data: { step?: string } }[] };

const house = await testHouse();
const { app, clock, deps, enterpriseId, people, pool, registry, territories } = house;

/** Sessions end while the years pass. */
const signIn = (personId: PersonId): Promise<Caller> => signedInAs(app, { ...house, personId });

const stepsAhead = async (id: string): Promise<readonly string[]> => {
  const { rows } = await pool.query<{ step: string }>(
    'select jsonb_object_keys(moments) as step from due where stream_id = $1 order by 1',
    [id],
  );
  return rows.map(({ step }) => step.split(':').slice(0, 3).join(':'));
};

const reachAll = async (moment: string): Promise<void> => {
  clock.now = assertInstant(moment);
  await reachDueMoments({ pool, registry, newId: deps.newId, onRefused: () => undefined }, clock.now);
};

const extendCalendars = async (): Promise<void> => {
  const admin = await signIn(people.admin);
  const { id, version: first } = (await admin.get<Settings>('/api/settings')).body;
  let version = first;
  for (const calendar of ['officer', 'department']) {
    const change = { calendar, coverage: { from: '2004-01-01', to: '2027-12-31' } };
    const answer = await admin.post(`/api/settings/${id}/change-coverage`, change, { version });
    expect(answer.status).toBe(200);
    ({ version } = answer.body);
  }
};

it('climbs the ladder of a demand that falls due in the last days the calendar knows', async () => {
  clock.now = assertInstant('2026-12-16T10:00:00.000+08:00');
  const particulars = { title: '停电', text: '停电两天', category: 'power', territoryId: territories.park };
  const officer = await signIn(people.officer);
  const raised = await officer.post('/api/demands', { channel: 'visit', enterpriseId, particulars });
  const { id } = raised.body;
  expect(raised.status).toBe(201);
  const before = await stepsAhead(id);
  expect(before).toContain('ladder:settle:notice');
  expect(before).toContain('ladderBeyond');
  expect(before).not.toContain('ladder:settle:leader');

  await reachAll('2027-01-01T00:00:00.000+08:00');
  expect(await stepsAhead(id)).toContain('ladderBeyond');

  await extendCalendars();
  await reachAll('2027-01-02T00:00:00.000+08:00');
  const after = await stepsAhead(id);
  expect(after).toContain('ladder:settle:leader');
  expect(after).not.toContain('ladderBeyond');

  await reachAll('2027-02-01T00:00:00.000+08:00');
  const { story } = (await (await signIn(people.desk)).get<Detail>(`/api/demands/${id}`)).body;
  const climbed = story.filter(({ type }) => type === 'LadderStepReached').map(({ data }) => data.step);
  expect(climbed).toContain('leader');
});

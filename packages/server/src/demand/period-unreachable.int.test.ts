import { expect, it, onTestFinished } from 'vitest';
import { createClient } from '../db/connect.ts';
import { loadMigrations } from '../db/migrate.ts';
import { signedInAs } from '../testing/signed-in-as.ts';
import { testHouse } from '../testing/test-house.ts';

const house = await testHouse();
const { app, clock, deps, people, tenantId, units } = house;
const signIn = (who: keyof typeof people) => signedInAs(app, { deps, tenantId, personId: people[who] });

/** A demand that was closed because nobody could be reached, and reopened. */
const reopened = async (title: string) => {
  const { body } = await (
    await signIn('desk')
  ).post('/api/demands', {
    channel: 'counter',
    enterpriseId: house.enterpriseId,
    particulars: { title, text: title, category: 'other', territoryId: house.territories.park },
  });
  let version = 1;
  const does = async (who: keyof typeof people, verb: string, sent: object) => {
    clock.advance(1);
    const answer = await (await signIn(who)).post(`/api/demands/${body.id}/${verb}`, sent, { version });
    expect([verb, answer.status]).toEqual([verb, 200]);
    ({ version } = answer.body);
  };
  await does('desk', 'decide-remit', { remit: 'own', reason: '属于本区职责' });
  await does('desk', 'route', { lead: { unitId: units.one }, note: '' });
  await does('headOne', 'accept', { personId: people.handlerOne });
  const answer = { text: '答复', conclusion: 'conditionsLacking', reviewOn: '2022-12-01' };
  await does('headOne', 'submit-answer', { answer });
  await does('desk', 'open-call-back', {});
  for (let call = 0; call < 3; call += 1) {
    clock.advance(4 * 1_440);
    await does('inspector', 'record-call-back', { result: 'unreachable', note: '无人接听' });
  }
  await does('desk', 'reopen', { reason: '条件已具备' });
  return { id: body.id, does };
};

it('that closed unreached are found among those of a database from before, and no period of a later closing', async () => {
  const target = await reopened('一号线停电');
  const withdrawn = await reopened('二号线停电');
  const merged = await reopened('三号线停电');
  await withdrawn.does('contact', 'withdraw', { askersWords: '已自行解决', proof: [] });
  await merged.does('desk', 'merge', { into: target.id, reason: '同一事项' });

  const owner = createClient(house.database.ownerConfig);
  await owner.connect();
  onTestFinished(() => owner.end());
  const periods = async () =>
    (
      await owner.query<{ outcome: string | null; unreachable: boolean }>(
        'select demand_id, from_version, outcome, unreachable from demand_period order by demand_id, from_version',
      )
    ).rows;
  const written = await periods();
  expect(written.filter(({ unreachable }) => unreachable).map(({ outcome }) => outcome)).toEqual(
    Array.from({ length: 3 }, () => 'conditionsLacking'),
  );
  await owner.query('alter table demand_period drop column unreachable');
  for (const { name, text } of await loadMigrations())
    if (name === '0046_period_unreachable.sql') await owner.query(text);
  expect(await periods()).toEqual(written);
});

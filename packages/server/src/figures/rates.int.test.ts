import { expect, it } from 'vitest';
import { assertInstant } from '@xiaoer/domain/time/instant';
import { assertDate } from '@xiaoer/domain/time/local-date';
import { read } from '../db/transact.ts';
import { signedInAs, type Caller } from '../testing/signed-in-as.ts';
import { testHouse } from '../testing/test-house.ts';
import { computeFigures } from './compute-figures.ts';

const house = await testHouse();
const { app, clock, enterpriseId, people, pool, tenantId, territories } = house;

/** Sessions end between the days. */
const officerOn = (moment: string): Promise<Caller> => {
  clock.now = assertInstant(moment);
  return signedInAs(app, { ...house, personId: people.officer });
};

const closed = async (raisedAt: string, closedAt: string): Promise<void> => {
  const particulars = { title: '停电', text: '停电两天', category: 'power', territoryId: territories.park };
  const raising = await officerOn(raisedAt);
  const { id } = (await raising.post('/api/demands', { channel: 'visit', enterpriseId, particulars })).body;
  const closing = await officerOn(closedAt);
  const answer = await closing.post(`/api/demands/${id}/withdraw`, { askersWords: '不用了' }, { version: 1 });
  expect(answer.status).toBe(200);
};

/** How many closed demands the resolution rate is of, and how many rows stand behind it. */
const closedIn = async (from: string, asOf: string) => {
  const span = { from: assertDate(from), asOf: assertDate(asOf) };
  const figures = await read(pool, { tenantId }, (db) => computeFigures(db, span));
  const rate = figures.find(({ id }) => id === 'resolution-rate');
  return [rate?.counted.denominator, rate?.rows];
};

it('counts in a rate the demands raised in its period, and no others that were closed in it', async () => {
  await closed('2022-12-30T16:00:00.000+08:00', '2023-01-03T09:30:00.000+08:00');
  await closed('2023-01-04T09:00:00.000+08:00', '2023-01-04T10:00:00.000+08:00');
  expect(await closedIn('2022-01-01', '2022-12-31')).toEqual([0, 0]);
  expect(await closedIn('2022-01-01', '2023-01-31')).toEqual([2, 2]);
  expect(await closedIn('2023-01-01', '2023-01-31')).toEqual([1, 1]);
});

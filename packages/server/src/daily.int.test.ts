import { expect, it } from 'vitest';
import { addMinutes } from '@xiaoer/domain/time/instant';
import { doDaily } from './daily.ts';
import { createClient } from './db/connect.ts';
import { testHouse } from './testing/test-house.ts';

const house = await testHouse();
const { as, clock, database, enterpriseId, territories } = house;
const DAY = 24 * 60;

const rowsOf = async (table: string): Promise<number> => {
  const client = createClient(database.superuserConfig);
  await client.connect();
  const { rows } = await client.query<{ n: number }>(`select count(*)::integer as n from "${table}"`);
  await client.end();
  return rows[0]?.n ?? 0;
};

const daily = (days: number): Promise<void> =>
  doDaily({ ...house.deps, announce: async () => undefined }, addMinutes(clock.now, days * DAY));

it('forgets after thirty days which request a key was used for', async () => {
  const particulars = { title: '停电', text: '停电两天', category: 'power', territoryId: territories.park };
  const demand = { channel: 'visit', enterpriseId, particulars };
  const raise = () => as.officer.post('/api/demands', demand, { key: 'sent-from-the-train' });
  const first = (await raise()).body.id;
  await daily(29);
  expect((await raise()).body.id).toBe(first);
  expect(await rowsOf('idempotency')).toBe(1);
  await daily(31);
  expect(await rowsOf('idempotency')).toBe(0);
});

import { setTimeout as delay } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { transact } from '../db/transact.ts';
import { testHouse } from '../testing/test-house.ts';

const house = await testHouse();
const { as, enterpriseId, pool, tenantId, territories } = house;

const raise = (title: string) =>
  as.officer.post('/api/demands', {
    channel: 'visit',
    enterpriseId,
    particulars: { title, text: '停电', category: 'power', territoryId: territories.park },
  });

type Page = { readonly items: readonly { readonly enterprise: { readonly name: string } }[] };

const namesListed = async (): Promise<readonly string[]> =>
  (await as.desk.get<Page>('/api/demands')).body.items.map(({ enterprise }) => enterprise.name);

const rename = async (name: string): Promise<void> => {
  const path = `/api/enterprises/${enterpriseId}`;
  const { version } = (await as.desk.get<{ version: number }>(path)).body;
  expect((await as.desk.post(`${path}/rename`, { name }, { version })).status).toBe(200);
};

it('names an enterprise as it is called now', async () => {
  await raise('停电');
  await raise('又停电');
  await rename('更名后的公司');
  expect(await namesListed()).toEqual(['更名后的公司', '更名后的公司']);
});

/** Somebody renames the enterprise and does not commit before `meanwhile` has begun and waits. */
const renamedDuring = (name: string, meanwhile: () => Promise<unknown>): Promise<unknown> => {
  let begun: Promise<unknown> = Promise.resolve();
  return transact(pool, { tenantId }, async (tx) => {
    await tx.query('update enterprise set name = $1 where tenant_id = $2 and enterprise_id = $3', [
      name,
      tenantId,
      enterpriseId,
    ]);
    begun = meanwhile();
    const waits = `select 1 from pg_stat_activity where datname = current_database() and wait_event = 'advisory'`;
    while ((await pool.query(waits)).rows.length === 0) await delay(10);
    return { answer: undefined, keep: true };
  }).then(() => begun);
};

it('gives the new name to a demand that is raised while the enterprise is being renamed', async () => {
  await renamedDuring('同时更名', () => raise('第三次停电'));
  expect(await namesListed()).toEqual(['同时更名', '同时更名', '同时更名']);
});

it('gives the new name to a demand that was being raised when the enterprise was renamed', async () => {
  const renaming = transact(pool, { tenantId }, async (tx) => {
    await tx.query(
      `insert into demand select (jsonb_populate_record(d, jsonb_build_object('demand_id', gen_random_uuid(),
         'number', 'twin', 'enterprise_name', null))).* from demand d where tenant_id = $1 limit 1`,
      [tenantId],
    );
    const renamed = rename('随后更名');
    const waits = `select 1 from pg_stat_activity where datname = current_database() and wait_event = 'advisory'`;
    while ((await pool.query(waits)).rows.length === 0) await delay(10);
    return { answer: { renamed }, keep: true };
  });
  await (
    await renaming
  ).renamed;
  expect(new Set(await namesListed())).toEqual(new Set(['随后更名']));
  expect(await namesListed()).toHaveLength(4);
});

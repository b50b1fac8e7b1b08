import { setTimeout as delay } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { transact, type Tx } from '../db/transact.ts';
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

type Twin = { readonly number: string; readonly enterprise_id: string };

/** Raises a demand for each, like one that is there in everything else. */
const raiseTwins = (tx: Tx, twins: readonly Twin[]): Promise<unknown> =>
  tx.query(
    `insert into demand select r.*
     from (select to_jsonb(d) as row from demand d where tenant_id = $1 limit 1) d cross join jsonb_array_elements($2::jsonb) t
     cross join jsonb_populate_record(null::demand,
       row || t || jsonb_build_object('demand_id', gen_random_uuid(), 'enterprise_name', null)) r`,
    [tenantId, JSON.stringify(twins)],
  );

it('gives the new name to a demand that was being raised when the enterprise was renamed', async () => {
  const renaming = transact(pool, { tenantId }, async (tx) => {
    await raiseTwins(tx, [{ number: 'twin', enterprise_id: enterpriseId }]);
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

const untilSomebodyWaits = async (): Promise<void> => {
  const waits = `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  while ((await pool.query(waits)).rows.length === 0) await delay(10);
};

/** Holds a demand as a command does, and does `meanwhile` once a renaming of its enterprise waits for it. */
const heldDuringRename = async (name: string, meanwhile: (tx: Tx) => Promise<unknown>): Promise<void> => {
  const { renamed } = await transact(pool, { tenantId }, async (tx) => {
    await tx.query(
      `select 1 from demand where tenant_id = $1 and enterprise_id = $2 and number <> 'twin' for update`,
      [tenantId, enterpriseId],
    );
    const answer = { renamed: rename(name) };
    await untilSomebodyWaits();
    await meanwhile(tx);
    return { answer, keep: true };
  });
  await renamed;
};

it('renames behind a command that holds a demand of the enterprise, whatever it writes', async () => {
  await heldDuringRename('在命令之后更名', (tx) =>
    tx.query(
      `insert into demand select (jsonb_populate_record(d, '{"enterprise_name": null}')).* from demand d
       where tenant_id = $1 and enterprise_id = $2 and number <> 'twin'
       on conflict (tenant_id, demand_id) do update set title = excluded.title`,
      [tenantId, enterpriseId],
    ),
  );
  await heldDuringRename('在登记之后更名', (tx) =>
    raiseTwins(tx, [{ number: 'recurrence', enterprise_id: enterpriseId }]),
  );
  expect(new Set(await namesListed())).toEqual(new Set(['在登记之后更名']));
  expect(await namesListed()).toHaveLength(5);
});

/** Whether the renaming was undone by the deadlock of the two, and done again; else whoever held the demand was undone. */
const deadlocked = async (name: string): Promise<boolean> => {
  let renamed: Promise<unknown> | undefined;
  const held = transact(pool, { tenantId }, async (tx) => {
    const ids = await tx.query<{ id: string }>(
      'select demand_id as id from demand where tenant_id = $1 and enterprise_id = $2 order by demand_id',
      [tenantId, enterpriseId],
    );
    const hold = (row: { readonly id: string } | undefined) =>
      tx.query('select 1 from demand where tenant_id = $1 and demand_id = $2 for update', [
        tenantId,
        row?.id,
      ]);
    await hold(ids.at(-1));
    renamed = rename(name);
    await untilSomebodyWaits();
    await hold(ids[0]);
    return { answer: true, keep: true };
  });
  const outlived = await held.catch((error: unknown) => {
    expect(error).toMatchObject({ code: '40P01' });
    return false;
  });
  await renamed;
  return outlived;
};

it('renames at the second go when somebody who holds a demand waits for one that the renaming holds', async () => {
  let goes = 1;
  while (!(await deadlocked(`第${goes}次更名`))) goes += 1;
  expect(new Set(await namesListed())).toEqual(new Set([`第${goes}次更名`]));
});

it('takes few locks for demands of a thousand enterprises in one transaction', async () => {
  const locks = await transact(pool, { tenantId }, async (tx) => {
    const enterprises = await tx.query<{ enterprise_id: string }>(
      `insert into enterprise select r.* from enterprise e cross join generate_series(1, 1000) n
       cross join jsonb_populate_record(e,
         jsonb_build_object('enterprise_id', gen_random_uuid(), 'credit_code', null, 'name', e.name || n)) r
       where e.tenant_id = $1 and e.enterprise_id = $2 returning enterprise_id`,
      [tenantId, enterpriseId],
    );
    await raiseTwins(
      tx,
      enterprises.map(({ enterprise_id }, index) => ({ number: `of ${index}`, enterprise_id })),
    );
    const [row] = await tx.query<{ locks: number }>(
      'select count(*) as locks from pg_locks where pid = pg_backend_pid()',
      [],
    );
    return { answer: row?.locks, keep: false };
  });
  expect(locks).toBeGreaterThan(100);
  expect(locks).toBeLessThan(400);
});

import { describe, expect, it, onTestFinished } from 'vitest';
import { buildApp } from '../app.ts';
import { createClient } from '../db/connect.ts';
import { loadMigrations } from '../db/migrate.ts';
import { signedInAs } from '../testing/signed-in-as.ts';
import { testHouse } from '../testing/test-house.ts';

const house = await testHouse();
const { as, people, units, tenantId, enterpriseId } = house;
const opening = { enterpriseId, title: '扩建几件事', lead: { unitId: units.one, personId: people.headOne } };

/** A desk whose packages get these numbers in turn, the last of them for ever. */
const deskWith = async (...numbers: readonly string[]) => {
  let asked = 0;
  const newNumber = (): string => numbers[Math.min(asked++, numbers.length - 1)] ?? '';
  const deps = { ...house.deps, newNumber };
  const app = await buildApp(deps);
  onTestFinished(() => app.close());
  return { desk: await signedInAs(app, { deps, tenantId, personId: people.desk }), asked: () => asked };
};

const numberOf = async (id: string): Promise<string> =>
  (await as.desk.get<{ number: string }>(`/api/packages/${id}`)).body.number;

describe('the number of a package', () => {
  it('is minted again when it is taken, and whoever opens the package never learns of it', async () => {
    const { desk, asked } = await deskWith('20220601-AAAAA', '20220601-AAAAA', '20220601-BBBBB');
    const opened = [await desk.post('/api/packages', opening), await desk.post('/api/packages', opening)];
    expect(opened.map(({ status }) => status)).toEqual([201, 201]);
    const numbers = await Promise.all(opened.map(({ body }) => numberOf(body.id)));
    expect(numbers).toEqual(['20220601-AAAAA', '20220601-BBBBB']);
    expect(asked()).toBe(3);
  });

  it('is not minted for ever', async () => {
    const { desk, asked } = await deskWith('20220601-CCCCC');
    await desk.post('/api/packages', opening);
    expect(await desk.post('/api/packages', opening)).toMatchObject({
      status: 409,
      body: { code: 'request.busy' },
    });
    expect(asked()).toBe(6);
  });

  it('that was given twice before stays with both packages, and both go on', async () => {
    const ids: string[] = [];
    for (const number of ['20220601-DDDDD', '20220601-EEEEE'])
      ids.push((await (await deskWith(number)).desk.post('/api/packages', opening)).body.id);
    const [, later] = ids.toSorted();
    const [migration] = (await loadMigrations()).filter(({ name }) => name === '0040_package_number.sql');
    const owner = createClient(house.database.ownerConfig);
    await owner.connect();
    onTestFinished(() => owner.end());
    await owner.query('alter table demand_package drop column number, drop column number_suffix');
    await owner.query(
      `update demand_package set state = jsonb_set(state, '{number}', '"20220601-DDDDD"') where package_id = any($1)`,
      [ids],
    );
    await owner.query(migration?.text ?? '');
    const { rows } = await owner.query<{ package_id: string }>(
      `select package_id from demand_package where number = '20220601-DDDDD' order by number_suffix`,
    );
    expect(rows.map(({ package_id }) => package_id)).toEqual(ids.toSorted());
    const closing = { reason: '各自办理' };
    expect(await as.desk.post(`/api/packages/${later}/close`, closing, { version: 1 })).toMatchObject({
      status: 200,
    });
    const { desk, asked } = await deskWith('20220601-DDDDD', '20220601-FFFFF');
    expect((await desk.post('/api/packages', opening)).status).toBe(201);
    expect(asked()).toBe(2);
  });
});

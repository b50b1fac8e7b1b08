import { describe, expect, it, onTestFinished } from 'vitest';
import { createClient } from '../db/connect.ts';
import { loadMigrations } from '../db/migrate.ts';
import { testHouse } from '../testing/test-house.ts';

const house = await testHouse();
const { as } = house;

const raise = async (): Promise<string> => {
  const { body } = await as.desk.post('/api/demands', {
    channel: 'counter',
    enterpriseId: house.enterpriseId,
    particulars: { title: '积水', text: '积水。', category: 'other', territoryId: house.territories.park },
  });
  return body.id;
};

const issue = (id: string, number: string, version = 1) =>
  as.inspector.post(
    `/api/demands/${id}/issue-supervision-notice`,
    { number, text: '请说明原因并限期办结。', due: '2022-06-10' },
    { version },
  );

describe('the number of a supervision notice', () => {
  it('stands for one notice in the zone: given again, it is refused at its field', async () => {
    const [first, second] = [await raise(), await raise()];
    expect((await issue(first, '督〔2022〕1号')).status).toBe(200);
    const refused = { status: 409, body: { code: 'demand.notice-number-taken' } };
    expect(await issue(second, '督〔2022〕1号')).toMatchObject({
      ...refused,
      body: { ...refused.body, facts: { field: 'number', number: '督〔2022〕1号' } },
    });
    expect(await issue(first, '督〔2022〕1号', 2)).toMatchObject(refused);
    expect((await issue(second, '督〔2022〕2号')).status).toBe(200);
  });

  it('goes to one of two notices that are issued at the same moment', async () => {
    const ids = [await raise(), await raise(), await raise()];
    const answers = await Promise.all(ids.map((id) => issue(id, '督〔2022〕3号')));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409]);
  });

  it('that was given twice before stays with the earliest, and is given no third time', async () => {
    const ids = [await raise(), await raise(), await raise()] as const;
    expect((await issue(ids[0], '督〔2022〕4号')).status).toBe(200);
    house.clock.advance(1);
    expect((await issue(ids[1], '督〔2022〕5号')).status).toBe(200);
    const owner = createClient(house.database.ownerConfig);
    await owner.connect();
    onTestFinished(() => owner.end());
    await owner.query(
      `drop table supervision_notice; alter table session drop column speaks_for;
       alter table outbox drop column attempts, drop column next_at, drop column error`,
    );
    await owner.query(
      `update demand set state = replace(state::text, '督〔2022〕5号', '督〔2022〕4号')::jsonb where demand_id = $1`,
      [ids[1]],
    );
    const migration = (await loadMigrations()).find(({ name }) => name === '0044_outbox_and_notices.sql');
    await owner.query(migration?.text ?? '');
    await owner.query(
      `grant select, insert, update, delete on supervision_notice to xiaoer_app;
       grant execute on function session_person to xiaoer_app`,
    );
    const { rows } = await owner.query(
      `select demand_id from supervision_notice where number = '督〔2022〕4号'`,
    );
    expect(rows).toEqual([{ demand_id: ids[0] }]);
    expect((await issue(ids[2], '督〔2022〕4号')).body.code).toBe('demand.notice-number-taken');
  });
});

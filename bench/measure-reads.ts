import { againstFloor, sendOnce } from './against-floor.ts';
import type { Bench } from './bench-zone.ts';
import { generate } from './generate.ts';

/** So many of somebody's demands are read in turn, by the floor too: some have a story three times as long as others. */
const DETAILS = 40;

/** My open demands, 50 rows by due date with the scope applied, and a demand with its events. */
export const measureReads = async (bench: Bench): Promise<number> => {
  const { superuser, zone } = bench;
  const began = performance.now();
  const { events } = await generate(bench, bench.demands);
  const seconds = Math.round((performance.now() - began) / 1_000);
  console.log(`${bench.demands} demands with ${events} events made in ${seconds} s`);
  const { rows } = await superuser.query<{ owner: typeof zone.people.desk; n: number }>(
    `select owner_person_id as owner, count(*) as n from demand where tenant_id = 1 and closed_at is null
       and owner_person_id is not null group by 1 order by 2 desc offset 5 limit 1`,
  );
  const owner = rows[0]?.owner ?? zone.people.desk;
  const cookie = await bench.cookie(owner);
  console.log(`somebody with ${rows[0]?.n} open demands of their own`);
  const details = await superuser.query<{ id: string }>(
    'select demand_id as id from demand where tenant_id = 1 and owner_person_id = $1 order by demand_id limit $2',
    [owner, DETAILS],
  );
  const list = { method: 'GET', path: '/api/demands?show=mine&limit=50' } as const;
  const shared = {
    cookies: [cookie],
    fresh: () => [],
    expected: '200',
    share: 0.5,
    least: 1_200,
    bySeconds: true,
  } as const;
  const detail = details.rows.map(({ id }) => ({ method: 'GET', path: `/api/demands/${id}` }) as const);
  return (
    (await againstFloor(bench, {
      ...shared,
      name: 'my open demands',
      requests: [list],
      recorded: [sendOnce(cookie, list, '200')],
    })) +
    (await againstFloor(bench, {
      ...shared,
      name: 'a demand with events',
      requests: detail,
      recorded: detail.map((one) => sendOnce(cookie, one, '200')),
    }))
  );
};

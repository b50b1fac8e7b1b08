import { createClient } from '../db/connect.ts';
import { afterAll, expect, it } from 'vitest';
import { recordStatements, type Statement } from '../testing/record-statements.ts';
import { testHouse } from '../testing/test-house.ts';
import { drainTenant } from './outbox.ts';

const house = await testHouse();
const { as, tenantId, database } = house;
const recording = recordStatements();
afterAll(() => recording.stop());

const WAITING = 3_000;

type Plan = { readonly 'QUERY PLAN': readonly { readonly Plan: Readonly<Record<string, number>> }[] };

/** How many pages the statement looks at when it runs as it was sent, between what was sent with it. */
const pagesOf = async (turn: readonly Statement[]): Promise<number> => {
  const client = createClient(database.superuserConfig);
  await client.connect();
  try {
    await client.query('begin; set local plan_cache_mode = force_generic_plan');
    for (const { text, values } of turn) {
      if (values === undefined) await client.query(text);
      else {
        await client.query(`prepare claim as ${text}`);
        const given = values.map((value) => `'${String(value)}'`).join(', ');
        const { rows } = await client.query<Plan>(
          `explain (analyze, buffers, format json) execute claim(${given})`,
        );
        return rows[0]?.['QUERY PLAN'][0]?.Plan['Shared Hit Blocks'] ?? Infinity;
      }
    }
    throw new Error('nothing was claimed');
  } finally {
    await client.end();
  }
};

it('takes a batch of what waits without reading the rest', async () => {
  const workers = { ...house.deps, registry: house.registry, onRefused: () => undefined };
  const particulars = {
    title: '积水',
    text: '厂区门口积水。',
    category: 'other',
    territoryId: house.territories.park,
  };
  await as.desk.post('/api/demands', { channel: 'counter', enterpriseId: house.enterpriseId, particulars });
  const client = createClient(database.superuserConfig);
  await client.connect();
  await client.query(
    `insert into outbox (tenant_id, stream_id, version)
     select tenant_id, stream_id, version from event_log e, generate_series(1, $1) where e.type = 'DemandRegistered'`,
    [WAITING],
  );
  await client.end();
  recording.take();
  await drainTenant(workers, tenantId, house.clock.now);
  const turn = recording
    .take()
    .find((statements) => statements.some(({ text }) => text.includes('from outbox')));
  expect(await pagesOf(turn ?? [])).toBeLessThan(WAITING / 2);
});

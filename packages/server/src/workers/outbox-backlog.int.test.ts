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

/** How many pages the statements that say `what` look at when they run as they were sent, between what was sent with them. */
const pagesOf = async (sent: readonly Statement[], what: RegExp): Promise<number> => {
  const client = createClient(database.superuserConfig);
  await client.connect();
  try {
    await client.query('begin; set local plan_cache_mode = force_generic_plan');
    const pages: number[] = [];
    for (const [index, { text, values }] of sent.entries()) {
      if (values === undefined && text.startsWith('set local enable')) await client.query(text);
      if (values === undefined || !what.test(text)) continue;
      await client.query(`prepare s${index} as ${text}`);
      const given = values
        .map((value) => client.escapeLiteral(Array.isArray(value) ? `{${value.join()}}` : String(value)))
        .join(', ');
      const { rows } = await client.query<Plan>(
        `explain (analyze, buffers, format json) execute s${index}(${given})`,
      );
      pages.push(rows[0]?.['QUERY PLAN'][0]?.Plan['Shared Hit Blocks'] ?? Infinity);
    }
    if (pages.length === 0) throw new Error('nothing of the kind was sent');
    return pages.reduce((sum, one) => sum + one);
  } finally {
    await client.end();
  }
};

const workers = { ...house.deps, registry: house.registry, onRefused: () => undefined };
const raise = () =>
  as.desk.post('/api/demands', {
    channel: 'counter',
    enterpriseId: house.enterpriseId,
    particulars: {
      title: '积水',
      text: '厂区门口积水。',
      category: 'other',
      territoryId: house.territories.park,
    },
  });

const asSuperuser = async (statement: string): Promise<void> => {
  const client = createClient(database.superuserConfig);
  await client.connect();
  await client.query(statement).finally(() => client.end());
};

/** What is sent to follow up a batch. */
const drained = async (): Promise<readonly Statement[]> => {
  recording.take();
  await drainTenant(workers, tenantId, house.clock.now);
  return recording.take().flat();
};

it('takes a batch of what waits without reading the rest', async () => {
  await raise();
  await asSuperuser(
    `insert into outbox (tenant_id, stream_id, version)
     select tenant_id, stream_id, version from event_log e, generate_series(1, ${WAITING})
     where e.type = 'DemandRegistered'`,
  );
  expect(await pagesOf(await drained(), /from outbox/)).toBeLessThan(WAITING / 2);
});

it('tells people without reading what they have been told', async () => {
  while ((await drainTenant(workers, tenantId, house.clock.now)).events > 0);
  await raise();
  await asSuperuser(
    `insert into notice (tenant_id, person_id, cause, kind, created_at)
     select tenant_id, person_id, 'before/' || number, kind, created_at
     from (select distinct on (person_id) * from notice) n, generate_series(1, ${WAITING}) number`,
  );
  await asSuperuser(
    `insert into notice_choice select distinct tenant_id, person_id, 'email', true from notice`,
  );
  expect(await pagesOf(await drained(), /\bnotice\b/)).toBeLessThan(WAITING / 50);
});

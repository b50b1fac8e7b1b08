import { expect, it } from 'vitest';
import { createClient } from './connect.ts';
import { testDatabase } from '../testing/database.ts';

const database = await testDatabase();

/** Of two indexes that seem to cost the same the planner takes the younger, and on empty tables all seem to. */
it('are younger than every other index that holds their columns: migrations end with primary_keys_last', async () => {
  const client = createClient(database.superuserConfig);
  await client.connect();
  const { rows } = await client.query(
    `select p.indrelid::regclass::text as target, other.indexrelid::regclass::text as younger
     from pg_index p join pg_index other on other.indrelid = p.indrelid and other.indexrelid > p.indexrelid
     where p.indisprimary and p.indrelid in (select oid from pg_class where relnamespace = 'public'::regnamespace)
       and p.indkey::smallint[] <@ other.indkey::smallint[]`,
  );
  await client.end();
  expect(rows).toEqual([]);
});

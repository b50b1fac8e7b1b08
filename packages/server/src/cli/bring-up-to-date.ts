import type pg from 'pg';
import { createClient } from '../db/connect.ts';
import { migrate } from '../db/migrate.ts';
import { fillRaisedDays, zonesWithoutRaisedDays } from '../demand/fill-raised-days.ts';
import { fillSyllables } from '../enterprise/fill-syllables.ts';

type Work = () => Promise<void>;

const fill = async (client: pg.ClientBase, whole: (work: Work) => Promise<void>): Promise<void> => {
  await fillSyllables(client);
  for (const tenantId of await zonesWithoutRaisedDays(client))
    await whole(() => fillRaisedDays(client, tenantId));
};

/** Fills in what an earlier release did not keep yet and no migration can say in SQL, inside the open transaction. */
export const fillIn = (client: pg.ClientBase): Promise<void> => fill(client, (work) => work());

/** Migrates and fills in, a zone at a time. Answers with the migrations applied now. */
export const bringUpToDate = async (owner: pg.ClientConfig): Promise<readonly string[]> => {
  const applied = await migrate(owner);
  const client = createClient(owner);
  await client.connect();
  try {
    await fill(client, async (work) => {
      await client.query('begin');
      await work();
      await client.query('commit');
    });
  } finally {
    await client.end();
  }
  return applied;
};

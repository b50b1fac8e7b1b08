import type pg from 'pg';
import { migrate } from '../db/migrate.ts';
import { fillRaisedDays } from '../demand/fill-raised-days.ts';
import { fillSyllables } from '../enterprise/fill-syllables.ts';

/** Migrates, and fills in what an earlier release did not keep yet. Answers with the migrations applied now. */
export const bringUpToDate = async (owner: pg.ClientConfig): Promise<readonly string[]> => {
  const applied = await migrate(owner);
  await fillSyllables(owner);
  await fillRaisedDays(owner);
  return applied;
};

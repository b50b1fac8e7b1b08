import type pg from 'pg';
import { nameLetters } from '../words/pinyin.ts';

const BATCH = 1_000;

/** Gives the names of enterprises that an earlier release wrote the pinyin they are found by. */
export const fillSyllables = async (client: pg.ClientBase): Promise<void> => {
  for (;;) {
    const { rows } = await client.query<{ tenant_id: number; enterprise_id: string; name: string }>(
      'select tenant_id, enterprise_id, name from enterprise where name_syllables is null limit $1',
      [BATCH],
    );
    if (rows.length === 0) return;
    await client.query(
      `update enterprise e set name_syllables = n.syllables
       from unnest($1::integer[], $2::uuid[], $3::text[]) as n(tenant_id, enterprise_id, syllables)
       where e.tenant_id = n.tenant_id and e.enterprise_id = n.enterprise_id`,
      [
        rows.map((row) => row.tenant_id),
        rows.map((row) => row.enterprise_id),
        rows.map((row) => nameLetters(row.name).syllables),
      ],
    );
  }
};

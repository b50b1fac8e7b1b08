import { join } from 'node:path';
import type pg from 'pg';
import { createClient } from '../db/connect.ts';
import { loadMigrations } from '../db/migrate.ts';
import type { KeyPlace } from '../seal/seal-keys.ts';
import { openDatabase } from './open-database.ts';
import type { OpenDatabase } from './opened-database.ts';
import { OperatorError } from './operator-error.ts';
import type { Settings } from './settings.ts';

/** Where the keys of the seal lie. */
export const keyPlaceOf = ({ dataDir, sealKeyFile }: Settings): KeyPlace => ({
  folder: join(dataDir, 'keys'),
  keyFile: sealKeyFile,
});

/** Where the disk storage keeps its files. */
export const filesRootOf = ({ dataDir }: Settings): string => join(dataDir, 'files');

export type OwnerAtWork = { readonly client: pg.Client; readonly database: OpenDatabase };

/** Opens the database and a connection as its owner, and closes both after the work. */
export const withOwner = async <Answer>(
  settings: Settings,
  work: (owner: OwnerAtWork) => Promise<Answer>,
): Promise<Answer> => {
  const database = await openDatabase(settings, { log: (line) => console.error(line) });
  try {
    const client = createClient(database.ownerConfig);
    client.on('error', () => undefined);
    await client.connect();
    try {
      return await work({ client, database });
    } finally {
      await client.end().catch(() => undefined);
    }
  } finally {
    await database.stop();
  }
};

/** Refuses a database whose schema is not exactly ours. */
export const requireCurrentSchema = async (client: pg.ClientBase): Promise<void> => {
  const { rows: found } = await client.query<{ there: boolean }>(
    `select to_regclass('public.migration') is not null as there`,
  );
  if (found[0]?.there !== true)
    throw new OperatorError('The database is empty: nothing was ever stored in it.');
  const { rows } = await client.query<{ name: string }>('select name from migration');
  const applied = new Set(rows.map(({ name }) => name));
  const ours = await loadMigrations();
  if (ours.length !== applied.size || ours.some(({ name }) => !applied.has(name)))
    throw new OperatorError('The database has another schema than this program. Run xiaoer migrate first.');
};

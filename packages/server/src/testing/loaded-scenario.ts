import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Client, type ClientConfig } from 'pg';
import { inject } from 'vitest';
import { loadedDatabase, type TestDatabase } from './database.ts';
import { runXiaoer, type Run } from './run-xiaoer.ts';

type Ended = Awaited<Run['ended']>;

export type LoadedZone = {
  readonly database: TestDatabase;
  /** What the program is given to work on the copy. */
  readonly env: Readonly<Record<string, string>>;
  /** What `scenario load` said. */
  readonly ended: Ended;
};

/** The tenant that stood in the database before, as a load leaves it that was killed in the middle. */
export const CUT_SHORT = 7;

const leaveUnfinished = async (config: ClientConfig): Promise<void> => {
  const client = new Client(config);
  await client.connect();
  try {
    await client.query(
      `insert into tenant (tenant_id, code, name, name_en, sample, created_at)
       values ($1, 'liangjiang-loading', '', '', true, now())`,
      [CUT_SHORT],
    );
    await client.query(
      `insert into credential (tenant_id, person_id, account)
       values ($1, '00000000-0000-0000-0000-000000000001', 'desk')`,
      [CUT_SHORT],
    );
  } finally {
    await client.end();
  }
};

/** The environment in which the program works on a database of the run. */
export const environmentOn = (database: string, dataDir: string): Readonly<Record<string, string>> => {
  const { host, port } = inject('cluster').superuserConfig;
  const url = `postgres://postgres@localhost/${database}?host=${encodeURIComponent(String(host))}&port=${port}`;
  return { DATABASE_URL: url, DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'silent' };
};

/** A copy of the zone that `scenario load liangjiang` makes: loading it takes long, so a run does it once. */
export const loadedScenario = async (): Promise<LoadedZone> => {
  const dataDir = join(inject('cluster').folder, 'liangjiang');
  const { database, kept } = await loadedDatabase(async (config) => {
    mkdirSync(dataDir, { recursive: true });
    await leaveUnfinished(config);
    return runXiaoer(['scenario', 'load', 'liangjiang'], environmentOn(String(config.database), dataDir))
      .ended;
  });
  return { database, env: environmentOn(database.name, dataDir), ended: kept as Ended };
};

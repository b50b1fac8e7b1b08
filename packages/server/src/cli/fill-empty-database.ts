import type { PersonState } from '@xiaoer/domain/person/state';
import type { TenantId } from '@xiaoer/domain/kernel/ids';
import type { ClientConfig, Pool } from 'pg';
import { createPool } from '../db/connect.ts';
import { read } from '../db/transact.ts';
import { openFileRoom } from '../files/file-room.ts';
import { installationSecret } from './installation-secret.ts';
import { loadScenario } from './load-scenario.ts';
import type { OpenDatabase } from './opened-database.ts';
import { progressBar, signInLines, type SignInLine } from './progress-bar.ts';
import type { Settings } from './settings.ts';

type Filling = {
  readonly settings: Settings;
  readonly database: OpenDatabase;
  readonly signal: AbortSignal;
};

const POOL = { size: 1, statementTimeoutMs: 5_000 };

const withPool = async <Answer>(
  appConfig: ClientConfig,
  work: (pool: Pool) => Promise<Answer>,
): Promise<Answer> => {
  const pool = createPool(appConfig, POOL);
  try {
    return await work(pool);
  } finally {
    await pool.end();
  }
};

/** Zones there are; one whose loading was cut short is none. */
const hasZone = async (pool: Pool, scenario: string): Promise<boolean> => {
  const { rowCount } = await pool.query('select 1 from tenant where code <> $1', [`${scenario}-loading`]);
  return rowCount !== 0;
};

/** Loads the scenario of the settings when there is no zone yet. Stops quietly when the program is asked to stop. */
export const fillEmptyDatabase = async ({ settings, database, signal }: Filling): Promise<void> => {
  const { scenario: id, dataDir, bucket } = settings;
  if (id === undefined || (await withPool(database.appConfig, (pool) => hasZone(pool, id)))) return;
  const onProgress = progressBar(`Loading ${id}`, process.stdout);
  const secret = await installationSecret(dataDir);
  try {
    const { storage } = await openFileRoom(dataDir, bucket);
    await loadScenario({ database, id, secret, storage, onProgress, signal });
  } catch (error) {
    if (!signal.aborted) throw error;
  }
};

type Known = { readonly account: string; readonly state: PersonState; readonly name: string };

/** The sample sign-ins of every sample zone, as lines to print; none elsewhere. */
export const sampleSignIns = (appConfig: ClientConfig): Promise<readonly string[]> =>
  withPool(appConfig, async (pool) => {
    const { rows } = await pool.query<{ tenant_id: TenantId }>(
      'select tenant_id from tenant where sample order by 1',
    );
    const known: Known[] = [];
    for (const { tenant_id: tenantId } of rows)
      known.push(
        ...(await read(pool, { tenantId }, (db) =>
          db.query<Known>(
            `select c.account, p.state, p.name from credential c
             join person p on p.tenant_id = c.tenant_id and p.person_id = c.person_id
             where c.tenant_id = $1 and c.password_is_sample and c.account is not null order by c.account`,
            [tenantId],
          ),
        )),
      );
    const lines = known.map(({ account, name, state }): SignInLine => ({
      account,
      name,
      role: state.grants[0]?.role ?? '',
    }));
    return lines.length === 0 ? [] : signInLines(lines);
  });

import type { TenantId } from '@xiaoer/domain/kernel/ids';
import { dateOf, epochMilliseconds, instantAt, type Instant } from '@xiaoer/domain/time/instant';
import { workdayOnOrAfter } from '@xiaoer/domain/time/workdays';
import type { ClientConfig, Pool } from 'pg';
import type { SampleSignIn, Scenario } from '../../../../scenarios/scenario.ts';
import { SCENARIOS } from '../../../../scenarios/scenarios.ts';
import { DEPARTMENTS_CALENDAR, OFFICERS_CALENDAR } from '../../../../templates/calendars/china.ts';
import { hashPassword, SAMPLE_PASSWORD } from '../auth/password.ts';
import { configurationReader } from '../configuration/read-configuration.ts';
import { createPool } from '../db/connect.ts';
import type { FileStorage } from '../files/file-storage.ts';
import { house } from '../house.ts';
import { idOfName, ordinalIds } from '../replay/deterministic-ids.ts';
import { heldConfiguration } from '../replay/held-configuration.ts';
import { replay, type ReplayReport } from '../replay/replay.ts';
import { createCutter } from '../words/cutter.ts';
import type { OpenDatabase } from './opened-database.ts';
import { OperatorError } from './operator-error.ts';
import { removeTenant } from './remove-tenant.ts';
import { storeStoryFiles, storyFiles } from './story-files.ts';

export type LoadedScenario = ReplayReport & {
  readonly tenantId: TenantId;
  readonly signIns: readonly SampleSignIn[];
};

export type ScenarioLoading = {
  readonly database: Pick<OpenDatabase, 'appConfig' | 'ownerConfig'>;
  readonly id: string;
  /** The installation's secret, under which phones are kept for sign-in. */
  readonly secret: string;
  /** Where uploads are kept: the story's scanned letters stand there, too. */
  readonly storage: FileStorage;
  readonly onProgress?: (done: number, total: number) => void;
  /** Aborted when the program is asked to stop: the load ends, and starts anew another time. */
  readonly signal?: AbortSignal;
};

/**
 * Nobody waits for these commits: the last one, which makes the zone known, waits for the disk and for all before it.
 * Every row is looked up by its key; plans made while the tables were empty must not scan them when they are full.
 */
const SESSION = ['synchronous_commit', 'enable_seqscan', 'enable_hashjoin', 'enable_mergejoin']
  .map((setting) => `-c ${setting}=off`)
  .join(' ');
const POOL = { size: 2, statementTimeoutMs: 60_000 };

/** The scenario of that name. Throws OperatorError when there is none. */
export const scenarioOf = async (id: string): Promise<Scenario> => {
  const entry = SCENARIOS.find((candidate) => candidate.id === id);
  if (entry === undefined)
    throw new OperatorError(`There is no scenario ${id}. xiaoer scenario list names them.`);
  return entry.load();
};

const unfinished = (id: string): string => `${id}-loading`;

/** A tenant that says it is still being loaded; one left by a load that was cut short is removed first. */
const openTenant = async (
  pool: Pool,
  { id, name, nameEn, period }: Scenario,
  ownerConfig: ClientConfig,
): Promise<TenantId> => {
  const { rows } = await pool.query<{ tenant_id: TenantId; code: string }>(
    'select tenant_id, code from tenant where code = any($1)',
    [[id, unfinished(id)]],
  );
  if (rows.some(({ code }) => code === id))
    throw new OperatorError(`The scenario ${id} is loaded already. Nothing was changed.`);
  for (const { tenant_id } of rows) await removeTenant(ownerConfig, tenant_id);
  const { rows: opened } = await pool.query<{ tenant_id: TenantId }>(
    `insert into tenant (tenant_id, code, name, name_en, sample, created_at)
     select coalesce(max(tenant_id), 0) + 1, $1, $2, $3, true, $4 from tenant returning tenant_id`,
    [unfinished(id), name, nameEn, `${period.from}T00:00:00+08:00`],
  );
  const tenantId = opened[0]?.tenant_id;
  if (tenantId === undefined) throw new Error('the tenant was not opened');
  return tenantId;
};

const openSignIns = async (
  pool: Pool,
  tenantId: TenantId,
  signIns: readonly SampleSignIn[],
): Promise<void> => {
  const passwordHash = await hashPassword(SAMPLE_PASSWORD);
  await pool.query(
    `insert into credential (tenant_id, person_id, account, password_hash, password_is_sample)
     select $1, person_id, account, $4, true from unnest($2::uuid[], $3::text[]) as given (person_id, account)
     on conflict (tenant_id, person_id) do update
       set account = excluded.account, password_hash = excluded.password_hash, password_is_sample = true`,
    [tenantId, signIns.map(({ personId }) => personId), signIns.map(({ account }) => account), passwordHash],
  );
};

const OPENING_MINUTE = 9 * 60;

/** Nine o'clock on the first working day after the story. */
const morningAfter = (until: Instant): Instant => {
  const day = workdayOnOrAfter(DEPARTMENTS_CALENDAR, dateOf(until));
  return day.ok ? instantAt(day.value, OPENING_MINUTE) : until;
};

/** The zone is known from now on, and its clock goes on from the morning after its story. */
const finish = async (
  pool: Pool,
  tenantId: TenantId,
  { id, until }: { readonly id: string; readonly until: Instant },
): Promise<void> => {
  const client = await pool.connect();
  try {
    await client.query('set synchronous_commit = on');
    const behind = Math.max(0, Date.now() - epochMilliseconds(morningAfter(until)));
    await client.query('update tenant set code = $2, clock_behind_ms = $3 where tenant_id = $1', [
      tenantId,
      id,
      behind,
    ]);
  } finally {
    client.release(true);
  }
};

/** Replays a scenario into a tenant of its own. Refuses when it is there already; a load that was cut short starts anew. */
export const loadScenario = async ({
  database: { appConfig, ownerConfig },
  id,
  secret,
  storage,
  onProgress,
  signal,
}: ScenarioLoading): Promise<LoadedScenario> => {
  const scenario = await scenarioOf(id);
  const options = [appConfig.options, SESSION].filter(Boolean).join(' ');
  const pool = createPool({ ...appConfig, options }, POOL);
  try {
    const tenantId = await openTenant(pool, scenario, ownerConfig);
    const { steps, until, signIns } = scenario.story((name) => idOfName(scenario.seed, name) as never);
    await storeStoryFiles({ pool, storage }, tenantId, storyFiles(steps));
    const newId = ordinalIds(`${scenario.seed} replay`);
    const held = heldConfiguration(
      configurationReader({ officer: OFFICERS_CALENDAR, department: DEPARTMENTS_CALENDAR }),
    );
    const { configuration } = held;
    const { registry } = house({ configuration, cutter: createCutter(), secret, newId });
    const report = await replay(
      { pool, newId, registry, held },
      {
        tenantId,
        steps,
        until,
        onProgress: (done, total) => {
          signal?.throwIfAborted();
          onProgress?.(done, total);
        },
      },
    );
    await openSignIns(pool, tenantId, signIns);
    await finish(pool, tenantId, { id, until });
    return { ...report, tenantId, signIns };
  } finally {
    await pool.end();
  }
};

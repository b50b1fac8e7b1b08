import type { TenantId } from '@xiaoer/domain/kernel/ids';
import { addMinutes, type Instant } from '@xiaoer/domain/time/instant';
import type { Pool } from 'pg';
import type { Write } from '../db/write-batch.ts';

export type Job = {
  readonly jobId: string;
  readonly tenantId: TenantId;
  /** What the job is about: one of a kind and subject waits at a time. */
  readonly subjectId: string;
  /** How often it was begun before. */
  readonly attempts: number;
};

export type JobKind = {
  /** Does the work; answers with the moment at which it is to be done again, if any. */
  readonly run: (job: Job, signal: AbortSignal) => Promise<Instant | undefined>;
  /** It failed for the last time. */
  readonly gaveUp?: (job: Job) => Promise<void>;
};

export type JobDeps = {
  readonly pool: Pool;
  readonly now: () => Instant;
  readonly kinds: Readonly<Record<string, JobKind>>;
  readonly onError: (error: unknown) => void;
};

const LEASE_SECONDS = 60;
const MOST_ATTEMPTS = 3;
const LOOK_MS = 500;

/** Queues a job in the transaction that needs it; one that waits already stays. */
export const jobWrite = (
  kind: string,
  job: {
    readonly jobId: string;
    readonly tenantId: number;
    readonly subjectId: string;
    readonly runAt: Instant;
  },
): Write => ({
  table: 'job',
  insertNew: [
    {
      job_id: job.jobId,
      tenant_id: job.tenantId,
      kind,
      subject_id: job.subjectId,
      run_at: job.runAt,
      attempts: 0,
    },
  ],
  key: ['tenant_id', 'kind', 'subject_id'],
});

type JobRow = {
  readonly job_id: string;
  readonly tenant_id: TenantId;
  readonly kind: string;
  readonly subject_id: string;
  readonly attempts: number;
};

/** A lease is by the database's clock, which all processes share; a process that dies loses it after a minute. */
const claim = async ({ pool, now, kinds }: JobDeps): Promise<JobRow | undefined> => {
  const { rows } = await pool.query<JobRow>(
    `update job set lease_until = clock_timestamp() + make_interval(secs => $3), attempts = attempts + 1
     where job_id = (
       select job_id from job where run_at <= $1 and kind = any($2)
         and (lease_until is null or lease_until < clock_timestamp())
       order by run_at, job_id limit 1 for update skip locked)
     returning job_id, tenant_id, kind, subject_id, attempts - 1 as attempts`,
    [now(), Object.keys(kinds), LEASE_SECONDS],
  );
  return rows[0];
};

const release = async ({ pool }: JobDeps, { job_id }: JobRow, again: Instant | undefined): Promise<void> => {
  await (again === undefined
    ? pool.query('delete from job where job_id = $1', [job_id])
    : pool.query('update job set run_at = $2, lease_until = null, attempts = 0 where job_id = $1', [
        job_id,
        again,
      ]));
};

const failed = async (deps: JobDeps, row: JobRow, job: Job): Promise<void> => {
  if (row.attempts + 1 < MOST_ATTEMPTS) {
    await deps.pool.query('update job set run_at = $2, lease_until = null where job_id = $1', [
      row.job_id,
      addMinutes(deps.now(), 1),
    ]);
    return;
  }
  await deps.kinds[row.kind]?.gaveUp?.(job);
  await release(deps, row, undefined);
};

/** Does the job that has waited longest; false when none waits. */
export const runJob = async (deps: JobDeps, signal: AbortSignal): Promise<boolean> => {
  const row = await claim(deps);
  const kind = row && deps.kinds[row.kind];
  if (row === undefined || kind === undefined) return false;
  const job = {
    jobId: row.job_id,
    tenantId: row.tenant_id,
    subjectId: row.subject_id,
    attempts: row.attempts,
  };
  const keepLease = setInterval(
    () => {
      deps.pool
        .query(
          'update job set lease_until = clock_timestamp() + make_interval(secs => $2) where job_id = $1',
          [row.job_id, LEASE_SECONDS],
        )
        .catch(deps.onError);
    },
    (LEASE_SECONDS * 1_000) / 3,
  );
  try {
    await release(deps, row, await kind.run(job, signal));
  } catch (error) {
    if (!signal.aborted) {
      deps.onError(error);
      await failed(deps, row, job);
    }
  } finally {
    clearInterval(keepLease);
  }
  return true;
};

/** Does jobs one after the other until it is stopped; several processes may do so at once. */
export const startJobs = (deps: JobDeps): { readonly stop: () => Promise<void> } => {
  const stopping = new AbortController();
  const run = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      const busy = await runJob(deps, stopping.signal).catch((error: unknown) => {
        deps.onError(error);
        return false;
      });
      if (!busy && !stopping.signal.aborted)
        await new Promise<void>((resolve) => {
          const timer = setTimeout(done, LOOK_MS);
          function done(): void {
            clearTimeout(timer);
            stopping.signal.removeEventListener('abort', done);
            resolve();
          }
          stopping.signal.addEventListener('abort', done);
        });
    }
  };
  const running = run();
  return {
    stop: async () => {
      stopping.abort();
      await running;
    },
  };
};

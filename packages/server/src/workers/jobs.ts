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
  /** It failed for the last time; answers with the moment at which it is to be begun anew, if any. */
  readonly gaveUp?: (job: Job) => Promise<Instant | undefined>;
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

const giveUp = async (deps: JobDeps, row: JobRow, job: Job): Promise<void> => {
  await release(deps, row, await deps.kinds[row.kind]?.gaveUp?.(job));
};

const failed = async (deps: JobDeps, row: JobRow, job: Job): Promise<void> => {
  if (row.attempts + 1 < MOST_ATTEMPTS) {
    await deps.pool.query('update job set run_at = $2, lease_until = null where job_id = $1', [
      row.job_id,
      addMinutes(deps.now(), 1),
    ]);
    return;
  }
  await giveUp(deps, row, job);
};

/** Stopping is nobody's failure: it does not count as an attempt, and the next program begins anew at once. */
const stopped = async (deps: JobDeps, { job_id, attempts }: JobRow): Promise<void> => {
  await deps.pool.query('update job set attempts = $2, lease_until = null where job_id = $1', [
    job_id,
    attempts,
  ]);
};

const attempt = async (
  deps: JobDeps,
  { row, job, kind }: { readonly row: JobRow; readonly job: Job; readonly kind: JobKind },
  signal: AbortSignal,
): Promise<void> => {
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
  // What cannot be interrupted may outlive the program's patience.
  const giveBack = (): void => {
    deps.pool
      .query('update job set attempts = $2 where job_id = $1', [row.job_id, row.attempts])
      .catch(deps.onError);
  };
  signal.addEventListener('abort', giveBack);
  try {
    await release(deps, row, await kind.run(job, signal));
  } catch (error) {
    if (signal.aborted) await stopped(deps, row);
    else {
      deps.onError(error);
      await failed(deps, row, job);
    }
  } finally {
    signal.removeEventListener('abort', giveBack);
    clearInterval(keepLease);
  }
};

/** Does the job that has waited longest; false when none waits. One that was begun too often and never ended is given up. */
export const runJob = async (deps: JobDeps, signal: AbortSignal): Promise<boolean> => {
  const row = await claim(deps);
  const kind = row && deps.kinds[row.kind];
  if (row === undefined || kind === undefined) return false;
  const { job_id: jobId, tenant_id: tenantId, subject_id: subjectId, attempts } = row;
  const job = { jobId, tenantId, subjectId, attempts };
  if (attempts < MOST_ATTEMPTS) await attempt(deps, { row, job, kind }, signal);
  else {
    // Whoever began it died of it, or with it: it may be what killed them.
    deps.onError(new Error(`A job of kind ${row.kind} was begun ${attempts} times and never ended.`));
    await giveUp(deps, row, job);
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

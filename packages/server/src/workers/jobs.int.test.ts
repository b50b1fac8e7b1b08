import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { addMinutes } from '@xiaoer/domain/time/instant';
import { transact } from '../db/transact.ts';
import { writeBatch } from '../db/write-batch.ts';
import { testHouse } from '../testing/test-house.ts';
import { jobWrite, runJob, type JobDeps, type JobKind } from './jobs.ts';

const { pool, deps, tenantId } = await testHouse();

const KIND = 'test.kind';
const quiet = new AbortController().signal;

const done = (told: string[]): undefined => {
  told.push('gave up');
};

const queue = (subjectId: string) =>
  transact(pool, { tenantId }, async (tx) => {
    await writeBatch(tx, [jobWrite(KIND, { jobId: randomUUID(), tenantId, subjectId, runAt: deps.now() })]);
    return { answer: undefined, keep: true };
  });

const waiting = async (subjectId: string) =>
  (
    await pool.query<{ attempts: number; leased: boolean }>(
      'select attempts, lease_until is not null as leased from job where subject_id = $1',
      [subjectId],
    )
  ).rows;

const jobDeps = (kind: JobKind, errors: unknown[] = []): JobDeps => ({
  pool,
  now: deps.now,
  kinds: { [KIND]: kind },
  onError: (error) => errors.push(error),
});

/** Whoever begins the job is gone in the middle of it, and a minute passes. */
const dieOfIt = async (jobs: JobDeps): Promise<void> => {
  const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
  const run: JobKind['run'] = () => {
    begin();
    return new Promise(() => undefined);
  };
  const abandoned = runJob({ ...jobs, kinds: { [KIND]: { ...jobs.kinds[KIND], run } } }, quiet);
  await Promise.race([begun, abandoned]);
  await pool.query(`update job set lease_until = clock_timestamp() - interval '1 second' where kind = $1`, [
    KIND,
  ]);
};

it('gives a job up that was begun three times and never ended, and tells whose it is', async () => {
  await queue('killer');
  const begun: string[] = [];
  const told: string[] = [];
  const errors: unknown[] = [];
  const jobs = jobDeps(
    {
      run: async ({ subjectId }) => {
        begun.push(subjectId);
        return undefined;
      },
      gaveUp: async ({ subjectId }) => {
        told.push(subjectId);
        return undefined;
      },
    },
    errors,
  );
  for (let time = 0; time < 3; time += 1) await dieOfIt(jobs);
  expect(await runJob(jobs, quiet)).toBe(true);
  expect([begun, told]).toEqual([[], ['killer']]);
  expect(errors).toEqual([new Error('A job of kind test.kind was begun 3 times and never ended.')]);
  expect(await waiting('killer')).toEqual([]);
});

it('begins a job anew that was given up, when its kind says so', async () => {
  await queue('daily');
  const tomorrow = addMinutes(deps.now(), 1_440);
  const jobs = jobDeps({ run: async () => undefined, gaveUp: async () => tomorrow });
  for (let death = 0; death < 3; death += 1) await dieOfIt(jobs);
  await runJob(jobs, quiet);
  const { rows } = await pool.query(`select run_at, attempts from job where subject_id = 'daily'`);
  expect(rows).toEqual([{ run_at: tomorrow, attempts: 0 }]);
});

it('begins a job again that died twice, and is content when it ends', async () => {
  await queue('unlucky');
  const told: string[] = [];
  const jobs = jobDeps({ run: async () => undefined, gaveUp: async () => done(told) });
  for (let time = 0; time < 2; time += 1) await dieOfIt(jobs);
  expect(await runJob(jobs, quiet)).toBe(true);
  expect([await waiting('unlucky'), told]).toEqual([[], []]);
});

it('does not count a start that was stopped with the program, and leaves the job to the next at once', async () => {
  await queue('stopped');
  const told: string[] = [];
  const errors: unknown[] = [];
  const jobs = (stopping: AbortController) =>
    jobDeps(
      {
        run: async () => {
          stopping.abort();
          throw new Error('stopped in the middle');
        },
        gaveUp: async () => done(told),
      },
      errors,
    );
  for (let time = 0; time < 5; time += 1) {
    const stopping = new AbortController();
    expect(await runJob(jobs(stopping), stopping.signal)).toBe(true);
    expect(await waiting('stopped')).toEqual([{ attempts: 0, leased: false }]);
  }
  expect([told, errors]).toEqual([[], []]);
});

it('does not count a start either that goes on when the program no longer waits for it', async () => {
  await pool.query('delete from job where kind = $1', [KIND]);
  await queue('deaf');
  const stopping = new AbortController();
  const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
  const { promise: ended, resolve: end } = Promise.withResolvers<undefined>();
  const running = runJob(
    jobDeps({
      run: () => {
        begin();
        return ended;
      },
    }),
    stopping.signal,
  );
  await begun;
  stopping.abort();
  await expect.poll(() => waiting('deaf')).toEqual([{ attempts: 0, leased: true }]);
  end(undefined);
  await running;
  expect(await waiting('deaf')).toEqual([]);
});

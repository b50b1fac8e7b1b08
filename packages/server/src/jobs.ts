import type { Instant } from '@xiaoer/domain/time/instant';
import type { Pool } from 'pg';
import { ownExamples } from './demand/own-examples.ts';
import { LEARN_JOB, learnJob } from './suggestion/learn-job.ts';
import type { JobKind } from './workers/jobs.ts';

export type JobKindDeps = { readonly pool: Pool; readonly now: () => Instant };

/** Every kind of work that takes longer than a request. */
export const jobKinds = (deps: JobKindDeps): Readonly<Record<string, JobKind>> => ({
  [LEARN_JOB]: learnJob({ ...deps, ownExamples }),
});

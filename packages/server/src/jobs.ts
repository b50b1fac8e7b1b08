import { importJobs, type ImportDeps } from './demand/import/import-job.ts';
import { ownExamples } from './demand/own-examples.ts';
import { LEARN_JOB, learnJob } from './suggestion/learn-job.ts';
import type { JobKind } from './workers/jobs.ts';

export type JobKindDeps = ImportDeps;

/** Every kind of work that takes longer than a request. */
export const jobKinds = (deps: JobKindDeps): Readonly<Record<string, JobKind>> => ({
  [LEARN_JOB]: learnJob({ ...deps, ownExamples }),
  ...importJobs(deps),
});

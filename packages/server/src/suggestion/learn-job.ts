import { SEED_EXAMPLES } from '../../../../templates/suggestion/seed.ts';
import { addMinutes, type Instant } from '@xiaoer/domain/time/instant';
import type { Pool } from 'pg';
import { read, transact, type ReadDb } from '../db/transact.ts';
import { writeBatch } from '../db/write-batch.ts';
import type { Job, JobKind } from '../workers/jobs.ts';
import type { Example, LearnedModels } from './aspects.ts';
import { lastTraining, modelWrites } from './model-rows.ts';
import { trainApart } from './train-apart.ts';

export const LEARN_JOB = 'suggestion.learn';

export type LearnDeps = {
  readonly pool: Pool;
  readonly now: () => Instant;
  /** The tenant's own settled demands, the newest first. */
  readonly ownExamples: (db: ReadDb, most: number) => Promise<readonly Example[]>;
};

/** The newest so many of a tenant's own demands; older ones say less of how it works today. */
const MOST_OWN = 20_000;
const DAY_MINUTES = 24 * 60;

/** Trained on the seed alone, the same for every tenant: once a process. */
let seedOnly: Promise<LearnedModels> | undefined;

const learned = async (own: readonly Example[], signal: AbortSignal): Promise<LearnedModels> => {
  if (own.length > 0) return trainApart([...SEED_EXAMPLES, ...own], signal);
  seedOnly ??= trainApart(SEED_EXAMPLES, signal);
  try {
    return await seedOnly;
  } catch (error) {
    seedOnly = undefined;
    throw error;
  }
};

const learn = async ({ pool, now, ownExamples }: LearnDeps, { tenantId }: Job, signal: AbortSignal) => {
  const { own, last } = await read(pool, { tenantId }, async (db) => ({
    own: await ownExamples(db, MOST_OWN),
    last: await lastTraining(db),
  }));
  const moment = now();
  const isFresh = last !== undefined && last.ownRows === own.length && own.length < MOST_OWN;
  if (!isFresh) {
    const models = await learned(own, signal);
    await transact(pool, { tenantId }, async (tx) => {
      await writeBatch(tx, modelWrites(tenantId, models, { trainedAt: moment, ownRows: own.length }));
      return { answer: undefined, keep: true };
    });
  }
  return addMinutes(moment, DAY_MINUTES);
};

/** Learns a tenant's models from the seed and its own settled demands, and again a day later when there are more. */
export const learnJob = (deps: LearnDeps): JobKind => ({
  run: (job, signal) => learn(deps, job, signal),
  // A zone that has a model asks for no other: the next day's learning hangs on this one.
  gaveUp: async () => addMinutes(deps.now(), DAY_MINUTES),
});

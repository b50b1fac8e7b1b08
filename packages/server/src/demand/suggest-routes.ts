import { suggestDemand } from '@xiaoer/contract/demand-suggestion';
import { may } from '@xiaoer/domain/permissions';
import type { FastifyInstance } from 'fastify';
import { read, transact } from '../db/transact.ts';
import { writeBatch } from '../db/write-batch.ts';
import { problemOf } from '../http/problem.ts';
import { serve } from '../http/serve.ts';
import { LEARN_JOB } from '../suggestion/learn-job.ts';
import { judgesReader } from '../suggestion/model-rows.ts';
import { jobWrite } from '../workers/jobs.ts';
import type { DemandRouteDeps } from './routes.ts';
import { suggestionFor } from './suggest-query.ts';

/** Suggestions while a demand is being written. A tenant's first question has its models learned. */
export const suggestRoutes = (app: FastifyInstance, deps: DemandRouteDeps): void => {
  const judgesOf = judgesReader();
  serve(app, { deps, route: suggestDemand }, async ({ actor, scope, body, now }) => {
    if (may(actor, 'RegisterDemand', undefined) !== 'allowed')
      return { problem: problemOf('access.forbidden') };
    const { tenantId } = scope;
    const judges = await read(deps.pool, { tenantId }, judgesOf);
    if (judges === undefined)
      await transact(deps.pool, { tenantId }, async (tx) => {
        const job = { jobId: deps.newId(), tenantId, subjectId: String(tenantId), runAt: now };
        await writeBatch(tx, [jobWrite(LEARN_JOB, job)]);
        return { answer: undefined, keep: true };
      });
    const found = await read(deps.pool, scope, async (db) => {
      const configuration = await deps.configuration(db);
      const { title, text, enterpriseId, territoryId, siteId, category } = body;
      const asked = { title, text, enterpriseId, territoryId, siteId, category, judges: judges ?? {} };
      return suggestionFor(db, { ...asked, actor, now, configuration, cutter: deps.cutter });
    });
    return { body: found };
  });
};

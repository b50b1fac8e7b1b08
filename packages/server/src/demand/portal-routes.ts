import { portalDemand, portalDemands, portalTeam } from '@xiaoer/contract/portal';
import { grantsOf, type PersonActor } from '@xiaoer/domain/access/actor';
import type { EnterpriseId } from '@xiaoer/domain/kernel/ids';
import type { FastifyInstance } from 'fastify';
import { read, type RowScope } from '../db/transact.ts';
import { problemOf } from '../http/problem.ts';
import { serve } from '../http/serve.ts';
import { portalDetail, portalPage, portalTeamOf } from './portal-queries.ts';
import type { DemandRouteDeps } from './routes.ts';

const enterpriseOf = (actor: PersonActor, scope: RowScope): EnterpriseId | undefined =>
  scope.enterpriseId ?? grantsOf(actor, 'enterprise')[0]?.enterpriseId;

const NOT_FOUND = { problem: problemOf('request.not-found') };

/** What an enterprise reads: its own demands in outward words, and who looks after it. */
export const portalRoutes = (app: FastifyInstance, deps: DemandRouteDeps): void => {
  serve(app, { deps, route: portalDemands }, async ({ actor, scope, query }) => {
    const enterpriseId = enterpriseOf(actor, scope);
    if (enterpriseId === undefined) return NOT_FOUND;
    return {
      body: await read(deps.pool, { ...scope, enterpriseId }, (db) => portalPage(db, enterpriseId, query)),
    };
  });
  serve(app, { deps, route: portalDemand }, async ({ actor, scope, params, now }) => {
    const enterpriseId = enterpriseOf(actor, scope);
    if (enterpriseId === undefined) return NOT_FOUND;
    const found = await read(deps.pool, { ...scope, enterpriseId }, async (db) =>
      portalDetail(db, { id: params.id, actor, now, configuration: await deps.configuration(db) }),
    );
    return found === undefined ? NOT_FOUND : { body: found, version: found.version };
  });
  serve(app, { deps, route: portalTeam }, async ({ actor, scope, now }) => {
    const enterpriseId = enterpriseOf(actor, scope);
    if (enterpriseId === undefined) return NOT_FOUND;
    const found = await read(deps.pool, { ...scope, enterpriseId }, async (db) =>
      portalTeamOf(db, enterpriseId, { now, configuration: await deps.configuration(db) }),
    );
    return found === undefined ? NOT_FOUND : { body: found };
  });
};

import { auditSearch } from '@xiaoer/contract/audit';
import { may } from '@xiaoer/domain/permissions';
import type { FastifyInstance } from 'fastify';
import type { Pool } from 'pg';
import type { ReadConfiguration } from '../configuration/read-configuration.ts';
import { read } from '../db/transact.ts';
import { problemOf } from '../http/problem.ts';
import { serve, type ServeDeps } from '../http/serve.ts';
import { auditPage } from './queries.ts';

export type AuditDeps = ServeDeps & { readonly pool: Pool; readonly configuration: ReadConfiguration };

/** Who did what, when: for those who audit. */
export const auditRoutes = (app: FastifyInstance, deps: AuditDeps): void => {
  serve(app, { deps, route: auditSearch }, async ({ actor, scope, query }) => {
    const access = may(actor, 'audit.read', undefined);
    if (access === 'hidden') return { problem: problemOf('request.not-found') };
    if (access === 'forbidden') return { problem: problemOf('access.forbidden') };
    return {
      body: await read(deps.pool, scope, async (db) =>
        auditPage(db, { query, configuration: await deps.configuration(db) }),
      ),
    };
  });
};

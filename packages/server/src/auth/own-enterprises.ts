import { chooseEnterprise } from '@xiaoer/contract/sign-in';
import type { EnterpriseId, TenantId } from '@xiaoer/domain/kernel/ids';
import type { FastifyInstance } from 'fastify';
import type { Pool } from 'pg';
import { read } from '../db/transact.ts';
import { problemOf } from '../http/problem.ts';
import { serve, type ServeDeps } from '../http/serve.ts';
import { chooseFor } from './session.ts';

type Named = { readonly id: EnterpriseId; readonly name: string };

/** The enterprises to choose from, by name; none where there is nothing to choose. */
export const enterprisesToChoose = async (
  pool: Pool,
  tenantId: TenantId,
  ids: readonly EnterpriseId[],
): Promise<readonly Named[]> => {
  if (ids.length < 2) return [];
  // The session's own scope shows one of them only.
  return read(pool, { tenantId }, (db) =>
    db.query<Named>(
      `select enterprise_id as id, name from enterprise where tenant_id = $1 and enterprise_id = any($2)
       order by name_initials, enterprise_id`,
      [tenantId, ids],
    ),
  );
};

/** A contact of several enterprises says for which of them this session goes on. */
export const serveChoosing = (app: FastifyInstance, deps: ServeDeps & { readonly pool: Pool }): void =>
  serve(app, { deps, route: chooseEnterprise }, async ({ enterpriseIds, sessionId, body }) => {
    if (!enterpriseIds.includes(body.enterpriseId)) return { problem: problemOf('request.not-found') };
    await chooseFor(deps.pool, sessionId, body.enterpriseId);
    return { body };
  });

import {
  enterprise,
  ENTERPRISE_CHANGES,
  enterprises,
  enterprisesFile,
  enterpriseTimeline,
  registerEnterprise,
} from '@xiaoer/contract/enterprise';
import { isStaff } from '@xiaoer/domain/access/judge';
import type { EnterpriseId } from '@xiaoer/domain/kernel/ids';
import type { SiteId } from '@xiaoer/domain/enterprise/state';
import type { FastifyInstance } from 'fastify';
import { serveChanges } from '../http/serve-changes.ts';
import { serveCommand, type CommandDeps } from '../http/serve-command.ts';
import { serveListFile } from '../http/serve-list-file.ts';
import { serveRead, type ReadDeps } from '../http/serve-read.ts';
import type { Cutter } from '../words/cutter.ts';
import { enterpriseDetail } from './detail-query.ts';
import { listFile } from './list-file.ts';
import { enterprisePage } from './list-query.ts';
import type { EnterpriseStore } from './store.ts';
import { timelinePage } from './timeline-query.ts';

export type EnterpriseRouteDeps = CommandDeps & ReadDeps & { readonly cutter: Cutter };

const MINTS = {
  AddSite: 'siteId',
  AddContact: 'contactId',
  AssignTeamMember: 'memberId',
  HandOverTeamRole: 'memberId',
  AddLiaison: 'liaisonId',
} as const;

/** Enterprises with their timeline, and every command on them. */
export const enterpriseRoutes = (
  app: FastifyInstance,
  deps: EnterpriseRouteDeps,
  store: EnterpriseStore,
): void => {
  serveRead(app, { deps, route: enterprises, action: 'enterprise.read' }, async (db, asked) => ({
    body: await enterprisePage(db, asked, deps.cutter),
  }));
  serveListFile(
    app,
    { deps, list: enterprises, route: enterprisesFile, action: 'enterprise.read', file: listFile },
    (db, asked) => enterprisePage(db, asked, deps.cutter),
  );
  serveRead(app, { deps, route: enterprise, action: 'enterprise.read' }, async (db, asked) => {
    const body = await enterpriseDetail(db, asked);
    return body && { body, version: body.version };
  });
  serveRead(app, { deps, route: enterpriseTimeline, action: 'enterprise.read' }, async (db, asked) => {
    if (!isStaff(asked.actor)) return undefined;
    const body = await timelinePage(db, asked);
    return body && { body };
  });
  serveCommand(app, { deps, route: registerEnterprise, store }, ({ body }) => {
    const enterpriseId = deps.newId() as EnterpriseId;
    const site = { ...body.site, siteId: deps.newId() as SiteId };
    return {
      id: enterpriseId,
      isNew: true,
      command: { ...body, type: 'RegisterEnterprise' as const, enterpriseId, site },
    };
  });
  serveChanges(app, { deps, store, routes: ENTERPRISE_CHANGES, mints: MINTS });
};

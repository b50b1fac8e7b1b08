import { planVisit, recordVisit, visit, VISIT_CHANGES, visits, visitsFile } from '@xiaoer/contract/visit';
import type { FastifyInstance } from 'fastify';
import { serveChanges, serveOpening } from '../http/serve-changes.ts';
import type { CommandDeps } from '../http/serve-command.ts';
import { serveListFile } from '../http/serve-list-file.ts';
import { serveRead, type ReadDeps } from '../http/serve-read.ts';
import { listFile } from './list-file.ts';
import { visitDetail, visitPage } from './queries.ts';
import type { VisitStore } from './store.ts';

/** Visits, and every command on them. */
export const visitRoutes = (app: FastifyInstance, deps: CommandDeps & ReadDeps, store: VisitStore): void => {
  serveRead(app, { deps, route: visits, action: 'visit.read' }, async (db, asked) => ({
    body: await visitPage(db, asked),
  }));
  serveListFile(
    app,
    { deps, list: visits, route: visitsFile, action: 'visit.read', file: listFile },
    visitPage,
  );
  serveRead(app, { deps, route: visit, action: 'visit.read' }, async (db, asked) => {
    const body = await visitDetail(db, asked);
    return body && { body, version: body.version };
  });
  serveOpening(app, { deps, store, route: planVisit, opens: { type: 'PlanVisit', id: 'visitId' } });
  serveOpening(app, { deps, store, route: recordVisit, opens: { type: 'RecordVisit', id: 'visitId' } });
  serveChanges(app, { deps, store, routes: VISIT_CHANGES, mints: { AddFinding: 'findingId' } });
};

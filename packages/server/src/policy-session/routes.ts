import {
  holdPolicySession,
  POLICY_SESSION_CHANGES,
  policySession,
  policySessions,
  policySessionsFile,
} from '@xiaoer/contract/policy-session';
import type { FastifyInstance } from 'fastify';
import { serveChanges, serveOpening } from '../http/serve-changes.ts';
import type { CommandDeps } from '../http/serve-command.ts';
import { serveListFile } from '../http/serve-list-file.ts';
import { serveRead, type ReadDeps } from '../http/serve-read.ts';
import { listFile } from './list-file.ts';
import { policySessionDetail, policySessionPage } from './queries.ts';
import type { PolicySessionStore } from './store.ts';

/** Policy sessions, and every command on them. */
export const policySessionRoutes = (
  app: FastifyInstance,
  deps: CommandDeps & ReadDeps,
  store: PolicySessionStore,
): void => {
  serveRead(app, { deps, route: policySessions, action: 'policySession.read' }, async (db, asked) => ({
    body: await policySessionPage(db, asked),
  }));
  serveListFile(
    app,
    { deps, list: policySessions, route: policySessionsFile, action: 'policySession.read', file: listFile },
    policySessionPage,
  );
  serveRead(app, { deps, route: policySession, action: 'policySession.read' }, async (db, asked) => {
    const body = await policySessionDetail(db, asked);
    return body && { body, version: body.version };
  });
  const opens = { type: 'HoldPolicySession', id: 'policySessionId' } as const;
  serveOpening(app, { deps, store, route: holdPolicySession, opens });
  serveChanges(app, { deps, store, routes: POLICY_SESSION_CHANGES, mints: {} });
};

import { me, revokeSession, sessions, signInOptions, signOut } from '@xiaoer/contract/sign-in';
import type { Instant } from '@xiaoer/domain/time/instant';
import type { FastifyInstance } from 'fastify';
import { read } from '../db/transact.ts';
import { problemOf } from '../http/problem.ts';
import { serve, servePublic } from '../http/serve.ts';
import { choiceOf, type AuthDeps } from './arrival.ts';
import { languageOf, serveLanguage } from './language.ts';
import { enterprisesToChoose, serveChoosing } from './own-enterprises.ts';
import { servePassword } from './password-routes.ts';
import { servePhone } from './phone-routes.ts';
import { endSession, SESSION_COOKIE } from './session.ts';
import { TENANT_COLUMNS, tenantsOfHost, type Tenant } from './tenants.ts';

const serveMe = (app: FastifyInstance, deps: AuthDeps): void =>
  serve(app, { deps, route: me }, async ({ actor, scope, person, enterpriseIds }) => {
    const [tenant] = (
      await deps.pool.query<Tenant>(`select ${TENANT_COLUMNS} from tenant where tenant_id = $1`, [
        scope.tenantId,
      ])
    ).rows;
    const { unread, language } = await read(deps.pool, scope, async (db) => {
      const [row] = await db.query<{ unread: number }>(
        'select count(*) as unread from notice where tenant_id = $1 and person_id = $2 and read_at is null',
        [scope.tenantId, actor.personId],
      );
      return { unread: row?.unread ?? 0, language: await languageOf(db, actor.personId) };
    });
    return {
      body: {
        personId: actor.personId,
        name: person.name,
        tenant: {
          code: tenant?.code ?? '',
          name: tenant?.name ?? '',
          nameEn: tenant?.name_en ?? '',
          sample: tenant?.sample ?? false,
        },
        grants: actor.grants.map(({ role, unitId, enterpriseId, onBehalfOf }) => ({
          role,
          unitId,
          enterpriseId,
          onBehalfOf,
        })),
        enterprises: [...(await enterprisesToChoose(deps.pool, scope.tenantId, enterpriseIds))],
        unreadNotices: unread,
        language,
        clockBehindMs: tenant?.clock_behind_ms ?? 0,
      },
    };
  });

/** Leaving, and what sessions of mine there are. They live by the real clock, not by the zone's. */
const serveSessions = (app: FastifyInstance, deps: AuthDeps): void => {
  serve(app, { deps, route: signOut }, async ({ actor, sessionId, reply }) => {
    await endSession(deps.pool, actor, sessionId);
    void reply.clearCookie(SESSION_COOKIE, { path: '/' });
    return { body: {} };
  });
  serve(app, { deps, route: sessions }, async ({ actor, sessionId }) => {
    const { rows } = await deps.pool.query<{
      session_id: string;
      created_at: Instant;
      last_seen_at: Instant;
      address: string;
      user_agent: string;
    }>(
      `select session_id, created_at, last_seen_at, address, user_agent from session
       where tenant_id = $1 and person_id = $2 and expires_at > $3 and ends_at > $3 order by last_seen_at desc`,
      [actor.tenantId, actor.personId, deps.now()],
    );
    const mine = rows.map((row) => ({
      sessionId: row.session_id,
      createdAt: row.created_at,
      lastSeenAt: row.last_seen_at,
      address: row.address,
      userAgent: row.user_agent,
      current: row.session_id === sessionId,
    }));
    return { body: { sessions: mine } };
  });
  serve(app, { deps, route: revokeSession }, async ({ actor, params }) => {
    const ended = await endSession(deps.pool, actor, params.sessionId);
    return ended ? { body: {} } : { problem: problemOf('request.not-found') };
  });
};

/** Coming in, leaving, and who one is. */
export const authRoutes = (app: FastifyInstance, deps: AuthDeps): void => {
  servePublic(app, { deps, route: signInOptions }, async ({ request }) => {
    const tenants = await tenantsOfHost(deps.pool, request.hostname);
    return { body: { tenants: choiceOf(tenants), sample: tenants.some(({ sample }) => sample) } };
  });
  servePassword(app, deps);
  servePhone(app, deps);
  serveMe(app, deps);
  serveSessions(app, deps);
  serveLanguage(app, deps);
  serveChoosing(app, deps);
};

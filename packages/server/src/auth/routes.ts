import {
  askForPhoneCode,
  me,
  revokeSession,
  sessions,
  signInOptions,
  signInWithPassword,
  signInWithPhoneCode,
  signOut,
} from '@xiaoer/contract/sign-in';
import type { PersonId, TenantId } from '@xiaoer/domain/kernel/ids';
import type { Instant } from '@xiaoer/domain/time/instant';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Pool } from 'pg';
import { read } from '../db/transact.ts';
import { problemOf } from '../http/problem.ts';
import { serve, servePublic, type ServeDeps } from '../http/serve.ts';
import type { SmsSender } from '../notify/sms.ts';
import { languageOf, serveLanguage } from './language.ts';
import { clearFailures, isLocked, recordFailure } from './lockout.ts';
import { passwordMatches, SAMPLE_PASSWORD } from './password.ts';
import { CODE_MINUTES, codeMatches, issueCode, secretHash, useCode } from './phone-code.ts';
import { endSession, openSession, SESSION_COOKIE } from './session.ts';
import { TENANT_COLUMNS, tenantsOfHost, type Tenant } from './tenants.ts';

export type AuthDeps = ServeDeps & {
  readonly pool: Pool;
  readonly newId: () => string;
  readonly secret: string;
  readonly sendSms: SmsSender;
  /** Cookies are marked Secure unless the program is used over plain HTTP on this machine. */
  readonly secureCookies: boolean;
};

type Person = { readonly tenant: Tenant; readonly personId: PersonId };
type Arrival = { readonly request: FastifyRequest; readonly reply: FastifyReply; readonly now: Instant };

const openFor = async (deps: AuthDeps, { tenant, personId }: Person, { request, reply, now }: Arrival) => {
  const session = {
    tenantId: tenant.tenant_id,
    personId,
    address: request.ip,
    userAgent: request.headers['user-agent'] ?? '',
    now,
  };
  const token = await openSession(deps.pool, session, deps.newId());
  void reply.setCookie(SESSION_COOKIE, token, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: deps.secureCookies,
    maxAge: 30 * 24 * 3600,
  });
  return { body: { signedIn: true, tenants: [] } };
};

const choiceOf = (tenants: readonly Tenant[]) =>
  tenants.map(({ code, name, name_en }) => ({ code, name, nameEn: name_en }));

const wrong = async (deps: AuthDeps, account: string, { request, now }: Arrival) => {
  await recordFailure(deps.pool, { account, address: request.ip, now }, deps.newId);
  return { problem: problemOf('sign-in.wrong') };
};

type CredentialRow = {
  readonly tenant_id: TenantId;
  readonly person_id: PersonId;
  readonly password_hash: string | null;
};

const servePassword = (app: FastifyInstance, deps: AuthDeps): void =>
  servePublic(app, { deps, route: signInWithPassword }, async ({ body, ...arrival }) => {
    const attempt = {
      account: `${body.tenant ?? ''}/${body.account}`,
      address: arrival.request.ip,
      now: arrival.now,
    };
    if (await isLocked(deps.pool, attempt)) return { problem: problemOf('sign-in.locked') };
    const tenants = await tenantsOfHost(deps.pool, arrival.request.hostname);
    const named = tenants.filter(({ code }) => body.tenant === undefined || code === body.tenant);
    const tenant = named.length === 1 ? named[0] : undefined;
    const { rows } = await deps.pool.query<CredentialRow>(
      'select tenant_id, person_id, password_hash from credential where tenant_id = $1 and account = $2',
      [tenant?.tenant_id ?? -1, body.account],
    );
    const [credential] = rows;
    const matches = await passwordMatches(credential?.password_hash, body.password);
    if (!matches || !credential || !tenant) return wrong(deps, attempt.account, arrival);
    if (body.password === SAMPLE_PASSWORD && !tenant.sample)
      return { problem: problemOf('sign-in.sample-password') };
    await clearFailures(deps.pool, attempt);
    return openFor(deps, { tenant, personId: credential.person_id }, arrival);
  });

const servePhoneCode = (app: FastifyInstance, deps: AuthDeps): void => {
  servePublic(app, { deps, route: askForPhoneCode }, async ({ body, now }) => {
    const code = await issueCode(deps, body.phone, now);
    if (code === undefined) return { problem: problemOf('sign-in.locked') };
    const { rowCount } = await deps.pool.query('select 1 from credential where phone_hash = $1 limit 1', [
      secretHash(deps.secret, 'phone', body.phone),
    ]);
    if (rowCount === 1)
      await deps.sendSms({
        phone: body.phone,
        text: `店小二:您的登录验证码是 ${code},${CODE_MINUTES} 分钟内有效。`,
      });
    return { body: { validSeconds: CODE_MINUTES * 60 } };
  });
  servePublic(app, { deps, route: signInWithPhoneCode }, async ({ body, ...arrival }) => {
    const attempt = { account: `phone/${body.phone}`, address: arrival.request.ip, now: arrival.now };
    if (await isLocked(deps.pool, attempt)) return { problem: problemOf('sign-in.locked') };
    if (!(await codeMatches(deps, body, arrival.now))) return wrong(deps, attempt.account, arrival);
    const tenants = await tenantsOfHost(deps.pool, arrival.request.hostname);
    const { rows } = await deps.pool.query<CredentialRow>(
      'select tenant_id, person_id, password_hash from credential where phone_hash = $1',
      [secretHash(deps.secret, 'phone', body.phone)],
    );
    const people = rows.flatMap(({ tenant_id, person_id }) => {
      const tenant = tenants.find((candidate) => candidate.tenant_id === tenant_id);
      return tenant && (body.tenant === undefined || tenant.code === body.tenant)
        ? [{ tenant, personId: person_id }]
        : [];
    });
    const [person, ...others] = people;
    if (person === undefined) return wrong(deps, attempt.account, arrival);
    if (others.length > 0)
      return { body: { signedIn: false, tenants: choiceOf(people.map(({ tenant }) => tenant)) } };
    await useCode(deps, body.phone, arrival.now);
    return openFor(deps, person, arrival);
  });
};

const serveMe = (app: FastifyInstance, deps: AuthDeps): void =>
  serve(app, { deps, route: me }, async ({ actor, scope, person }) => {
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
        unreadNotices: unread,
        language,
        clockBehindMs: tenant?.clock_behind_ms ?? 0,
      },
    };
  });

/** Leaving, and what sessions of mine there are. */
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
       where tenant_id = $1 and person_id = $2 order by last_seen_at desc`,
      [actor.tenantId, actor.personId],
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

export const authRoutes = (app: FastifyInstance, deps: AuthDeps): void => {
  servePublic(app, { deps, route: signInOptions }, async ({ request }) => {
    const tenants = await tenantsOfHost(deps.pool, request.hostname);
    return { body: { tenants: choiceOf(tenants), sample: tenants.some(({ sample }) => sample) } };
  });
  servePassword(app, deps);
  servePhoneCode(app, deps);
  serveMe(app, deps);
  serveSessions(app, deps);
  serveLanguage(app, deps);
};

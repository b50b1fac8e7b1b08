import type { PersonId } from '@xiaoer/domain/kernel/ids';
import { millisecondsBetween, type Instant } from '@xiaoer/domain/time/instant';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Pool } from 'pg';
import { problemOf } from '../http/problem.ts';
import type { ServeDeps } from '../http/serve.ts';
import type { SmsSender } from '../notify/sms.ts';
import type { Locked } from './lockout.ts';
import { openSession, SESSION_COOKIE } from './session.ts';
import type { Tenant } from './tenants.ts';

export type AuthDeps = ServeDeps & {
  readonly pool: Pool;
  readonly newId: () => string;
  readonly secret: string;
  readonly sendSms: SmsSender;
  /** Cookies are marked Secure unless the program is used over plain HTTP on this machine. */
  readonly secureCookies: boolean;
};

/** A person a password or a code stands for, and where. */
export type Known = { readonly tenant: Tenant; readonly personId: PersonId };
/** Somebody who asks to come in. */
export type Arrival = {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly now: Instant;
};

const COOKIE_SECONDS = 30 * 24 * 3600;

/** Opens a session for the person and hands its token over in a cookie of this host name alone. */
export const openFor = async (
  deps: AuthDeps,
  { tenant, personId }: Known,
  { request, reply, now }: Arrival,
) => {
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
    maxAge: COOKIE_SECONDS,
  });
  return { body: { signedIn: true, tenants: [] } };
};

/** The zones to choose from. */
export const choiceOf = (tenants: readonly Tenant[]) =>
  tenants.map(({ code, name, name_en }) => ({ code, name, nameEn: name_en }));

/** Too many attempts, and after how many seconds there may be another. */
export const lockedOut = (
  { lockedUntil }: Locked,
  { reply, now }: Pick<Arrival, 'reply' | 'now'>,
  code: 'sign-in.locked' | 'sign-in.too-many-codes' = 'sign-in.locked',
) => {
  void reply.header('retry-after', String(Math.ceil(millisecondsBetween(now, lockedUntil) / 1_000)));
  return { problem: problemOf(code) };
};

import { askForPhoneCode, signInWithPhoneCode } from '@xiaoer/contract/sign-in';
import type { PersonId, TenantId } from '@xiaoer/domain/kernel/ids';
import type { FastifyInstance } from 'fastify';
import type { Pool } from 'pg';
import { problemOf } from '../http/problem.ts';
import { servePublic } from '../http/serve.ts';
import { choiceOf, lockedOut, openFor, type AuthDeps, type Known } from './arrival.ts';
import { phoneHashOf } from './credentials.ts';
import { beginAttempt, counterOf, counterOfAddress } from './lockout.ts';
import { CODE_MINUTES, codeMatches, issueCode, useCode } from './phone-code.ts';
import { tenantsOfHost } from './tenants.ts';

const WRONG = { problem: problemOf('sign-in.wrong') };

type Whose = { readonly tenant_id: TenantId; readonly person_id: PersonId };

const whoHas = async (pool: Pool, phoneHash: string): Promise<readonly Whose[]> =>
  (await pool.query<Whose>('select tenant_id, person_id from credential where phone_hash = $1', [phoneHash]))
    .rows;

/** The people with the phone in the zones of the host name, or in the one zone that was named. */
const knownBy = async (
  deps: AuthDeps,
  { phone, tenant }: { readonly phone: string; readonly tenant?: string | undefined },
  hostName: string,
): Promise<readonly Known[]> => {
  const tenants = await tenantsOfHost(deps.pool, hostName);
  const named = tenants.filter(({ code }) => tenant === undefined || code === tenant);
  return (await whoHas(deps.pool, phoneHashOf(deps.secret, phone))).flatMap((whose) => {
    const zone = named.find(({ tenant_id }) => tenant_id === whose.tenant_id);
    return zone === undefined ? [] : [{ tenant: zone, personId: whose.person_id }];
  });
};

/**
 * Having a code sent. Everybody is answered alike and at once: nobody waits for the gateway, since only those whose phone
 * is known would, and a gateway that fails is in the log.
 */
const serveAsking = (app: FastifyInstance, deps: AuthDeps): void => {
  const sending = new Set<Promise<void>>();
  app.addHook('onClose', async () => void (await Promise.all(sending)));
  servePublic(app, { deps, route: askForPhoneCode }, async ({ body: { phone }, request, reply, now }) => {
    const counters = [
      counterOf(deps.secret, 'code-phone', phone),
      counterOfAddress(deps.secret, 'code-address', request.ip),
    ] as const;
    const attempt = await beginAttempt(deps, counters, now);
    if ('lockedUntil' in attempt) return lockedOut(attempt, { reply, now }, 'sign-in.too-many-codes');
    const code = await issueCode(deps, phone, now);
    if ((await whoHas(deps.pool, phoneHashOf(deps.secret, phone))).length > 0) {
      const text = `店小二：您的登录验证码是 ${code}，${CODE_MINUTES} 分钟内有效。`;
      const sent = deps
        .sendSms({ phone, text })
        .catch((error: unknown) => request.log.error({ err: error }, 'a code was not sent'));
      sending.add(sent);
      void sent.then(() => sending.delete(sent));
    }
    return { body: { validSeconds: CODE_MINUTES * 60 } };
  });
};

const serveAnswering = (app: FastifyInstance, deps: AuthDeps): void =>
  servePublic(app, { deps, route: signInWithPhoneCode }, async ({ body, ...arrival }) => {
    const counters = [
      counterOf(deps.secret, 'phone', body.phone),
      counterOfAddress(deps.secret, 'address', arrival.request.ip),
    ] as const;
    const attempt = await beginAttempt(deps, counters, arrival.now);
    if ('lockedUntil' in attempt) return lockedOut(attempt, arrival);
    if (!(await codeMatches(deps, body, arrival.now))) return WRONG;
    const [person, ...others] = await knownBy(deps, body, arrival.request.hostname);
    if (person === undefined) return WRONG;
    if (others.length > 0) {
      await attempt.forgive();
      return {
        body: { signedIn: false, tenants: choiceOf([person, ...others].map(({ tenant }) => tenant)) },
      };
    }
    if (!(await useCode(deps, body, arrival.now))) return WRONG;
    await attempt.forgive();
    return openFor(deps, person, arrival);
  });

/** Signing in by a code sent to the phone. */
export const servePhone = (app: FastifyInstance, deps: AuthDeps): void => {
  serveAsking(app, deps);
  serveAnswering(app, deps);
};

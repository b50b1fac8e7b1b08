import { signInWithPassword } from '@xiaoer/contract/sign-in';
import type { PersonId } from '@xiaoer/domain/kernel/ids';
import type { FastifyInstance } from 'fastify';
import type { Pool } from 'pg';
import { problemOf } from '../http/problem.ts';
import { servePublic } from '../http/serve.ts';
import { lockedOut, openFor, type AuthDeps } from './arrival.ts';
import { beginAttempt, counterOf, counterOfAddress } from './lockout.ts';
import { passwordMatches, SAMPLE_PASSWORD } from './password.ts';
import { tenantsOfHost, type Tenant } from './tenants.ts';

type CredentialRow = { readonly person_id: PersonId; readonly password_hash: string | null };

/** The zone of the host name or of the code; undefined: several are possible, or none. */
const zoneOf = async (
  pool: Pool,
  hostName: string,
  code: string | undefined,
): Promise<Tenant | undefined> => {
  const tenants = await tenantsOfHost(pool, hostName);
  const named = tenants.filter((tenant) => code === undefined || tenant.code === code);
  return named.length === 1 ? named[0] : undefined;
};

const credentialOf = async (
  pool: Pool,
  tenant: Tenant | undefined,
  account: string,
): Promise<CredentialRow | undefined> => {
  const { rows } = await pool.query<CredentialRow>(
    'select person_id, password_hash from credential where tenant_id = $1 and account = $2',
    [tenant?.tenant_id ?? -1, account],
  );
  return rows[0];
};

/** Signing in by password. An account nobody has is counted, and takes as long, as one that somebody has. */
export const servePassword = (app: FastifyInstance, deps: AuthDeps): void =>
  servePublic(app, { deps, route: signInWithPassword }, async ({ body, ...arrival }) => {
    const tenant = await zoneOf(deps.pool, arrival.request.hostname, body.tenant);
    const account = counterOf(deps.secret, 'account', `${tenant?.tenant_id ?? ''}/${body.account}`);
    const address = counterOfAddress(deps.secret, 'address', arrival.request.ip);
    const attempt = await beginAttempt(deps, [account, address], arrival.now);
    if ('lockedUntil' in attempt) return lockedOut(attempt, arrival);
    const credential = await credentialOf(deps.pool, tenant, body.account);
    const matches = await passwordMatches(credential?.password_hash, body.password);
    if (!matches || !credential || !tenant) return { problem: problemOf('sign-in.wrong') };
    await attempt.forgive();
    if (body.password === SAMPLE_PASSWORD && !tenant.sample)
      return { problem: problemOf('sign-in.sample-password') };
    return openFor(deps, { tenant, personId: credential.person_id }, arrival);
  });

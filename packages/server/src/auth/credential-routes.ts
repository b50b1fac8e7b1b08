import { changePassword, setAccount } from '@xiaoer/contract/person';
import { hasRole } from '@xiaoer/domain/access/actor';
import { isStaff } from '@xiaoer/domain/access/judge';
import type { PersonId, TenantId } from '@xiaoer/domain/kernel/ids';
import type { FastifyInstance } from 'fastify';
import { DatabaseError, type Pool } from 'pg';
import { transact } from '../db/transact.ts';
import { writeBatch } from '../db/write-batch.ts';
import { problemOf } from '../http/problem.ts';
import { serve, type ServeDeps } from '../http/serve.ts';
import { passwordWrite } from './credentials.ts';
import { lockedOut } from './arrival.ts';
import { beginAttempt, counterOf, counterOfAddress } from './lockout.ts';
import { hashPassword, passwordMatches, SAMPLE_PASSWORD } from './password.ts';

export type CredentialDeps = ServeDeps & {
  readonly pool: Pool;
  readonly newId: () => string;
  readonly secret: string;
};

type Whose = { readonly tenantId: TenantId; readonly personId: PersonId };
type Kept = { readonly account: string | null; readonly password_hash: string | null };

const UNIQUE_VIOLATION = '23505';

/** Sample zones may hand out the sample password; nobody else may. */
const isRefusedSample = async (pool: Pool, { tenantId }: Whose, password: string): Promise<boolean> => {
  if (password !== SAMPLE_PASSWORD) return false;
  const { rows } = await pool.query('select 1 from tenant where tenant_id = $1 and sample', [tenantId]);
  return rows.length === 0;
};

const keptFor = async (pool: Pool, { tenantId, personId }: Whose): Promise<Kept | undefined> => {
  const { rows } = await pool.query<Kept>(
    'select account, password_hash from credential where tenant_id = $1 and person_id = $2',
    [tenantId, personId],
  );
  return rows[0];
};

const endSessions = (pool: Pool, { tenantId, personId }: Whose, except?: string) =>
  pool.query(
    'delete from session where tenant_id = $1 and person_id = $2 and session_id is distinct from $3::uuid',
    [tenantId, personId, except ?? null],
  );

/** `taken` when somebody else signs in with the account, `unknown` when there is no such active person. */
const keep = async (
  pool: Pool,
  whose: Whose,
  credential: { readonly account: string; readonly passwordHash: string },
): Promise<'kept' | 'taken' | 'unknown'> => {
  try {
    return await transact<'kept' | 'unknown'>(pool, { tenantId: whose.tenantId }, async (tx) => {
      const known = await tx.query(
        `select 1 from person where tenant_id = $1 and person_id = $2 and standing = 'active' for share`,
        [whose.tenantId, whose.personId],
      );
      if (known.length === 0) return { answer: 'unknown', keep: false };
      await writeBatch(tx, [passwordWrite(whose, credential)]);
      return { answer: 'kept', keep: true };
    });
  } catch (error) {
    if (error instanceof DatabaseError && error.code === UNIQUE_VIOLATION) return 'taken';
    throw error;
  }
};

const serveSetAccount = (app: FastifyInstance, deps: CredentialDeps): void =>
  serve(app, { deps, route: setAccount }, async ({ actor, params, body }) => {
    if (!hasRole(actor, 'admin'))
      return { problem: problemOf(isStaff(actor) ? 'access.forbidden' : 'request.not-found') };
    const whose = { tenantId: actor.tenantId, personId: params.id };
    if (await isRefusedSample(deps.pool, whose, body.password))
      return { problem: problemOf('sign-in.sample-password') };
    const passwordHash = await hashPassword(body.password);
    const outcome = await keep(deps.pool, whose, { account: body.account, passwordHash });
    if (outcome === 'taken') return { problem: problemOf('sign-in.account-taken') };
    if (outcome === 'unknown') return { problem: problemOf('request.not-found') };
    await endSessions(deps.pool, whose);
    return { body: {} };
  });

const serveChangePassword = (app: FastifyInstance, deps: CredentialDeps): void =>
  serve(app, { deps, route: changePassword }, async ({ actor, sessionId, body, request, reply }) => {
    const now = deps.now();
    const counters = [
      counterOf(deps.secret, 'password', `${actor.tenantId}/${actor.personId}`),
      counterOfAddress(deps.secret, 'address', request.ip),
    ] as const;
    const attempt = await beginAttempt(deps, counters, now);
    if ('lockedUntil' in attempt) return lockedOut(attempt, { reply, now });
    const kept = await keptFor(deps.pool, actor);
    if (!(await passwordMatches(kept?.password_hash, body.current)))
      return { problem: problemOf('sign-in.password-wrong') };
    await attempt.forgive();
    if (await isRefusedSample(deps.pool, actor, body.next))
      return { problem: problemOf('sign-in.sample-password') };
    await deps.pool.query(
      'update credential set password_hash = $3 where tenant_id = $1 and person_id = $2',
      [actor.tenantId, actor.personId, await hashPassword(body.next)],
    );
    await endSessions(deps.pool, actor, sessionId);
    return { body: {} };
  });

/** Accounts and passwords: set by the administrator, changed by oneself. */
export const credentialRoutes = (app: FastifyInstance, deps: CredentialDeps): void => {
  serveSetAccount(app, deps);
  serveChangePassword(app, deps);
};

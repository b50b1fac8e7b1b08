import { createHash, randomBytes } from 'node:crypto';
import type { PersonId, TenantId } from '@xiaoer/domain/kernel/ids';
import { addMinutes, type Instant } from '@xiaoer/domain/time/instant';
import type { Pool } from 'pg';

const SLIDING_MINUTES = 12 * 60;
const ABSOLUTE_MINUTES = 30 * 24 * 60;
/** A session is touched at most this often, so that reading does not write. */
const TOUCH_MINUTES = 10;

export const SESSION_COOKIE = 'xiaoer_session';

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

export type NewSession = {
  readonly tenantId: TenantId;
  readonly personId: PersonId;
  readonly address: string;
  readonly userAgent: string;
  readonly now: Instant;
};

/** Opens a session and answers with its token: 256 random bits, of which the database keeps the SHA-256 only. */
export const openSession = async (pool: Pool, session: NewSession, sessionId: string): Promise<string> => {
  const token = randomBytes(32).toString('base64url');
  await pool.query(
    `insert into session (token_hash, session_id, tenant_id, person_id, created_at, last_seen_at, expires_at, ends_at,
       address, user_agent) values ($1, $2, $3, $4, $5, $5, $6, $7, $8, $9)`,
    [
      hashOf(token),
      sessionId,
      session.tenantId,
      session.personId,
      session.now,
      addMinutes(session.now, SLIDING_MINUTES),
      addMinutes(session.now, ABSOLUTE_MINUTES),
      session.address,
      session.userAgent.slice(0, 300),
    ],
  );
  return token;
};

export type FoundSession = {
  readonly session_id: string;
  readonly tenant_id: TenantId;
  readonly person_id: PersonId;
  readonly last_seen_at: Instant;
  readonly person_state: unknown;
  readonly configuration: string;
  readonly clock_behind_ms: number;
};

/** The live session of a token with its person; slides its expiry now and then. */
export const findSession = async (
  pool: Pool,
  token: string,
  now: Instant,
): Promise<FoundSession | undefined> => {
  const { rows } = await pool.query<FoundSession>({
    name: 'session-person',
    text: `select session_id, tenant_id, person_id, last_seen_at, person_state, configuration, clock_behind_ms
      from session_person($1, $2)`,
    values: [hashOf(token), now],
  });
  const [found] = rows;
  if (found !== undefined && found.last_seen_at < addMinutes(now, -TOUCH_MINUTES))
    await pool.query('update session set last_seen_at = $2, expires_at = $3 where session_id = $1', [
      found.session_id,
      now,
      addMinutes(now, SLIDING_MINUTES),
    ]);
  return found;
};

export const endSession = async (
  pool: Pool,
  owner: { readonly tenantId: TenantId; readonly personId: PersonId },
  sessionId: string,
): Promise<boolean> => {
  const { rowCount } = await pool.query(
    'delete from session where tenant_id = $1 and person_id = $2 and session_id = $3',
    [owner.tenantId, owner.personId, sessionId],
  );
  return rowCount === 1;
};

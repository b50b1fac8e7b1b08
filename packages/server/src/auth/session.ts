import { hash, randomBytes } from 'node:crypto';
import type { EnterpriseId, PersonId, TenantId } from '@xiaoer/domain/kernel/ids';
import { addMinutes, type Instant } from '@xiaoer/domain/time/instant';
import type { Pool } from 'pg';
import { together } from '../db/together.ts';

const SLIDING_MINUTES = 12 * 60;
const ABSOLUTE_MINUTES = 30 * 24 * 60;
/** A session is touched at most this often, so that reading does not write. */
const TOUCH_MINUTES = 10;

export const SESSION_COOKIE = 'xiaoer_session';

const hashOf = (token: string): Buffer => hash('sha256', token, 'buffer');

export type NewSession = {
  readonly tenantId: TenantId;
  readonly personId: PersonId;
  readonly address: string;
  readonly userAgent: string;
  readonly now: Instant;
};

/**
 * Opens a session and answers with its token: 256 random bits, of which the database keeps the SHA-256 only. It begins with the
 * enterprise of the session that the person used last, of those that have not ended.
 */
export const openSession = async (pool: Pool, session: NewSession, sessionId: string): Promise<string> => {
  const token = randomBytes(32).toString('base64url');
  await pool.query(
    `insert into session (token_hash, session_id, tenant_id, person_id, created_at, last_seen_at, expires_at, ends_at,
       address, user_agent, speaks_for)
     select $1, $2, $3, $4, $5, $5, $6, $7, $8, $9, (
       select speaks_for from session where tenant_id = $3 and person_id = $4 order by last_seen_at desc limit 1)`,
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
  /** Of several enterprises the one that was chosen. */
  readonly speaks_for: EnterpriseId | null;
};

/** The live sessions of tokens with their people; slides their expiry now and then. */
const findSessions = async (
  pool: Pool,
  tokens: readonly string[],
  now: Instant,
): Promise<ReadonlyMap<string, FoundSession>> => {
  const { rows } = await pool.query<FoundSession & { readonly place: number }>({
    name: 'session-person',
    text: `select t.place, s.session_id, s.tenant_id, s.person_id, s.last_seen_at, s.person_state, s.configuration,
        s.clock_behind_ms, s.speaks_for
      from unnest($1::bytea[]) with ordinality t(hash, place) cross join lateral session_person(t.hash, $2) s`,
    values: [tokens.map(hashOf), now],
  });
  const unseen = rows.filter((row) => row.last_seen_at < addMinutes(now, -TOUCH_MINUTES));
  if (unseen.length > 0)
    await pool.query('update session set last_seen_at = $2, expires_at = $3 where session_id = any($1)', [
      unseen.map((row) => row.session_id),
      now,
      addMinutes(now, SLIDING_MINUTES),
    ]);
  const rowAt = new Map(rows.map((row) => [row.place, row]));
  return new Map(
    tokens.flatMap((token, index) => {
      const row = rowAt.get(index + 1);
      return row === undefined ? [] : [[token, row] as const];
    }),
  );
};

/** Finds the live session of a token. Requests that come in together are looked up together. */
export const sessionFinder = (
  pool: Pool,
  now: () => Instant,
): ((token: string) => Promise<FoundSession | undefined>) =>
  together((tokens) => findSessions(pool, tokens, now()));

/** For which of their enterprises a contact speaks from now on in this session. */
export const chooseFor = async (pool: Pool, sessionId: string, enterpriseId: EnterpriseId): Promise<void> => {
  await pool.query('update session set speaks_for = $2 where session_id = $1', [sessionId, enterpriseId]);
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

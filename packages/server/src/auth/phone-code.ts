import { createHmac, randomInt, timingSafeEqual } from 'node:crypto';
import { addMinutes, type Instant } from '@xiaoer/domain/time/instant';
import type { Pool } from 'pg';

export const CODE_MINUTES = 5;
const MOST_ATTEMPTS = 5;

/** Phones and codes are kept only as HMACs under the installation's secret. */
export const secretHash = (secret: string, ...parts: readonly string[]): string =>
  createHmac('sha256', secret).update(parts.join('\n')).digest('base64url');

type CodeDeps = { readonly pool: Pool; readonly secret: string; readonly newId: () => string };

/** A fresh six-digit code for the phone. */
export const issueCode = async (deps: CodeDeps, phone: string, now: Instant): Promise<string> => {
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  await deps.pool.query(
    `insert into phone_code (code_id, phone_hash, code_hash, created_at, expires_at) values ($1, $2, $3, $4, $5)`,
    [
      deps.newId(),
      secretHash(deps.secret, 'phone', phone),
      secretHash(deps.secret, 'code', phone, code),
      now,
      addMinutes(now, CODE_MINUTES),
    ],
  );
  return code;
};

/**
 * Checks a code against the phone's newest one. A wrong code counts as an attempt; five make it worthless. A right one
 * stays good until `useCode`, so that a person known in two zones may choose after checking.
 */
export const codeMatches = async (
  deps: CodeDeps,
  { phone, code }: { readonly phone: string; readonly code: string },
  now: Instant,
): Promise<boolean> => {
  const { rows } = await deps.pool.query<{ code_hash: string }>(
    `update phone_code set attempts = attempts + 1
     where code_id = (select code_id from phone_code where phone_hash = $1 order by created_at desc limit 1)
       and used_at is null and expires_at > $2 and attempts < ${MOST_ATTEMPTS} returning code_hash`,
    [secretHash(deps.secret, 'phone', phone), now],
  );
  const [row] = rows;
  if (row === undefined) return false;
  return timingSafeEqual(
    Buffer.from(row.code_hash),
    Buffer.from(secretHash(deps.secret, 'code', phone, code)),
  );
};

/** False when somebody else has just used it: a code opens one session. */
export const useCode = async (
  deps: CodeDeps,
  { phone, code }: { readonly phone: string; readonly code: string },
  now: Instant,
): Promise<boolean> => {
  const { rowCount } = await deps.pool.query(
    'update phone_code set used_at = $3 where phone_hash = $1 and code_hash = $2 and used_at is null',
    [secretHash(deps.secret, 'phone', phone), secretHash(deps.secret, 'code', phone, code), now],
  );
  return (rowCount ?? 0) > 0;
};

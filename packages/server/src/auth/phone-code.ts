import { createHmac, randomInt, timingSafeEqual } from 'node:crypto';
import { addMinutes, type Instant } from '@xiaoer/domain/time/instant';
import type { Pool } from 'pg';

export const CODE_MINUTES = 5;
const MOST_ATTEMPTS = 5;
const MOST_PER_QUARTER_HOUR = 5;

/** Phones and codes are kept only as HMACs under the installation's secret. */
export const secretHash = (secret: string, ...parts: readonly string[]): string =>
  createHmac('sha256', secret).update(parts.join('\n')).digest('base64url');

type CodeDeps = { readonly pool: Pool; readonly secret: string; readonly newId: () => string };

/** A fresh six-digit code for the phone; undefined when it has had too many lately. */
export const issueCode = async (deps: CodeDeps, phone: string, now: Instant): Promise<string | undefined> => {
  const phoneHash = secretHash(deps.secret, 'phone', phone);
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  const { rowCount } = await deps.pool.query(
    `insert into phone_code (code_id, phone_hash, code_hash, created_at, expires_at)
     select $1, $2, $3, $4, $5
     where (select count(*) from phone_code where phone_hash = $2 and created_at > $6) < ${MOST_PER_QUARTER_HOUR}`,
    [
      deps.newId(),
      phoneHash,
      secretHash(deps.secret, 'code', phone, code),
      now,
      addMinutes(now, CODE_MINUTES),
      addMinutes(now, -15),
    ],
  );
  return rowCount === 1 ? code : undefined;
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

export const useCode = async (deps: CodeDeps, phone: string, now: Instant): Promise<void> => {
  await deps.pool.query('update phone_code set used_at = $2 where phone_hash = $1 and used_at is null', [
    secretHash(deps.secret, 'phone', phone),
    now,
  ]);
};

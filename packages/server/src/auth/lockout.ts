import { addMinutes, type Instant } from '@xiaoer/domain/time/instant';
import type { Pool } from 'pg';
import { networkOf } from './network-of.ts';
import { secretHash } from './phone-code.ts';

/** Kept in the database, so that every process counts the same, and a process that starts anew goes on counting. */
const WINDOW_MINUTES = 15;

/** How often within a quarter of an hour one may fail under a name, or have a code sent. */
const MOST = { account: 8, password: 8, phone: 8, address: 60, 'code-phone': 5, 'code-address': 60 } as const;

type Kind = keyof typeof MOST;
type Counter = { readonly subject: string; readonly most: number };

/** What an attempt is counted under. Names that people typed are kept as HMACs, whether anybody has them or not. */
export const counterOf = (secret: string, kind: Kind, name: string): Counter => ({
  subject: `${kind}:${secretHash(secret, kind, name)}`,
  most: MOST[kind],
});

/** The counter of an address. */
export const counterOfAddress = (
  secret: string,
  kind: 'address' | 'code-address',
  address: string,
): Counter => counterOf(secret, kind, networkOf(address));

export type AttemptDeps = { readonly pool: Pool; readonly newId: () => string };

/** An attempt that may be made. Whoever does not forgive it has failed. */
export type Attempt = {
  /** It was none: what the first counter holds is forgotten, of the others only this attempt. */
  readonly forgive: () => Promise<void>;
};
export type Locked = { readonly lockedUntil: Instant };

const forget = async (pool: Pool, ids: readonly string[], subject: string | null): Promise<void> => {
  await pool.query('delete from sign_in_failure where failure_id = any($1) or subject = $2', [ids, subject]);
};

/** When the last of the counters that are full has room again. */
const lockedUntil = async (
  pool: Pool,
  counters: readonly Counter[],
  now: Instant,
): Promise<Instant | undefined> => {
  const { rows } = await pool.query<{ full_since: Instant | null }>(
    `select max(f.failed_at) as full_since from unnest($1::text[], $2::integer[]) c(subject, most)
     cross join lateral (
       select failed_at from sign_in_failure where subject = c.subject and failed_at > $3
       order by failed_at desc offset c.most limit 1) f`,
    [
      counters.map(({ subject }) => subject),
      counters.map(({ most }) => most),
      addMinutes(now, -WINDOW_MINUTES),
    ],
  );
  const since = rows[0]?.full_since ?? undefined;
  return since && addMinutes(since, WINDOW_MINUTES);
};

/**
 * Counts an attempt before it is made: a hundred that are made at once are a hundred. One that finds a counter full is
 * not made and not counted, so that the lock ends though somebody goes on trying.
 */
export const beginAttempt = async (
  { pool, newId }: AttemptDeps,
  counters: readonly [Counter, ...Counter[]],
  now: Instant,
): Promise<Attempt | Locked> => {
  const ids = counters.map(newId);
  await pool.query(
    `insert into sign_in_failure (failure_id, subject, failed_at)
     select id, subject, $3 from unnest($1::uuid[], $2::text[]) c(id, subject)`,
    [ids, counters.map(({ subject }) => subject), now],
  );
  const until = await lockedUntil(pool, counters, now);
  if (until === undefined) return { forgive: () => forget(pool, ids, counters[0].subject) };
  await forget(pool, ids, null);
  return { lockedUntil: until };
};

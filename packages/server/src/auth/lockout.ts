import { addMinutes, type Instant } from '@xiaoer/domain/time/instant';
import type { Pool } from 'pg';

/** Kept in the database, so that every process counts the same. */
const WINDOW_MINUTES = 15;
const MOST_PER_ACCOUNT = 8;
const MOST_PER_ADDRESS = 60;

export type Attempt = { readonly account: string; readonly address: string; readonly now: Instant };

const subjects = ({ account, address }: Attempt) => [`account:${account}`, `address:${address}`] as const;

/** True when the account or the address has failed too often within a quarter of an hour. */
export const isLocked = async (pool: Pool, attempt: Attempt): Promise<boolean> => {
  const [account, address] = subjects(attempt);
  const { rows } = await pool.query<{ subject: string; failures: number }>(
    `select subject, count(*) as failures from sign_in_failure
     where subject = any($1) and failed_at > $2 group by subject`,
    [[account, address], addMinutes(attempt.now, -WINDOW_MINUTES)],
  );
  const failures = new Map(rows.map((row) => [row.subject, row.failures]));
  return (failures.get(account) ?? 0) >= MOST_PER_ACCOUNT || (failures.get(address) ?? 0) >= MOST_PER_ADDRESS;
};

export const recordFailure = async (pool: Pool, attempt: Attempt, newId: () => string): Promise<void> => {
  const [account, address] = subjects(attempt);
  await pool.query(
    'insert into sign_in_failure (failure_id, subject, failed_at) values ($1, $2, $5), ($3, $4, $5)',
    [newId(), account, newId(), address, attempt.now],
  );
};

/** A success clears the account's failures, not the address's. */
export const clearFailures = async (pool: Pool, { account }: Attempt): Promise<void> => {
  await pool.query('delete from sign_in_failure where subject = $1', [`account:${account}`]);
};

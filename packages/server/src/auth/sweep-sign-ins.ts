import { addMinutes, MINUTES_PER_DAY, type Instant } from '@xiaoer/domain/time/instant';
import type { Pool } from 'pg';

/** Forgets what counts no more: attempts and codes of yesterday, sessions that are over. */
export const sweepSignIns = async (pool: Pool, now: Instant): Promise<void> => {
  const yesterday = addMinutes(now, -MINUTES_PER_DAY);
  await pool.query('delete from sign_in_failure where failed_at < $1', [yesterday]);
  await pool.query('delete from phone_code where created_at < $1', [yesterday]);
  await pool.query('delete from session where expires_at <= $1 or ends_at <= $1', [now]);
};

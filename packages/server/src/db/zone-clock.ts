import type { TenantId } from '@xiaoer/domain/kernel/ids';
import { addMilliseconds, type Instant } from '@xiaoer/domain/time/instant';
import type { Pool } from 'pg';

export type ZoneClock = { readonly tenantId: TenantId; readonly behindMs: number };

/** The moment on the clock of a zone that lives so far behind the real time. */
export const zoneNow = (now: Instant, behindMs: number): Instant =>
  behindMs === 0 ? now : addMilliseconds(now, -behindMs);

/** The moment on the clock of one zone; the real one where there is no such zone. */
export const nowInZone = async (pool: Pool, tenantId: TenantId, now: Instant): Promise<Instant> => {
  const { rows } = await pool.query<{ clock_behind_ms: number }>(
    'select clock_behind_ms from tenant where tenant_id = $1',
    [tenantId],
  );
  return zoneNow(now, rows[0]?.clock_behind_ms ?? 0);
};

/** Every zone with its clock. */
export const zoneClocks = async (pool: Pool): Promise<readonly ZoneClock[]> => {
  const { rows } = await pool.query<{ tenant_id: TenantId; clock_behind_ms: number }>(
    'select tenant_id, clock_behind_ms from tenant order by tenant_id',
  );
  return rows.map((row) => ({ tenantId: row.tenant_id, behindMs: row.clock_behind_ms }));
};

import type { TenantId } from '@xiaoer/domain/kernel/ids';
import type { Instant } from '@xiaoer/domain/time/instant';
import { DatabaseError, type ClientBase, type Pool } from 'pg';
import type { Tx } from '../db/transact.ts';

export type Tenant = {
  readonly tenant_id: TenantId;
  readonly code: string;
  readonly name: string;
  readonly name_en: string;
  readonly host_name: string | null;
  readonly sample: boolean;
  readonly clock_behind_ms: number;
};

const UNIQUE_VIOLATION = '23505';

export const TENANT_COLUMNS = 'tenant_id, code, name, name_en, host_name, sample, clock_behind_ms';

/** The tenant that owns the host name, else every tenant without one of its own. */
export const tenantsOfHost = async (pool: Pool, hostName: string): Promise<readonly Tenant[]> => {
  const { rows } = await pool.query<Tenant>(
    `select ${TENANT_COLUMNS} from tenant where host_name = $1 or host_name is null order by tenant_id`,
    [hostName.toLowerCase()],
  );
  const own = rows.find((tenant) => tenant.host_name !== null);
  return own === undefined ? rows : [own];
};

/** Gives a zone a host name of its own, or takes it away. `taken`: another zone has it. */
export const setHostName = async (
  client: ClientBase,
  code: string,
  hostName: string | null,
): Promise<'set' | 'unknown' | 'taken'> => {
  try {
    const { rowCount } = await client.query('update tenant set host_name = $2 where code = $1', [
      code,
      hostName,
    ]);
    return rowCount === 1 ? 'set' : 'unknown';
  } catch (error) {
    if (error instanceof DatabaseError && error.code === UNIQUE_VIOLATION) return 'taken';
    throw error;
  }
};

export type NewTenant = {
  readonly tenantId: TenantId;
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly sample: boolean;
};

/** False when the id or the code is taken; waits for whoever is just taking it. */
export const insertTenant = async (
  tx: Tx,
  { tenantId, code, name, nameEn, sample }: NewTenant,
  now: Instant,
): Promise<boolean> => {
  const rows = await tx.query(
    `insert into tenant (tenant_id, code, name, name_en, sample, created_at) values ($1, $2, $3, $4, $5, $6)
     on conflict do nothing returning tenant_id`,
    [tenantId, code, name, nameEn, sample, now],
  );
  return rows.length === 1;
};

export const hasTenants = async (pool: Pool): Promise<boolean> =>
  (await pool.query('select 1 from tenant limit 1')).rows.length > 0;

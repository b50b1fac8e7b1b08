import type { TenantId } from '@xiaoer/domain/kernel/ids';
import type { Pool } from 'pg';

export type Tenant = {
  readonly tenant_id: TenantId;
  readonly code: string;
  readonly name: string;
  readonly name_en: string;
  readonly host_name: string | null;
  readonly sample: boolean;
};

/** The tenant that owns the host name, else every tenant without one of its own. */
export const tenantsOfHost = async (pool: Pool, hostName: string): Promise<readonly Tenant[]> => {
  const { rows } = await pool.query<Tenant>(
    'select * from tenant where host_name = $1 or host_name is null order by tenant_id',
    [hostName],
  );
  const own = rows.find((tenant) => tenant.host_name !== null);
  return own === undefined ? rows : [own];
};

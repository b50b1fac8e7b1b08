import type { TenantId } from '@xiaoer/domain/kernel/ids';
import type { Pool } from 'pg';
import { transact } from '../db/transact.ts';

/** Removes everything of a tenant that was never finished loading. Nobody has seen it, so nothing is owed to its log. */
export const removeTenant = async (pool: Pool, tenantId: TenantId): Promise<void> => {
  await transact(pool, { tenantId }, async (tx) => {
    const tables = await tx.query<{ table_name: string }>(
      `select c.table_name from information_schema.columns c
       join information_schema.tables t using (table_schema, table_name)
       where c.table_schema = 'public' and c.column_name = 'tenant_id' and t.table_type = 'BASE TABLE'
         and c.table_name <> 'tenant'`,
    );
    for (const { table_name } of tables)
      await tx.query(`delete from "${table_name}" where tenant_id = $1`, [tenantId]);
    await tx.query('delete from tenant where tenant_id = $1', [tenantId]);
    return { answer: undefined, keep: true };
  });
};

import type { TenantId } from '@xiaoer/domain/kernel/ids';
import type { ClientConfig } from 'pg';
import { createClient } from '../db/connect.ts';

/**
 * Removes everything of a tenant that was never finished loading; nobody has seen it, so nothing is owed to its log.
 * Only the owner of the tables may: the program itself can add to the log, never take away.
 */
export const removeTenant = async (ownerConfig: ClientConfig, tenantId: TenantId): Promise<void> => {
  const client = createClient(ownerConfig);
  await client.connect();
  try {
    await client.query('begin');
    const { rows } = await client.query<{ table_name: string }>(
      `select c.table_name from information_schema.columns c
       join information_schema.tables t using (table_schema, table_name)
       where c.table_schema = 'public' and c.column_name = 'tenant_id' and t.table_type = 'BASE TABLE'
         and c.table_name <> 'tenant'`,
    );
    for (const { table_name } of rows)
      await client.query(`delete from "${table_name}" where tenant_id = $1`, [tenantId]);
    await client.query('delete from tenant where tenant_id = $1', [tenantId]);
    await client.query('commit');
  } finally {
    await client.end();
  }
};

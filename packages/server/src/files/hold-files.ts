import type { Tx } from '../db/transact.ts';
import { Overtaken } from '../execute/overtaken.ts';

const NAMED = 'select file_id from file where tenant_id = $1 and file_id = any($2::uuid[]) order by file_id';

/**
 * Holds the files that a command names until it is written, so that the sweep of forgotten uploads passes them by.
 * Throws Overtaken when another command names one of them in the same instant, once that is over, and when one is gone.
 */
export const holdFiles = async (tx: Tx, named: readonly string[]): Promise<void> => {
  if (named.length === 0) return;
  const ids = [...new Set(named)];
  const held = await tx.query(`${NAMED} for update skip locked`, [tx.scope.tenantId, ids]);
  if (held.length === ids.length) return;
  await tx.query(`${NAMED} for update`, [tx.scope.tenantId, ids]);
  throw new Overtaken();
};

import type { TenantId } from '@xiaoer/domain/kernel/ids';
import type pg from 'pg';
import { errorCode, OperatorError } from '../cli/operator-error.ts';
import { collectFindings, type Finding } from './findings.ts';
import { queryingOn, type Querying } from './ordered-rows.ts';
import type { PublicKeys } from './seal-keys.ts';
import { verifyBatches, type ChainSummary } from './verify-batches.ts';
import type { Refold } from './stream-check.ts';
import { verifyStreams, type StreamSummary } from './verify-streams.ts';

/** Something derived from the log that is counted anew, tenant by tenant; answers with one sentence per difference. */
export type Recount = {
  readonly name: string;
  /** `db` sees every tenant: each query names the tenant itself. */
  readonly check: (db: Querying, tenantId: TenantId) => Promise<readonly string[]>;
};

export const LONGEST_COMMAND_MS = 120_000;

export type Verification = {
  readonly refolds: ReadonlyMap<string, Refold>;
  readonly recounts: readonly Recount[];
  readonly publicKeys: PublicKeys;
  /** How long after its date a command may have committed, on the zone's clock; `LONGEST_COMMAND_MS` when left out. */
  readonly longestCommandMs?: number;
  /** A root printed earlier, in hex: it must still belong to a chain. */
  readonly root?: string | undefined;
};

export type TenantReport = ChainSummary &
  StreamSummary & {
    readonly tenantId: TenantId;
    readonly code: string | undefined;
    /** How far the tenant's clock is behind the real one. */
    readonly clockBehindMs: number;
    readonly findings: readonly Finding[];
    /** All of them; `findings` holds the first 200. */
    readonly findingCount: number;
  };

export type VerifyReport = {
  readonly ok: boolean;
  readonly tenants: readonly TenantReport[];
  /** Whether the root asked for was found, and where. */
  readonly root?: {
    readonly hash: string;
    readonly found: { readonly tenantId: TenantId; readonly batch: number } | undefined;
  };
};

type Tenant = {
  readonly tenant_id: TenantId;
  readonly code: string | null;
  readonly clock_behind_ms: string | number;
};

/** Walks the index from tenant to tenant, so that a tenant without a row in `tenant` cannot hide. */
const tenantsIn = (table: string): string => `(
  with recursive found (tenant_id) as (
    select min(tenant_id) from ${table}
    union all
    select (select min(tenant_id) from ${table} where tenant_id > found.tenant_id) from found where tenant_id is not null
  ) select tenant_id from found where tenant_id is not null)`;

const allTenants = (db: Querying): Promise<readonly Tenant[]> =>
  db.query<Tenant>(
    `select tenant_id, code, coalesce(clock_behind_ms, 0) as clock_behind_ms from (
       select tenant_id from tenant union ${['event_log', 'seal_leaf', 'seal_root'].map(tenantsIn).join(' union ')}
     ) as every left join tenant using (tenant_id) order by tenant_id`,
  );

type Found = { tenantId: TenantId; batch: number };

const verifyTenant = async (
  db: Querying,
  { tenant_id: tenantId, code, clock_behind_ms: behind }: Tenant,
  { verification, onFound }: { verification: Verification; onFound: (found: Found) => void },
): Promise<TenantReport> => {
  const findings = collectFindings();
  const { refolds, recounts, publicKeys, root: wanted, longestCommandMs = LONGEST_COMMAND_MS } = verification;
  if (code === null)
    findings.add({ kind: 'tenant', message: `tenant ${tenantId} has events but is not a tenant` });
  const chain = await verifyBatches(db, {
    tenantId,
    publicKeys,
    findings,
    onRoot: (root, batch) => root === wanted && onFound({ tenantId, batch }),
  });
  const { lastSealedAt } = chain;
  const streams = await verifyStreams(db, { tenantId, refolds, findings, lastSealedAt, longestCommandMs });
  for (const { name, check } of recounts)
    for (const difference of await check(db, tenantId))
      findings.add({ kind: 'recount', message: `${name}: ${difference}` });
  return {
    tenantId,
    code: code ?? undefined,
    clockBehindMs: Number(behind),
    ...chain,
    ...streams,
    findings: findings.first(),
    findingCount: findings.count(),
  };
};

/**
 * Checks every tenant on one snapshot, inside the open transaction of a role that row-level security does not bind (the
 * owner). Reads the log once, in constant memory.
 */
export const verifyInTransaction = async (
  client: pg.ClientBase,
  verification: Verification,
): Promise<VerifyReport> => {
  const db = queryingOn(client);
  let found: Found | undefined;
  const tenants: TenantReport[] = [];
  for (const tenant of await allTenants(db))
    tenants.push(await verifyTenant(db, tenant, { verification, onFound: (place) => (found = place) }));
  const { root: hash } = verification;
  const ok =
    tenants.every(({ findingCount }) => findingCount === 0) && (hash === undefined || found !== undefined);
  return hash === undefined ? { ok, tenants } : { ok, tenants, root: { hash, found } };
};

/** Opens a snapshot of the whole database; says so when the role may not see all of it. */
export const withWholeDatabase = async <Answer>(
  client: pg.ClientBase,
  work: () => Promise<Answer>,
): Promise<Answer> => {
  await client.query(`begin isolation level repeatable read read only;
    set local row_security = off; set local statement_timeout = 0; set local lock_timeout = 0`);
  try {
    return await work();
  } catch (error) {
    if (errorCode(error) === '42501')
      throw new OperatorError(
        `This command reads every tenant and needs the owner of the tables: ${error instanceof Error ? error.message : ''}.`,
        { cause: error },
      );
    throw error;
  } finally {
    await client.query('rollback').catch(() => undefined);
  }
};

export const verifyDatabase = (client: pg.ClientBase, verification: Verification): Promise<VerifyReport> =>
  withWholeDatabase(client, () => verifyInTransaction(client, verification));

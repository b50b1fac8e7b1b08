import type { EnterpriseId, TenantId } from '@xiaoer/domain/kernel/ids';
import type { CompiledQuery, Compilable, InferResult } from 'kysely';
import { escapeLiteral, type Pool, type PoolClient, type QueryResultRow } from 'pg';

/** Whose rows the transaction may see; row-level security reads exactly this. */
export type RowScope = { readonly tenantId: TenantId; readonly enterpriseId?: EnterpriseId | undefined };

type Runner = {
  /** Runs a query built with `db/sql.ts`; rows are typed by it. */
  readonly rows: <Query extends Compilable<unknown>>(query: Query) => Promise<InferResult<Query>>;
  /** Runs SQL text; for the few statements a builder cannot say. */
  readonly query: <Row extends QueryResultRow>(
    text: string,
    values?: readonly unknown[],
  ) => Promise<readonly Row[]>;
  /** The same, planned once a connection. Not twice at the same time under one name. */
  readonly prepared: <Row extends QueryResultRow>(
    name: string,
    text: string,
    values: readonly unknown[],
  ) => Promise<readonly Row[]>;
};

/** A read-write transaction. Only `transact` makes one. */
export type Tx = Runner & { readonly kind: 'tx'; readonly scope: RowScope };
/** A read-only transaction. Only `read` makes one; `queries.ts` takes it. */
export type ReadDb = Runner & { readonly kind: 'read'; readonly scope: RowScope };

const opening = (mode: string, { tenantId, enterpriseId }: RowScope): string =>
  `begin ${mode}; select set_config('app.tenant', ${escapeLiteral(String(tenantId))}, true), ` +
  `set_config('app.enterprise', ${escapeLiteral(enterpriseId ?? '')}, true)`;

const runnerOn = (client: PoolClient): Runner => {
  const query: Runner['query'] = async (text, values = []) => (await client.query(text, [...values])).rows;
  const rows: Runner['rows'] = async (built) => {
    const compiled: CompiledQuery = built.compile();
    return query(compiled.sql, compiled.parameters) as never;
  };
  const prepared: Runner['prepared'] = async (name, text, values) =>
    (await client.query({ name, text, values: [...values] })).rows;
  return { rows, query, prepared };
};

/** `sent`: a last statement still under way; the commit is sent behind it, and its failure is the transaction's. */
type Done<Answer> = { readonly answer: Answer; readonly keep: boolean; readonly sent?: Promise<unknown> };

const within = async <Answer>(
  pool: Pool,
  open: string,
  work: (runner: Runner) => Promise<Done<Answer>>,
): Promise<Answer> => {
  const client = await pool.connect();
  let broken: unknown;
  try {
    const opened = client.query(open);
    opened.catch(() => undefined);
    const { answer, keep, sent } = await work(runnerOn(client));
    await Promise.all([opened, sent, client.query(keep ? 'commit' : 'rollback')]);
    return answer;
  } catch (error) {
    await client.query('rollback').catch((failure: unknown) => {
      broken = failure;
    });
    throw error;
  } finally {
    client.release(broken instanceof Error ? broken : undefined);
  }
};

/** Runs `work` in one read-write transaction. It is rolled back when `work` throws or answers with `keep: false`. */
export const transact = <Answer>(
  pool: Pool,
  scope: RowScope,
  work: (tx: Tx) => Promise<Done<Answer>>,
): Promise<Answer> =>
  within(pool, opening('read write', scope), (runner) => work({ ...runner, kind: 'tx', scope }));

/** Runs `work` on one snapshot of the tenant's rows. */
export const read = <Answer>(
  pool: Pool,
  scope: RowScope,
  work: (db: ReadDb) => Promise<Answer>,
): Promise<Answer> =>
  within(pool, opening('isolation level repeatable read read only', scope), async (runner) => ({
    answer: await work({ ...runner, kind: 'read', scope }),
    keep: true,
  }));

import type { EnterpriseId, TenantId } from '@xiaoer/domain/kernel/ids';
import { invariant } from '@xiaoer/domain/kernel/invariant';
import type { CompiledQuery, Compilable, InferResult } from 'kysely';
import { escapeLiteral, type Pool, type PoolClient, type QueryResultRow } from 'pg';
import { statementName } from './statement-name.ts';

/** Whose rows the transaction may see; row-level security reads exactly this. */
export type RowScope = { readonly tenantId: TenantId; readonly enterpriseId?: EnterpriseId | undefined };

type Runner = {
  /** Runs a query built with `db/sql.ts`; rows are typed by it. */
  readonly rows: <Query extends Compilable<unknown>>(query: Query) => Promise<InferResult<Query>>;
  /** Runs SQL text, planned once a connection; for the few statements a builder cannot say. */
  readonly query: <Row extends QueryResultRow>(
    text: string,
    values?: readonly unknown[],
  ) => Promise<readonly Row[]>;
};

/** A read-write transaction. Only `transact` makes one. */
export type Tx = Runner & { readonly kind: 'tx'; readonly scope: RowScope };
/** A read-only transaction. Only `read` makes one; `queries.ts` takes it. */
export type ReadDb = Runner & {
  readonly kind: 'read';
  readonly scope: RowScope;
  /** The last statement: the transaction ends right behind it, which costs no round trip. */
  readonly last: <Row extends QueryResultRow>(
    text: string,
    values: readonly unknown[],
  ) => Promise<readonly Row[]>;
};

type Opening = { readonly mode: string; readonly scope: RowScope };

/** Says whose rows the transaction may see; as commands of their own, which need neither a plan nor an answer to wait for. */
const scopeOf = ({ tenantId, enterpriseId }: RowScope): string =>
  `set local app.tenant = ${escapeLiteral(String(tenantId))}; set local app.enterprise = ${escapeLiteral(enterpriseId ?? '')}`;

/** Begins and says the scope in one message: half of what two cost, here and in the database. */
const begin = (client: PoolClient, { mode, scope }: Opening): Promise<unknown> =>
  client.query(`begin ${mode}; ${scopeOf(scope)}`);

/** Whose rows a transaction that begins with this text may see, as commands; undefined where nothing begins. */
export const scopeIn = (text: string): string | undefined =>
  text.startsWith('begin ') ? text.slice(text.indexOf('; ') + 2) : undefined;

const runnerOn = (client: PoolClient): Runner => {
  const query: Runner['query'] = async (text, values) => {
    if (values === undefined) return (await client.query(text)).rows;
    const name = statementName(text);
    return (await client.query({ ...(name !== undefined && { name }), text, values: [...values] })).rows;
  };
  const rows: Runner['rows'] = async (built) => {
    const compiled: CompiledQuery = built.compile();
    return query(compiled.sql, compiled.parameters) as never;
  };
  return { rows, query };
};

/** `sent`: a last statement still under way; the commit is sent behind it, and its failure is the transaction's. */
type Done<Answer> = {
  readonly answer: Answer;
  readonly keep: boolean;
  readonly sent?: Promise<unknown>;
  /** The commit, when it is under way already. */
  readonly ended?: Promise<unknown>;
};

const within = async <Answer>(
  pool: Pool,
  opening: Opening,
  work: (runner: Runner) => Promise<Done<Answer>>,
): Promise<Answer> => {
  const client = await pool.connect();
  let broken: unknown;
  try {
    const opened = begin(client, opening);
    opened.catch(() => undefined);
    const { answer, keep, sent, ended } = await work(runnerOn(client));
    await Promise.all([opened, sent, ended ?? client.query(keep ? 'commit' : 'rollback')]);
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
  within(pool, { mode: 'read write', scope }, (runner) => work({ ...runner, kind: 'tx', scope }));

/** Runs `work` on one snapshot of the tenant's rows. */
export const read = <Answer>(
  pool: Pool,
  scope: RowScope,
  work: (db: ReadDb) => Promise<Answer>,
): Promise<Answer> =>
  within(pool, { mode: 'isolation level repeatable read read only', scope }, async (runner) => {
    let ended: Promise<unknown> | undefined;
    const last: ReadDb['last'] = async (text, values) => {
      const asked = runner.query(text, values);
      ended = runner.query('commit');
      ended.catch(() => undefined);
      return (await asked) as never;
    };
    const open =
      <Arguments extends unknown[], Rows>(run: (...parts: Arguments) => Rows) =>
      (...parts: Arguments): Rows => {
        invariant(ended === undefined, 'nothing is read after the last statement');
        return run(...parts);
      };
    const db: ReadDb = {
      kind: 'read',
      scope,
      rows: open(runner.rows),
      query: open(runner.query) as Runner['query'],
      last: open(last) as ReadDb['last'],
    };
    const answer = await work(db);
    return { answer, keep: true, ...(ended !== undefined && { ended }) };
  });

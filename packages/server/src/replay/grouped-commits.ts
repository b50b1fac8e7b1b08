import type { Pool, PoolClient, QueryConfig, QueryResult } from 'pg';
import { scopeIn } from '../db/transact.ts';
import { isWriteBatch } from '../db/write-batch.ts';

type Sent = string | QueryConfig;

const NOTHING = { rows: [], rowCount: 0, command: '', oid: 0, fields: [] } satisfies QueryResult;
/** So few that a statement never wades through rows that the same group has left behind. */
const MOST = 50;

const textOf = (sent: Sent): string => (typeof sent === 'string' ? sent : sent.text);

/** Sends writes without waiting for their answers, which say nothing; a failure is the next statement's too. */
const unawaited = () => {
  let last: Promise<unknown> = Promise.resolve();
  return {
    send: async (write: () => Promise<QueryResult>): Promise<QueryResult> => {
      await last;
      last = write();
      last.catch(() => undefined);
      return NOTHING;
    },
    settled: (): Promise<unknown> => last,
  };
};

/** Transactions of a connection, committed together. */
const groupOn = (client: PoolClient) => {
  let inGroup = 0;
  let said: string | undefined;
  return {
    /** Reads and writes share a group: whatever its first transaction asked for, it may write. A scope holds until another is said. */
    begin: async (scope: string): Promise<QueryResult> => {
      const parts = [...(inGroup > 0 ? [] : ['begin']), ...(scope === said ? [] : [scope])];
      inGroup = Math.max(inGroup, 1);
      said = scope;
      return parts.length === 0 ? NOTHING : client.query(parts.join('; '));
    },
    end: async (): Promise<QueryResult> => {
      inGroup += 1;
      if (inGroup <= MOST) return NOTHING;
      inGroup = 0;
      said = undefined;
      return client.query('commit');
    },
    isOpen: (): boolean => inGroup > 0,
  };
};

export type GroupedCommits = {
  readonly pool: Pool;
  /** Commits what is open and gives the connection back, whether it went well or not. */
  readonly finish: () => Promise<void>;
};

/**
 * A pool of one connection on which up to fifty transactions, one after the other, are committed together: a replay is one
 * thread, and its first failure ends it, so nobody can tell the difference but the clock. A refused command writes
 * nothing before it is rolled back, hence nothing has to be undone.
 */
export const groupedCommits = async (pool: Pool): Promise<GroupedCommits> => {
  const client = await pool.connect();
  const writes = unawaited();
  const group = groupOn(client);
  const query = (sent: Sent, values?: unknown[]): Promise<QueryResult> => {
    const text = textOf(sent);
    const scope = scopeIn(text);
    if (scope !== undefined) return group.begin(scope);
    if (text === 'commit' || text === 'rollback') return group.end();
    if (isWriteBatch(text)) return writes.send(() => client.query(sent as QueryConfig));
    return client.query(typeof sent === 'string' ? { text, values } : sent);
  };

  const facade = { query, release: () => undefined } as unknown as PoolClient;
  return {
    pool: { connect: async () => facade, query } as unknown as Pool,
    finish: async () => {
      let isBroken = true;
      try {
        await writes.settled();
        if (group.isOpen()) await client.query('commit');
        isBroken = false;
      } finally {
        client.release(isBroken);
      }
    },
  };
};

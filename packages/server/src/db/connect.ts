import type { Writable } from 'node:stream';
import {
  Client,
  Pool,
  types as pgTypes,
  type ClientConfig,
  type CustomTypesConfig,
  type PoolClient,
  type QueryResult,
} from 'pg';
import { instantOfDatabase } from './instant-of-database.ts';

const DATE = 1082;
const TIMESTAMPTZ = 1184;
const INT8 = 20;

const types: CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') => {
    if (oid === DATE) return (text: string) => text;
    if (oid === TIMESTAMPTZ) return instantOfDatabase;
    if (oid === INT8) return Number;
    return pgTypes.getTypeParser(oid, format ?? 'text');
  },
} as CustomTypesConfig;

export type PoolSettings = { readonly size: number; readonly statementTimeoutMs: number };

export const WEB_POOL: PoolSettings = { size: 16, statementTimeoutMs: 5_000 };
export const JOB_POOL: PoolSettings = { size: 4, statementTimeoutMs: 60_000 };

/**
 * Sessions run at fixed +08:00, so that a timestamptz prints as the Instant it is. Each statement is planned once, for any
 * parameters: all go by keys and indexes, and planning a list costs more than reading it. A page out of turn costs little more
 * than the next one on today's disks; the planner's own 4 has it read a whole index into a bitmap where a short walk would do.
 */
const SESSION =
  '-c timezone=Etc/GMT-8 -c lock_timeout=2000 -c search_path=public -c plan_cache_mode=force_generic_plan -c random_page_cost=1.1';

type Wired = { readonly connection: { readonly stream: Writable } };

/** What one turn of the event loop sends leaves in one packet: fewer system calls here, fewer wake-ups in the database. */
const gatherWrites = (client: PoolClient): void => {
  const { stream } = (client as unknown as Wired).connection;
  const write = stream.write.bind(stream) as (...parts: unknown[]) => boolean;
  let gathering = false;
  stream.write = ((...parts: unknown[]) => {
    if (!gathering) {
      gathering = true;
      stream.cork();
      process.nextTick(() => {
        gathering = false;
        stream.uncork();
      });
    }
    return write(...parts);
  }) as Writable['write'];
};

/** What sends itself: a cursor, a copy stream. */
const isCursor = (asked: unknown): boolean =>
  typeof asked === 'object' && asked !== null && 'submit' in asked;

type Answered = (error: Error | undefined, result: QueryResult) => void;
type Asking = (asked: unknown, values?: unknown, answered?: Answered) => Promise<QueryResult> | void;

/**
 * Promises of our own around the driver's callbacks. What the driver's promises are fulfilled with is not collected while it is
 * young, though nobody holds it: nearly all rows that were ever read then waited for the whole heap to be marked, 0.35 s after
 * 0.35 s, which cost a list as much as reading it.
 */
const promiseAnswers = (client: PoolClient): void => {
  // Looked up each time: who records statements replaces it.
  const ask: Asking = (...parts) => (Client.prototype.query as Asking).apply(client, parts);
  const query: Asking = (asked, values, answered) =>
    typeof values === 'function' || typeof answered === 'function' || isCursor(asked)
      ? ask(asked, values, answered)
      : new Promise<QueryResult>((resolve, reject) => {
          void ask(asked, values, (error, result) => (error ? reject(error) : resolve(result)));
        }).catch((error: Error) => {
          // The stack of who asked, not of the socket that read the answer.
          Error.captureStackTrace(error);
          throw error;
        });
  client.query = query as PoolClient['query'];
};

/** A pool whose rows carry dates and instants as text and int8 as numbers. */
export const createPool = (config: ClientConfig, { size, statementTimeoutMs }: PoolSettings): Pool => {
  const pool = new Pool({
    ...config,
    types,
    // Statements leave as they are asked for; answers come back in the same order.
    pipeline: true,
    max: size,
    options: [config.options, SESSION, `-c statement_timeout=${statementTimeoutMs}`].join(' '),
    connectionTimeoutMillis: 2_000,
    idleTimeoutMillis: 30_000,
  });
  // An idle connection that breaks is the pool's own loss: it opens another.
  pool.on('error', () => undefined);
  // A connection that breaks between two statements of a transaction tells nobody else; the next statement fails.
  pool.on('connect', (client) => {
    client.on('error', () => undefined);
    gatherWrites(client);
    promiseAnswers(client);
  });
  return pool;
};

/** One connection outside any pool, for migrations and LISTEN. */
export const createClient = (config: ClientConfig): Client =>
  new Client({ ...config, types, options: [config.options, SESSION].join(' ') });

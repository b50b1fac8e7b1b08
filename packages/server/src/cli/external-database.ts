import { Client, type ClientConfig } from 'pg';
import { appRole } from '../embedded/roles.ts';
import type { OpenDatabase } from './opened-database.ts';
import { errorCode, OperatorError } from './operator-error.ts';
import type { DatabaseSettings } from './settings.ts';

type External = Extract<DatabaseSettings, { kind: 'external' }>;

const CONNECT_LIMIT_MS = 5_000;
const OLDEST_VERSION = 150_000;

const reasons: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there',
  ENOENT: 'nothing listens there',
  ENOTFOUND: 'its host name is unknown',
  EAI_AGAIN: 'its host name is unknown',
  ETIMEDOUT: 'it does not answer',
  EHOSTUNREACH: 'its host cannot be reached',
  ENETUNREACH: 'its host cannot be reached',
  ECONNRESET: 'it closed the connection',
  '28P01': 'the password is wrong',
  '28000': 'the user is not let in',
  '3D000': 'there is no such database',
  '53300': 'it has no free connections',
  '57P03': 'it is starting or stopping',
};

const causeOf = (error: unknown): string => {
  const inner: unknown = error instanceof AggregateError ? error.errors[0] : error;
  const message = inner instanceof Error ? inner.message : String(inner);
  return reasons[errorCode(inner) ?? ''] ?? (message.includes('timeout') ? 'it does not answer' : message);
};

/** The address without its password. */
const shown = (url: string): string => {
  const parsed = new URL(url);
  return `${parsed.searchParams.get('host') ?? parsed.hostname}${parsed.pathname}`;
};

async function withClient<T>(name: string, url: string, use: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: CONNECT_LIMIT_MS });
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    await client.end().catch(() => undefined);
    throw new OperatorError(`The database of ${name} (${shown(url)}) cannot be used: ${causeOf(error)}.`, {
      cause: error,
    });
  }
  try {
    return await use(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

const facts = `select current_setting('server_version_num')::int as version,
  current_setting('server_encoding') as encoding,
  exists(select from pg_collation where collname = 'zh-x-icu') as icu,
  exists(select from pg_roles where rolname = '${appRole}') as app,
  (select rolsuper or rolbypassrls from pg_roles where rolname = current_user) as unbound`;

type Facts = { version: number; encoding: string; icu: boolean; app: boolean; unbound: boolean };

async function readFacts(client: Client): Promise<Facts> {
  const row = (await client.query<Facts>(facts)).rows[0];
  if (!row) throw new Error('invariant: a select without a from gives a row');
  return row;
}

async function ensureAppRole(client: Client): Promise<void> {
  try {
    await client.query(`create role ${appRole} nologin`);
    await client.query(`grant ${appRole} to current_user`);
  } catch (error) {
    if (errorCode(error) === '42710') return;
    throw new OperatorError(
      `The database has no role ${appRole} and DATABASE_URL's user may not create it. ` +
        `As a superuser: create role ${appRole}; grant ${appRole} to that user.`,
      { cause: error },
    );
  }
}

function refuse(line: string): never {
  throw new OperatorError(`The database of DATABASE_URL cannot be used: ${line}.`);
}

async function prepareOwner(client: Client): Promise<void> {
  const { version, encoding, icu, app } = await readFacts(client);
  if (version < OLDEST_VERSION)
    refuse(`it is PostgreSQL ${Math.floor(version / 10_000)}, 15 is the oldest supported`);
  if (encoding !== 'UTF8') refuse(`its encoding is ${encoding}, not UTF8`);
  if (!icu) refuse('its PostgreSQL was built without ICU, which orders Chinese');
  if (!app) await ensureAppRole(client);
}

async function requireBound(client: Client): Promise<void> {
  const { unbound } = await readFacts(client);
  if (unbound) {
    throw new OperatorError(
      'DATABASE_APP_URL signs in as a role that row-level security does not bind: use another.',
    );
  }
}

/**
 * Somebody else's PostgreSQL. DATABASE_URL is the owner and migrates. The app signs in with DATABASE_APP_URL, or else
 * as the owner who becomes the app's role before the first statement.
 */
export async function externalDatabase({ ownerUrl, appUrl }: External): Promise<OpenDatabase> {
  await withClient('DATABASE_URL', ownerUrl, prepareOwner);
  if (appUrl !== undefined) await withClient('DATABASE_APP_URL', appUrl, requireBound);
  const appConfig: ClientConfig =
    appUrl === undefined
      ? { connectionString: ownerUrl, options: `-c role=${appRole}` }
      : { connectionString: appUrl };
  return { ownerConfig: { connectionString: ownerUrl }, appConfig, stop: () => Promise.resolve() };
}

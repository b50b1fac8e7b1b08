import type { Client } from 'pg';

export const databaseName = 'xiaoer';
export const ownerRole = 'xiaoer_owner';
export const appRole = 'xiaoer_app';

const wanted = `select
  exists(select from pg_roles where rolname = '${ownerRole}') as owner,
  exists(select from pg_roles where rolname = '${appRole}') as app,
  exists(select from pg_database where datname = '${databaseName}') as database,
  exists(select from pg_database where datname = '${databaseName}' and datacl is not null) as closed`;

const closeToPublic = `revoke all on database ${databaseName} from public; grant connect on database ${databaseName} to ${appRole}`;

const createRole = (name: string) =>
  `create role ${name} login nosuperuser nocreatedb nocreaterole nobypassrls noreplication`;

/** Two processes may get here at once: whoever comes second finds it there. */
async function runUnlessThere(client: Client, sql: string): Promise<void> {
  try {
    await client.query(sql);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code !== '42710' && code !== '42P04' && code !== '23505') throw error;
  }
}

/** The owner (schema, migrations), the app (neither owner nor superuser: row-level security binds it) and the database. */
export async function ensureRolesAndDatabase(client: Client): Promise<void> {
  const found = (await client.query<Record<'owner' | 'app' | 'database' | 'closed', boolean>>(wanted))
    .rows[0];
  if (!found?.owner) await runUnlessThere(client, createRole(ownerRole));
  if (!found?.app) await runUnlessThere(client, createRole(appRole));
  if (!found?.database) await runUnlessThere(client, createDatabaseSql(databaseName));
  if (!found?.closed) await client.query(closeToPublic);
}

/** UTF-8 with ICU order, from template0. */
export const createDatabaseSql = (name: string): string =>
  `create database ${name} owner ${ownerRole} template template0 encoding 'UTF8'
    locale_provider icu icu_locale 'und' locale 'C'`;

import { Client } from 'pg';
import { migrate } from '../db/migrate.ts';
import { createDatabaseSql, ownerRole } from '../embedded/roles.ts';
import type { EmbeddedDatabase } from '../embedded/start-embedded.ts';

/** A server's databases that are only there to be copied. */
export const TEMPLATES = {
  migrated: 'xiaoer_template',
  furnished: 'xiaoer_furnished',
  loaded: 'xiaoer_loaded',
} as const;
export type Template = keyof typeof TEMPLATES;

type Server = Pick<EmbeddedDatabase, 'ownerConfig' | 'superuserConfig'>;
type Making = {
  readonly template: Template;
  readonly create: string;
  /** Fills the new database; what it answers is kept with it. */
  readonly fill: (database: string) => Promise<unknown>;
};

/** Makes a template once per server, whoever asks at the same time, and answers with what was kept with it. */
async function ensure(server: Server, { template, create, fill }: Making): Promise<unknown> {
  const name = TEMPLATES[template];
  const client = new Client(server.superuserConfig);
  await client.connect();
  try {
    await client.query('select pg_advisory_lock(hashtext($1))', [name]);
    const sql = `select shobj_description(oid, 'pg_database') as kept from pg_database where datname = $1 and datistemplate`;
    const [there] = (await client.query<{ kept: string }>(sql, [name])).rows;
    if (there) return JSON.parse(there.kept);
    await client.query(`drop database if exists ${name}`);
    await client.query(create);
    const kept = (await fill(name)) ?? null;
    await client.query(`comment on database ${name} is ${client.escapeLiteral(JSON.stringify(kept))}`);
    await client.query(`alter database ${name} is_template true`);
    return kept;
  } finally {
    await client.end();
  }
}

/** Migrates a database once per server; every test file then gets a copy of it. */
export const ensureTemplate = (server: Server): Promise<unknown> =>
  ensure(server, {
    template: 'migrated',
    create: createDatabaseSql(TEMPLATES.migrated),
    fill: async (database) => void (await migrate({ ...server.ownerConfig, database })),
  });

/** Makes a template out of the migrated one once per server. Answers with what was kept when it was filled. */
export const ensureFilled = (
  server: Server,
  template: Exclude<Template, 'migrated'>,
  fillIn: (database: string) => Promise<unknown>,
): Promise<unknown> =>
  ensure(server, {
    template,
    create: `create database ${TEMPLATES[template]} owner ${ownerRole} template ${TEMPLATES.migrated}`,
    fill: fillIn,
  });

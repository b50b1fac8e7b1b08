import { randomInt } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { createDatabaseSql, ownerRole } from '../../packages/server/src/embedded/roles.ts';
import { layoutOf, port } from '../../packages/server/src/embedded/layout.ts';
import { createClient } from '../../packages/server/src/db/connect.ts';
import type { ScratchZone } from '../../packages/server/src/testing/scratch-zone.ts';
import { killNow, runProgram } from './server-process.ts';

const NAME = 'crash_migration';

/** Everything a migration makes, as text. */
const SCHEMA = `
  select string_agg(line, E'\\n' order by line) as schema from (
    select format('%s.%s %s %s %s', table_name, column_name, data_type, is_nullable, column_default) as line
      from information_schema.columns where table_schema = 'public'
    union all select indexdef from pg_indexes where schemaname = 'public'
    union all select format('%s %s %s %s', tablename, policyname, qual, with_check) from pg_policies
    union all select format('%s %s %s', p.oid::regprocedure, md5(p.prosrc), p.proacl) from pg_proc p
      where p.pronamespace = 'public'::regnamespace and p.proowner = '${ownerRole}'::regrole
    union all select format('%s %s', c.oid::regclass, c.relacl) from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
    union all select format('%s %s', name, checksum) from migration
  ) as made`;

/** Each statement takes a moment longer, so that the kill meets the middle of a file. */
const SLOW_DOWN = `
  create function slow_down() returns event_trigger language plpgsql as 'begin perform pg_sleep(0.004); end';
  create event trigger slow_down on ddl_command_end execute function slow_down()`;
const SPEED_UP = 'drop event trigger slow_down; drop function slow_down()';

const schemaOf = async (zone: ScratchZone, database: string): Promise<string> => {
  const client = createClient(zone.configOf(ownerRole, database));
  await client.connect();
  try {
    return (await client.query<{ schema: string }>(SCHEMA)).rows[0]?.schema ?? '';
  } finally {
    await client.end();
  }
};

const runOn = async (zone: ScratchZone, database: string, sql: string): Promise<unknown[]> => {
  const client = createClient(zone.configOf('postgres', database));
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
};

const migrateIt = (zone: ScratchZone) => {
  const socket = encodeURIComponent(layoutOf(zone.dataDir).socketDir);
  const url = `postgres://${ownerRole}@localhost/${NAME}?host=${socket}&port=${port}`;
  return runProgram({ args: ['migrate'], env: { DATABASE_URL: url } });
};

const isMigrating = async (zone: ScratchZone): Promise<boolean> => {
  const rows = await runOn(
    zone,
    'postgres',
    `select 1 from pg_stat_activity where datname = '${NAME}' and state = 'active' and query like '--%'`,
  );
  return rows.length > 0;
};

/** kill -9 in the middle of a migration; the next start finishes it. Answers with what is wrong, and how far it had come. */
export const migrationRound = async (
  zone: ScratchZone,
): Promise<{ readonly findings: readonly string[]; readonly applied: number }> => {
  await runOn(zone, 'postgres', `drop database if exists ${NAME} with (force)`);
  await runOn(zone, 'postgres', createDatabaseSql(NAME));
  await runOn(zone, NAME, SLOW_DOWN);
  const first = migrateIt(zone);
  while (first.child.exitCode === null && !(await isMigrating(zone))) await delay(2);
  await delay(randomInt(1_000));
  await killNow(first);
  const there = await runOn(zone, NAME, `select to_regclass('public.migration') as there`);
  const isThere = (there[0] as { there: string | null } | undefined)?.there !== null;
  const applied = isThere ? (await runOn(zone, NAME, 'select name from migration')).length : 0;
  await runOn(zone, NAME, SPEED_UP);
  const { code, text } = await migrateIt(zone).ended;
  const same = (await schemaOf(zone, NAME)) === (await schemaOf(zone, 'xiaoer'));
  return {
    applied,
    findings: [
      ...(code === 0 ? [] : [`migrate ended with ${code} after a crash: ${text}`]),
      ...(same ? [] : ['after a crash in a migration the schema is another']),
    ],
  };
};

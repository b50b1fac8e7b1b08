import { Client, type ClientConfig } from 'pg';
import { describe, expect, it } from 'vitest';
import { testDatabase } from './database.ts';

async function ask(config: ClientConfig, sql: string): Promise<unknown> {
  const client = new Client(config);
  await client.connect();
  try {
    return (await client.query({ text: sql, rowMode: 'array' })).rows[0]?.[0];
  } finally {
    await client.end();
  }
}

const databases = { '18': await testDatabase('18'), '15': await testDatabase('15') };

describe.each(['18', '15'] as const)('the test database on PostgreSQL %s', (version) => {
  const database = databases[version];

  it('runs on the version asked for', async () => {
    expect(await ask(database.appConfig, 'show server_version')).toMatch(new RegExp(`^${version}\\.`));
  });

  it('is migrated', async () => {
    expect(Number(await ask(database.ownerConfig, 'select count(*) from migration'))).toBeGreaterThan(0);
  });

  it('gives the app a role that row-level security binds', async () => {
    const sql = 'select rolsuper or rolbypassrls from pg_roles where rolname = current_user';
    expect(await ask(database.appConfig, sql)).toBe(false);
    const owned = 'select count(*) from pg_class where relowner = current_user::regrole';
    expect(Number(await ask(database.appConfig, owned))).toBe(0);
  });

  it('orders Chinese by pinyin when asked', async () => {
    const sql = `select string_agg(w, '' order by w collate "zh-x-icu") from unnest(array['张','李','王']) w`;
    expect(await ask(database.appConfig, sql)).toBe('李王张');
  });
});

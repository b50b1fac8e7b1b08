import { randomBytes } from 'node:crypto';
import { Client, type ClientConfig } from 'pg';
import { inject } from 'vitest';
import { ownerRole } from '../embedded/roles.ts';
import { cleanUp } from './clean-up.ts';
import { startOlder } from './older-server.ts';
import type { Furnished } from './furnish.ts';
import { ensureFilled, TEMPLATES, type Template } from './template.ts';

export type TestDatabase = {
  readonly name: string;
  readonly ownerConfig: ClientConfig;
  readonly appConfig: ClientConfig;
  readonly superuserConfig: ClientConfig;
};

type Server = Omit<TestDatabase, 'name'> & { readonly stop: () => Promise<unknown> };

async function runAsSuperuser(config: ClientConfig, sql: string): Promise<void> {
  const client = new Client(config);
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

const openServer = async (version: '18' | '15'): Promise<Server> => {
  const cluster = inject('cluster');
  // The first test file that asks for the oldest starts it, the last one stops it.
  return version === '15' ? startOlder(cluster.olderDataDir) : { ...cluster, stop: () => Promise.resolve() };
};

const copyOf = async (server: Server, template: Template): Promise<TestDatabase> => {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await runAsSuperuser(
    server.superuserConfig,
    `create database ${name} owner ${ownerRole} template ${TEMPLATES[template]}`,
  );
  cleanUp(async () => {
    await runAsSuperuser(server.superuserConfig, `drop database ${name} with (force)`);
    await server.stop();
  });
  return {
    name,
    ownerConfig: { ...server.ownerConfig, database: name },
    appConfig: { ...server.appConfig, database: name },
    superuserConfig: { ...server.superuserConfig, database: name },
  };
};

/**
 * A migrated, empty database of its own for a test file, on the embedded 18 or on the oldest supported server; the
 * project of the tests says which where the file does not.
 * Call it at the top of the file (`const database = await testDatabase()`); it is dropped after the
 * file's last test, or after the test that called it.
 */
export const testDatabase = async (version = inject('postgres')): Promise<TestDatabase> =>
  copyOf(await openServer(version), 'migrated');

type Copy<Kept> = { readonly database: TestDatabase; readonly kept: Kept };

/** The same with a zone in it, which is furnished once per server and copied for each. */
export const furnishedDatabase = async (
  furnishIn: (config: ClientConfig) => Promise<Furnished>,
): Promise<Copy<Furnished>> => {
  const server = await openServer(inject('postgres'));
  const kept = await ensureFilled(server, 'furnished', (database) =>
    furnishIn({ ...server.appConfig, database }),
  );
  return { database: await copyOf(server, 'furnished'), kept: kept as Furnished };
};

/** The same with the sample zone in it, which is loaded once per run. */
export const loadedDatabase = async (
  loadIn: (config: ClientConfig) => Promise<unknown>,
): Promise<Copy<unknown>> => {
  const server = await openServer('18');
  const kept = await ensureFilled(server, 'loaded', (database) =>
    loadIn({ ...server.ownerConfig, database }),
  );
  return { database: await copyOf(server, 'loaded'), kept };
};

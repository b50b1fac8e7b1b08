import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ClientConfig } from 'pg';
import type { TestProject } from 'vitest/node';
import { startEmbedded, stopAbandoned, type EmbeddedDatabase } from '../embedded/start-embedded.ts';
import { startOlder } from './older-server.ts';
import { ensureTemplate } from './template.ts';

/**
 * Where the run's servers are: the one that always runs, and the folder in which an older one is started when asked for.
 * The run's folder is gone when it ends.
 */
export type TestCluster = {
  readonly ownerConfig: ClientConfig;
  readonly appConfig: ClientConfig;
  readonly superuserConfig: ClientConfig;
  readonly olderDataDir: string;
  readonly folder: string;
};

declare module 'vitest' {
  // Vitest collects what is provided by declaration merging, which only an interface can do.
  interface ProvidedContext {
    cluster: TestCluster;
    /** On which PostgreSQL the project's tests run, unless they say. */
    postgres: '18' | '15';
  }
}

const prefix = 'xiaoer-test-';
const serversOf = (runFolder: string) => ['18', '15'].map((version) => join(runFolder, version));

async function removeRun(runFolder: string): Promise<void> {
  for (const dataDir of serversOf(runFolder)) await stopAbandoned(dataDir);
  rmSync(runFolder, { recursive: true, force: true, maxRetries: 3 });
}

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

/** A run that was killed leaves its servers behind. */
async function removeDeadRuns(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    const pid = name.startsWith(prefix) ? Number(name.slice(prefix.length)) : Number.NaN;
    if (Number.isInteger(pid) && !isAlive(pid)) await removeRun(join(tmpdir(), name));
  }
}

const runFolder = join(tmpdir(), prefix + process.pid);
let embedded: EmbeddedDatabase | undefined;
let older: EmbeddedDatabase | undefined;

/** Both projects of one run call this in the same process: the second attaches to the first one's server. */
export async function setup(project: TestProject): Promise<void> {
  await removeDeadRuns();
  mkdirSync(runFolder, { recursive: true });
  embedded = await startEmbedded({
    dataDir: join(runFolder, '18'),
    log: () => undefined,
    // Only here: the crash tests, which are about durability, start clusters of their own.
    settings: { fsync: 'off', full_page_writes: 'off', max_connections: '300' },
  });
  await ensureTemplate(embedded);
  const olderDataDir = join(runFolder, '15');
  // Files of this project come one after the other: without this each would start and stop the server.
  if (project.name === 'oldest') older = await startOlder(olderDataDir);
  const { ownerConfig, appConfig, superuserConfig } = embedded;
  project.provide('cluster', {
    ownerConfig,
    appConfig,
    superuserConfig,
    olderDataDir,
    folder: runFolder,
  });
}

export async function teardown(): Promise<void> {
  await older?.stop();
  const last = await embedded?.stop();
  if (last === 'stopped') await removeRun(runFolder);
}

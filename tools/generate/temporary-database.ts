import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type pg from 'pg';
import { createClient } from '@xiaoer/server/db/connect';
import { migrate } from '@xiaoer/server/db/migrate';
import { startEmbedded } from '@xiaoer/server/embedded/start-embedded';

/** Starts an embedded database of its own, migrates it, and takes it away again. */
export const temporaryDatabase = async (work: (client: pg.Client) => Promise<void>): Promise<void> => {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'xiaoer-generate-'));
  const database = await startEmbedded({ dataDir, log: () => undefined });
  try {
    await migrate(database.ownerConfig);
    const client = createClient(database.ownerConfig);
    await client.connect();
    try {
      await work(client);
    } finally {
      await client.end();
    }
  } finally {
    await database.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
};

import { startEmbedded, type EmbeddedDatabase } from '../embedded/start-embedded.ts';
import { ensureTemplate } from './template.ts';

/** Starts the oldest PostgreSQL we support on a folder of the run, or joins it there, with the template migrated. */
export const startOlder = async (dataDir: string): Promise<EmbeddedDatabase> => {
  const server = await startEmbedded({
    dataDir,
    log: () => undefined,
    packageName: 'pg15',
    settings: { fsync: 'off', full_page_writes: 'off' },
  });
  await ensureTemplate(server);
  return server;
};

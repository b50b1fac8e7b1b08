import { flushCompileCache } from 'node:module';
import type { FastifyInstance } from 'fastify';
import { openLog } from '../http/log.ts';
import { assemble } from './assemble.ts';
import { bringUpToDate } from './bring-up-to-date.ts';
import { fillEmptyDatabase, sampleSignIns } from './fill-empty-database.ts';
import { listenError } from './free-port.ts';
import type { Lifetime } from './lifetime.ts';
import type { OpenDatabase } from './opened-database.ts';
import type { Settings } from './settings.ts';

const DRAIN_MS = 10_000;

async function listen(app: FastifyInstance, { port, host }: Settings): Promise<string> {
  try {
    await app.listen({ port, host });
  } catch (error) {
    throw listenError({ port, host }, error);
  }
  const address = app.server.address();
  const taken = typeof address === 'object' && address !== null ? address.port : port;
  return `http://${host === '0.0.0.0' || host === '::' ? 'localhost' : host}:${taken}`;
}

/** Running requests finish; whatever is still open after ten seconds is cut. */
function closeWithDrain(app: FastifyInstance, lifetime: Lifetime): void {
  let closed: Promise<unknown> = Promise.resolve();
  lifetime.onStop('intake', async () => {
    closed = app.close();
  });
  lifetime.onStop('drain', async () => {
    const cut = setTimeout(() => app.server.closeAllConnections(), DRAIN_MS);
    await closed.finally(() => clearTimeout(cut));
  });
}

export type Starting = {
  readonly settings: Settings;
  readonly database: OpenDatabase;
  readonly lifetime: Lifetime;
  /** Aborted when the program is asked to stop while it is still starting. */
  readonly signal: AbortSignal;
  readonly say: (line: string) => void;
};

/** Migrates, fills a database without a zone, builds the app and listens. Stops in between when it is asked to. */
export async function startOnDatabase(starting: Starting): Promise<void> {
  const { settings, database, lifetime, signal, say } = starting;
  await bringUpToDate(database.ownerConfig);
  if (signal.aborted) return;
  await fillEmptyDatabase({ settings, database, signal });
  if (signal.aborted) return;
  const logger = openLog(settings.logLevel);
  const app = await assemble({ settings, database, lifetime, logger, signal });
  closeWithDrain(app, lifetime);
  if (signal.aborted) return;
  const address = await listen(app, settings);
  if (signal.aborted) return;
  say(`Xiaoer is ready at ${address}`);
  for (const line of await sampleSignIns(database.appConfig)) say(line);
  flushCompileCache();
}

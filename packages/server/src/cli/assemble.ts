import fastify, { type FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { createPool, WEB_POOL } from '../db/connect.ts';
import { serveHealth } from '../http/health.ts';
import type { Lifetime } from './lifetime.ts';
import type { OpenDatabase } from './open-database.ts';
import type { Settings } from './settings.ts';

export type Assembly = {
  readonly settings: Settings;
  readonly database: OpenDatabase;
  readonly lifetime: Lifetime;
  readonly logger: Logger;
  /** Aborted when the program is asked to stop while it is still starting. */
  readonly signal: AbortSignal;
};

/** Opens the pools, starts the workers and builds the app, each told to the lifetime that will stop it. */
export async function assemble({ database, lifetime }: Assembly): Promise<FastifyInstance> {
  const pool = createPool(database.appConfig, WEB_POOL);
  pool.on('error', () => undefined);
  lifetime.onStop('pools', () => pool.end());
  const app = fastify();
  serveHealth(app, { pool, isAccepting: () => !lifetime.isStopping() });
  return app;
}

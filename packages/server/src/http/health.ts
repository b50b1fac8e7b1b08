import type { FastifyInstance } from 'fastify';
import type { Pool } from 'pg';
import { countWaiting } from '../workers/set-aside.ts';
import { register, showOutbox } from './metrics.ts';

export type HealthDeps = {
  readonly pool: Pool;
  /** False while the program drains before it stops. */
  readonly isAccepting: () => boolean;
};

/** /healthz: the process lives. /readyz: it can answer, database included. /metrics: Prometheus. */
export const serveHealth = (app: FastifyInstance, deps: HealthDeps): void => {
  app.get('/healthz', async () => ({ status: 'ok' }));
  app.get('/readyz', async (_request, reply) => {
    const reachable = await deps.pool.query('select 1').then(
      () => true,
      () => false,
    );
    const ready = reachable && deps.isAccepting();
    return reply.status(ready ? 200 : 503).send({ status: ready ? 'ready' : 'not ready' });
  });
  app.get('/metrics', async (_request, reply) => {
    // Without the database the other figures are all the more wanted.
    await countWaiting(deps.pool).then(showOutbox, () => undefined);
    return reply.type(register.contentType).send(await register.metrics());
  });
};

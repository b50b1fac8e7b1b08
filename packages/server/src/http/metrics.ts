import type { FastifyInstance } from 'fastify';
import type { Pool } from 'pg';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { countWaiting } from '../workers/set-aside.ts';

const register = new Registry();
collectDefaultMetrics({ register });

const requests = new Histogram({
  name: 'xiaoer_http_request_seconds',
  help: 'How long requests took, by route and status.',
  labelNames: ['method', 'route', 'status'] as const,
  buckets: [0.005, 0.02, 0.05, 0.1, 0.3, 1, 3],
  registers: [register],
});

/** Observes every request under its route's pattern, never its address: no personal data, few labels. */
export const countRequests = (app: FastifyInstance): void => {
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unmatched';
    requests.observe(
      { method: request.method, route, status: String(reply.statusCode) },
      reply.elapsedTime / 1000,
    );
  });
};

const outbox = new Gauge({
  name: 'xiaoer_outbox_events',
  help: 'Events from which something is still to follow: all that wait, and those of them that were set aside after failing.',
  labelNames: ['state'] as const,
  registers: [register],
});

const showOutbox = ({ waiting, setAside }: { waiting: number; setAside: number }): void => {
  outbox.set({ state: 'waiting' }, waiting);
  outbox.set({ state: 'set aside' }, setAside);
};

export const METRICS_TYPE = register.contentType;

/** All figures as Prometheus reads them; without the database, which are then all the more wanted, the program's own. */
export const metricsText = async (pool: Pool): Promise<string> => {
  await countWaiting(pool).then(showOutbox, () => undefined);
  return register.metrics();
};

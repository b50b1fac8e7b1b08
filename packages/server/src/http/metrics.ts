import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

export const register = new Registry();
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

/** Says how many events wait, as of now. */
export const showOutbox = ({ waiting, setAside }: { waiting: number; setAside: number }): void => {
  outbox.set({ state: 'waiting' }, waiting);
  outbox.set({ state: 'set aside' }, setAside);
};

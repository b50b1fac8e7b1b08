import { BlockList, isIPv6 } from 'node:net';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Pool } from 'pg';
import { METRICS_TYPE, metricsText } from './metrics.ts';
import { problemOf, sendProblem } from './problem.ts';

export type HealthDeps = {
  readonly pool: Pool;
  /** False while the program drains before it stops. */
  readonly isAccepting: () => boolean;
  /** The metrics have a port of their own. */
  readonly metricsApart: boolean;
};

const THIS_MACHINE = new BlockList();
THIS_MACHINE.addSubnet('127.0.0.0', 8);
THIS_MACHINE.addAddress('::1', 'ipv6');

const FORWARDED = ['x-forwarded-for', 'forwarded', 'x-real-ip', 'via'];

/** From a program on this machine, and not from somebody whose request a reverse proxy here passed on and says so. */
const isNearby = ({ socket, headers }: FastifyRequest): boolean => {
  const address = socket.remoteAddress ?? '';
  return (
    THIS_MACHINE.check(address, isIPv6(address) ? 'ipv6' : 'ipv4') &&
    FORWARDED.every((name) => headers[name] === undefined)
  );
};

/**
 * /healthz: the process lives. /readyz: it can answer, database included. /metrics: Prometheus, for programs on this machine,
 * unless the metrics have a port of their own.
 */
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
  app.get('/metrics', async (request, reply) =>
    deps.metricsApart || !isNearby(request)
      ? sendProblem(reply, problemOf('request.not-found'))
      : reply.type(METRICS_TYPE).send(await metricsText(deps.pool)),
  );
};

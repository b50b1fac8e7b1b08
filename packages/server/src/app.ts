import fastifyCookie from '@fastify/cookie';
import fastifyRateLimit from '@fastify/rate-limit';
import fastify, { type FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { auditRoutes } from './audit/routes.ts';
import type { AuthDeps } from './auth/arrival.ts';
import { authRoutes } from './auth/routes.ts';
import { demandFileReader } from './demand/file-reader.ts';
import { importRoutes } from './demand/import/routes.ts';
import { letterRoutes } from './demand/lists/letter-routes.ts';
import { listRoutes } from './demand/lists/routes.ts';
import { outsideRoutes } from './demand/outside/routes.ts';
import { portalRoutes } from './demand/portal-routes.ts';
import { demandRoutes, type DemandRouteDeps } from './demand/routes.ts';
import { suggestRoutes } from './demand/suggest-routes.ts';
import { fileRoutes, type FileDeps } from './files/routes.ts';
import type { Stores } from './house.ts';
import { noticeRoutes, type NoticeDeps } from './notify/routes.ts';
import { answerErrors, answerUnknownPaths, answerUnreadableAddress } from './http/errors.ts';
import { serveHealth, type HealthDeps } from './http/health.ts';
import { openApiRoutes } from './openapi/routes.ts';
import { countRequests } from './http/metrics.ts';
import { secureAnswers } from './http/security-headers.ts';
import { packageRoutes } from './package/routes.ts';
import { serveWeb } from './http/web.ts';
import { houseRoutes } from './house-routes.ts';
import { setUpRoutes } from './set-up-routes.ts';

export type AppDeps = AuthDeps &
  HealthDeps &
  NoticeDeps &
  FileDeps &
  DemandRouteDeps & {
    readonly stores: Stores;
    readonly logger: Logger | false;
    /** Addresses of the reverse proxies whose X-Forwarded-For is believed; none by default. */
    readonly trustedProxies: readonly string[];
    readonly requestsPerMinute: number;
    /** The built web client; none in tests of the API. */
    readonly webFolder: string | undefined;
  };

/** The whole HTTP side, ready to listen or to be injected into. Reads no environment and opens no connection. */
export const buildApp = async (deps: AppDeps): Promise<FastifyInstance> => {
  const app = fastify({
    loggerInstance: deps.logger || undefined,
    trustProxy: deps.trustedProxies.length > 0 ? [...deps.trustedProxies] : false,
    bodyLimit: 1_048_576,
    genReqId: deps.newId,
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: answerUnreadableAddress,
  } as Parameters<typeof fastify>[0]) as unknown as FastifyInstance;
  answerErrors(app);
  countRequests(app);
  await app.register(fastifyCookie);
  secureAnswers(app, { hsts: deps.secureCookies });
  await app.register(fastifyRateLimit, { max: deps.requestsPerMinute, timeWindow: '1 minute' });
  serveHealth(app, deps);
  openApiRoutes(app, deps);
  authRoutes(app, deps);
  noticeRoutes(app, deps);
  await fileRoutes(app, deps, [demandFileReader]);
  demandRoutes(app, deps, deps.stores.demand);
  suggestRoutes(app, deps);
  await importRoutes(app, deps);
  listRoutes(app, deps);
  letterRoutes(app, deps);
  await outsideRoutes(app, deps, deps.stores.demand);
  portalRoutes(app, deps);
  auditRoutes(app, deps);
  packageRoutes(app, deps, deps.stores.package);
  houseRoutes(app, deps);
  setUpRoutes(app, deps);
  if (deps.webFolder === undefined) answerUnknownPaths(app);
  else await serveWeb(app, deps.webFolder);
  return app;
};

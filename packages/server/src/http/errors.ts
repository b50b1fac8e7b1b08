import type { FastifyError, FastifyInstance } from 'fastify';
import { problemOf, sendProblem } from './problem.ts';
import type { ProblemCode } from '@xiaoer/contract/problems';

const OVERLOADED = new Set(['57014', '53300', '57P03', '08006', '08001', 'ECONNREFUSED', 'ENOENT']);

const codeOf = (error: FastifyError): ProblemCode | undefined => {
  if (error.statusCode === 429) return 'request.rate-limited';
  if (error.statusCode === 413) return 'request.too-large';
  if (error.statusCode === 415) return 'request.unsupported-type';
  if (error.statusCode === 400) return 'request.invalid';
  if (OVERLOADED.has(error.code) || error.message.startsWith('timeout exceeded when trying to connect'))
    return 'server.overloaded';
  return undefined;
};

/** What no handler answered for: malformed requests, a full pool, and bugs, which never show their message. */
export const answerErrors = (app: FastifyInstance): void => {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const code = codeOf(error);
    if (code !== undefined) return sendProblem(reply, problemOf(code));
    request.log.error({ err: error }, 'bug');
    return sendProblem(reply, problemOf('server.bug', { instance: `urn:uuid:${request.id}` }));
  });
};

/** For a server without pages. */
export const answerUnknownPaths = (app: FastifyInstance): void => {
  app.setNotFoundHandler((_request, reply) => sendProblem(reply, problemOf('request.not-found')));
};

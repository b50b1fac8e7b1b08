import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { badCursor, problemOf, sendProblem } from './problem.ts';
import type { ProblemCode } from '@xiaoer/contract/problems';

/** The database is full, stopping, starting or gone; the same request may succeed in a moment. */
const OVERLOADED = new Set(
  '57014 53300 57P01 57P02 57P03 08006 08001 ECONNREFUSED ECONNRESET EPIPE ENOENT'.split(' '),
);
/** What the driver says, without a code, of a connection that cannot be had or broke under a statement. */
const NO_CONNECTION =
  /^(timeout exceeded when trying to connect|Connection terminated|Client has encountered)/;
const DISK_FULL = new Set(['53100', 'ENOSPC', 'EDQUOT']);

/** The database cannot read a value as the type of the column it is compared with. */
const UNREADABLE = new Set('22003 22007 22008 22P02'.split(' '));

/** A cursor's values are text until the database compares them: those of another list's cursor may be no such values. */
const isOfForeignCursor = (error: FastifyError, { query }: FastifyRequest): boolean =>
  UNREADABLE.has(error.code) && (query as { readonly cursor?: unknown } | undefined)?.cursor !== undefined;

const codeOf = (error: FastifyError): ProblemCode | undefined => {
  if (error.statusCode === 429) return 'request.rate-limited';
  if (error.statusCode === 413) return 'request.too-large';
  if (error.statusCode === 415) return 'request.unsupported-type';
  if (error.statusCode === 400) return 'request.invalid';
  // No file can have such an address: an empty part, a null character, a name that is too long.
  if (error.code === 'FST_STATIC_FORBIDDEN_PATH') return 'request.not-found';
  if (DISK_FULL.has(error.code)) return 'server.storage-full';
  if (OVERLOADED.has(error.code) || NO_CONNECTION.test(error.message)) return 'server.overloaded';
  return undefined;
};

/** What no handler answered for: malformed requests, a full pool, and bugs, which never show their message. */
export const answerErrors = (app: FastifyInstance): void => {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const code = codeOf(error);
    if (code !== undefined) return sendProblem(reply, problemOf(code));
    if (isOfForeignCursor(error, request)) return sendProblem(reply, badCursor());
    request.log.error({ err: error }, 'bug');
    return sendProblem(reply, problemOf('server.bug', { instance: `urn:uuid:${request.id}` }));
  });
};

/** An address that cannot be read, which no route and no hook ever sees: not even the one that sets the headers. */
export const answerUnreadableAddress = (_error: unknown, _request: unknown, reply: FastifyReply): void => {
  void reply.headers({
    'content-security-policy': "default-src 'none';frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  });
  void sendProblem(reply, problemOf('request.invalid'));
};

/** For a server without pages. */
export const answerUnknownPaths = (app: FastifyInstance): void => {
  app.setNotFoundHandler((_request, reply) => sendProblem(reply, problemOf('request.not-found')));
};

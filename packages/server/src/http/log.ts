import type { FastifyRequest } from 'fastify';
import { DatabaseError } from 'pg';
import { pino, type DestinationStream, type Logger } from 'pino';
import { errorMessage, quotesValues } from './error-message.ts';

/** A tenant's number and 256 bits: who holds these may answer a letter, whoever reads the log may not. */
const ONE_TIME_TOKEN = /[0-9a-z]{1,7}(?:\.|%2e)[\w-]{43,}/gi;
const PHONE = /(?<![\w.-])(1[3-9]\d)\d{4}(\d{4})(?![\w-])/g;

/** The route's pattern, never the address: addresses hold tokens, and words that were searched for. */
const requestOf = (request: FastifyRequest) => ({
  method: request.method,
  route: request.routeOptions.url ?? 'unmatched',
});

type ShownError = {
  readonly type: string;
  readonly message: string;
  readonly stack?: string | undefined;
  readonly code?: string;
  readonly table?: string | undefined;
  readonly constraint?: string | undefined;
  readonly cause?: ShownError;
};

const stackOf = (error: Error): string | undefined =>
  quotesValues(error) ? error.stack?.slice(error.stack.indexOf('\n    at ') + 1) : error.stack;

/** Of an error only what it is and where: what the database adds beside (detail, where) quotes whole rows. */
const errorOf = (error: unknown): ShownError => {
  if (!(error instanceof Error)) return { type: typeof error, message: errorMessage(error) };
  const { code } = error as { readonly code?: unknown };
  return {
    type: error.name,
    message: errorMessage(error),
    stack: stackOf(error),
    ...(typeof code === 'string' && { code }),
    ...(error instanceof DatabaseError && { table: error.table, constraint: error.constraint }),
    ...(error.cause !== undefined && { cause: errorOf(error.cause) }),
  };
};

/**
 * The program's log, without personal data: no line holds the token of a one-time link or a whole phone number, whatever
 * wrote it.
 */
export const openLog = (level: string, destination?: DestinationStream): Logger => {
  const options = {
    level,
    serializers: { req: requestOf, err: errorOf },
    hooks: {
      streamWrite: (line: string) => line.replaceAll(ONE_TIME_TOKEN, '[token]').replaceAll(PHONE, '$1****$2'),
    },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
};

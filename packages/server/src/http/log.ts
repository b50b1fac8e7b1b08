import type { FastifyRequest } from 'fastify';
import { pino, type DestinationStream, type Logger } from 'pino';

/** A tenant's number and 256 bits: who holds these may answer a letter, whoever reads the log may not. */
const ONE_TIME_TOKEN = /[0-9a-z]{1,7}(?:\.|%2e)[\w-]{43,}/gi;

/** The route's pattern, never the address: addresses hold tokens, and words that were searched for. */
const requestOf = (request: FastifyRequest) => ({
  method: request.method,
  route: request.routeOptions.url ?? 'unmatched',
});

/** The program's log, without personal data; no line holds the token of a one-time link, whatever wrote it. */
export const openLog = (level: string, destination?: DestinationStream): Logger => {
  const options = {
    level,
    serializers: { req: requestOf },
    hooks: { streamWrite: (line: string) => line.replaceAll(ONE_TIME_TOKEN, '[token]') },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
};

import { ServerResponse, type IncomingMessage } from 'node:http';
import type { FastifyInstance } from 'fastify';
import helmet from 'helmet';

const CONTENT_SECURITY_POLICY = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'self'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'", 'data:', 'blob:'],
    connectSrc: ["'self'"],
    workerSrc: ["'self'", 'blob:'],
    objectSrc: ["'none'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
  },
};

type Transport = { /** Browsers come back over HTTPS only. */ readonly hsts: boolean };

/** What helmet sets on an answer. Nothing of it depends on the request, so it is asked once. */
const headersOf = ({ hsts }: Transport): Map<string, string> => {
  const request = {} as IncomingMessage;
  const answer = new ServerResponse(request);
  const options = { contentSecurityPolicy: CONTENT_SECURITY_POLICY, crossOriginEmbedderPolicy: false };
  helmet({ ...options, strictTransportSecurity: hsts })(request, answer, (fault) => {
    if (fault !== undefined) throw fault;
  });
  return new Map(Object.entries(answer.getHeaders()).map(([name, value]) => [name, String(value)]));
};

/** Puts the security headers on every answer, also on those that are not the framework's to send. */
export const secureAnswers = (app: FastifyInstance, transport: Transport): void => {
  const headers = headersOf(transport);
  app.addHook('onRequest', (_request, { raw }, done) => {
    raw.setHeaders(headers);
    done();
  });
};

import type { FastifyInstance } from 'fastify';

/** Registers routes whose body is bytes of any type: nothing is parsed, the route reads `request.raw` itself. */
export const withRawBodies = async (
  app: FastifyInstance,
  register: (scope: FastifyInstance) => void,
): Promise<void> => {
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, _payload, done) => done(null));
    register(scope as unknown as FastifyInstance);
  });
};

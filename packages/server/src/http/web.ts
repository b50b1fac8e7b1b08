import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { problemOf, sendProblem } from './problem.ts';

/**
 * The built client: hashed assets for a year, every other path the one page (its router decides). Files are looked for
 * when they are asked for: a client that is built anew while the server runs is served whole.
 */
export const serveWeb = async (app: FastifyInstance, folder: string): Promise<void> => {
  const assets = path.join(folder, 'assets', path.sep);
  await app.register(fastifyStatic, {
    root: folder,
    dotfiles: 'ignore',
    setHeaders: (reply, file) => {
      const lasting = file.startsWith(assets);
      reply.header('cache-control', lasting ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  app.setNotFoundHandler((request, reply) => {
    const isPage =
      request.method === 'GET' && !request.url.startsWith('/api/') && !request.url.startsWith('/assets/');
    return isPage ? reply.sendFile('index.html') : sendProblem(reply, problemOf('request.not-found'));
  });
};

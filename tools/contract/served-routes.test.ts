import fastify from 'fastify';
import { expect, it } from 'vitest';
import { servedRoutes } from './served-routes.ts';

const answer = () => 'ok';

it('reads every route and method off a printed tree', async () => {
  const app = fastify();
  app.get('/healthz', answer);
  app.post('/api/sign-in/phone', answer);
  app.post('/api/sign-in/phone-code', answer);
  app.get('/api/demands', answer);
  app.post('/api/demands', answer);
  app.delete('/api/demands/:id/tasks/:taskId', answer);
  app.post('/api/demands/:id/route', answer);
  await app.ready();
  expect([...servedRoutes(app.printRoutes({ commonPrefix: false }))].sort()).toEqual([
    'DELETE /api/demands/{id}/tasks/{taskId}',
    'GET /api/demands',
    'GET /healthz',
    'POST /api/demands',
    'POST /api/demands/{id}/route',
    'POST /api/sign-in/phone',
    'POST /api/sign-in/phone-code',
  ]);
});

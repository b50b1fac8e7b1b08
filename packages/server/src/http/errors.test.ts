import fastify from 'fastify';
import { afterAll, describe, expect, it } from 'vitest';
import { answerErrors } from './errors.ts';

const app = fastify();
afterAll(() => app.close());
answerErrors(app);
app.get('/fail', async (request) => {
  const { code, message = '' } = request.query as { code?: string; message?: string };
  throw Object.assign(new Error(message), code === undefined ? {} : { code });
});

const answerTo = async (error: { readonly code?: string; readonly message?: string }) => {
  const query = Object.fromEntries(Object.entries(error));
  const response = await app.inject({ path: '/fail', query });
  return {
    status: response.statusCode,
    code: response.json<{ code: string }>().code,
    headers: response.headers,
  };
};

describe('an error that no handler answered for', () => {
  it.each([
    { code: '53300' },
    { code: '57P01' },
    { code: '57P02' },
    { code: 'ECONNRESET' },
    { message: 'Connection terminated unexpectedly' },
    { message: 'timeout exceeded when trying to connect' },
  ])('asks to come again when the database is full or gone: %o', async (query) => {
    const { status, code, headers } = await answerTo(query);
    expect({ status, code }).toEqual({ status: 503, code: 'server.overloaded' });
    expect(headers['retry-after']).toBe('2');
  });

  it.each([{ code: '53100' }, { code: 'ENOSPC' }])('says that the disk is full: %o', async (query) => {
    expect(await answerTo(query)).toMatchObject({ status: 507, code: 'server.storage-full' });
  });

  it('is a bug otherwise, and its message stays inside', async () => {
    const response = await app.inject({ path: '/fail', query: { message: 'select secret from table' } });
    expect(response.statusCode).toBe(500);
    expect(response.body).not.toContain('secret');
  });
});

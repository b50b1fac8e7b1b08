import { route } from '@xiaoer/contract/route';
import { QueryClient } from '@tanstack/react-query';
import { afterEach, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { ProblemError } from './problem-error.ts';
import { reading } from './query.ts';

const thing = route({
  method: 'GET',
  path: '/api/things/{id}',
  summary: 'A thing',
  access: { auth: 'public' },
  params: z.strictObject({ id: z.string() }),
  response: z.strictObject({ id: z.string() }),
  problems: [],
});
const things = route({
  method: 'GET',
  path: '/api/things',
  summary: 'Things',
  access: { auth: 'public' },
  query: z.strictObject({ from: z.string() }),
  response: z.array(z.string()),
  problems: [],
});

afterEach(() => vi.unstubAllGlobals());

const problemWith = async (asking: { readonly queryFn?: unknown; readonly queryKey: readonly unknown[] }) => {
  const refused = { type: 'about:blank', title: 'Invalid', status: 400, code: 'request.invalid' };
  vi.stubGlobal('fetch', () =>
    Promise.resolve(
      new Response(JSON.stringify(refused), {
        status: 400,
        headers: { 'content-type': 'application/problem+json' },
      }),
    ),
  );
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const error: unknown = await client.fetchQuery(asking as never).catch((thrown: unknown) => thrown);
  return error instanceof ProblemError ? error.problem : undefined;
};

test('an address that cannot be is one where nothing is', async () => {
  expect(await problemWith(reading(thing, { params: { id: 'not-an-id' } }))).toMatchObject({
    status: 404,
    code: 'request.not-found',
  });
});

test('what is wrong with a question is said as it is', async () => {
  expect(await problemWith(reading(things, { query: { from: 'never' } }))).toMatchObject({
    status: 400,
    code: 'request.invalid',
  });
});

import { route } from '@xiaoer/contract/route';
import { afterEach, expect, expectTypeOf, test, vi } from 'vitest';
import { z } from 'zod';
import { addressOf, call, headersOf, newIdempotencyKey } from './call.ts';
import type { CallInput } from './call.ts';

const change = route({
  method: 'POST',
  path: '/api/things/{id}/name',
  summary: 'Rename',
  access: { auth: 'session', rule: 'rename' },
  params: z.strictObject({ id: z.string() }),
  body: z.strictObject({ name: z.string() }),
  response: z.strictObject({ id: z.string(), version: z.number() }),
  ifMatch: true,
  problems: [],
});
const list = route({
  method: 'GET',
  path: '/api/things',
  summary: 'List',
  access: { auth: 'public' },
  query: z.strictObject({ q: z.string().optional(), limit: z.coerce.number().default(50) }),
  response: z.array(z.string()),
  problems: [],
});

const json = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': status < 400 ? 'application/json' : 'application/problem+json', ...headers },
  });
const answering = (respond: (url: string, init: RequestInit) => Response | Promise<Response>) => {
  const fetched = vi.fn(respond);
  vi.stubGlobal('fetch', fetched);
  return fetched;
};
afterEach(() => vi.unstubAllGlobals());

test('parameters are escaped, the query is written in one order', () => {
  expect(
    addressOf('/api/a/{id}', { params: { id: 'x/y' }, query: { b: [1, 2], a: 'z', c: undefined } }),
  ).toBe('/api/a/x%2Fy?a=z&b=1&b=2');
});

test('a change carries its version, a key and the header that other sites cannot send', () => {
  const headers = headersOf('POST', { body: {}, ifMatch: 7 });
  expect(headers).toMatchObject({
    'if-match': '"7"',
    'x-requested-with': 'xiaoer',
    'content-type': 'application/json',
  });
  expect(headers['idempotency-key']).toHaveLength(32);
  expect(headersOf('GET', {})).toEqual({ accept: 'application/json, application/problem+json' });
  expect(newIdempotencyKey()).not.toBe(newIdempotencyKey());
});

test('a resent intention keeps its key', () => {
  expect(headersOf('POST', { idempotencyKey: 'k1' })['idempotency-key']).toBe('k1');
});

test('an answer is its body and its version', async () => {
  const fetched = answering(() => json(200, { id: 'a', version: 8 }, { etag: '"8"' }));
  const answer = await call(change, { params: { id: 'a' }, body: { name: '新名' }, ifMatch: 7 });
  expect(answer).toEqual({ ok: true, body: { id: 'a', version: 8 }, version: 8 });
  const [url, init] = fetched.mock.calls[0] ?? [];
  expect([url, init?.method, init?.body]).toEqual(['/api/things/a/name', 'POST', '{"name":"新名"}']);
});

test('a refusal is a value with its code and facts', async () => {
  const refused = { type: 'about:blank', title: 'Stale', status: 412, code: 'request.stale', version: 9 };
  answering(() => json(412, refused));
  const answer = await call(change, { params: { id: 'a' }, body: { name: 'n' }, ifMatch: 7 });
  expect(answer).toEqual({ ok: false, problem: refused });
});

test('no network, a slow server and a page of a proxy are problems the person can read about', async () => {
  answering(() => Promise.reject(new TypeError('Failed to fetch')));
  expect(await call(list, { query: {} })).toMatchObject({ ok: false, problem: { code: 'client.offline' } });
  answering(
    () => new Response('<html>bad gateway</html>', { status: 502, headers: { 'content-type': 'text/html' } }),
  );
  expect(await call(list, { query: {} })).toMatchObject({
    problem: { code: 'client.unavailable', status: 502 },
  });
  answering(
    (_, init) =>
      new Promise((_resolve, reject) => {
        init.signal?.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')));
      }),
  );
  expect(await call(list, { query: {}, timeoutMs: 1 })).toMatchObject({
    problem: { code: 'client.timeout' },
  });
});

test('an answer that breaks the contract is a bug and is thrown', async () => {
  answering(() => json(200, { not: 'a list' }));
  await expect(call(list, { query: {} })).rejects.toThrow();
});

test('a call that its page gave up is thrown to its page', async () => {
  answering((_, init) =>
    Promise.reject(init.signal?.aborted ? new DOMException('aborted', 'AbortError') : new TypeError()),
  );
  await expect(call(list, { query: {}, signal: AbortSignal.abort() })).rejects.toThrow('aborted');
});

test('the compiler asks for exactly what the route declares', () => {
  expectTypeOf<CallInput<typeof list>['query']>().toEqualTypeOf<{
    q?: string | undefined;
    limit?: unknown;
  }>();
  // @ts-expect-error the body is missing
  const input: CallInput<typeof change> = { params: { id: 'a' }, ifMatch: 1 };
  expect(input.ifMatch).toBe(1);
});

import { ROUTES } from '@xiaoer/contract/routes';
import { describe, expect, it } from 'vitest';
import { routeKey, sampleRequest } from './sample-request.ts';

describe('a sample request', () => {
  it.each(ROUTES.map((route) => [routeKey(route), route] as const))('is accepted by %s', (_, route) => {
    const { url, payload } = sampleRequest(route);
    expect(url).not.toMatch(/[{}]|undefined/);
    const query = Object.fromEntries(new URL(url, 'http://localhost').searchParams);
    expect(route.query?.safeParse(query).error).toBeUndefined();
    if (route.takes === undefined) expect(route.body?.safeParse(payload).error).toBeUndefined();
  });

  it('carries the values it is told', () => {
    const route = ROUTES.find(({ path }) => path === '/api/enterprises/{id}/rename');
    if (route === undefined) throw new Error('the route is gone');
    expect(sampleRequest(route, { id: 'x', name: '新名' })).toEqual({
      url: '/api/enterprises/x/rename',
      payload: { name: '新名' },
    });
  });
});

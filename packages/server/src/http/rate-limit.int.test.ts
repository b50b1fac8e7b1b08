import { PROBLEMS } from '@xiaoer/contract/problems';
import { problem } from '@xiaoer/contract/problem';
import { describe, expect, it } from 'vitest';
import { buildApp } from '../app.ts';
import { browserAt } from '../testing/browser-at.ts';
import { cleanUp } from '../testing/clean-up.ts';
import { testHouse } from '../testing/test-house.ts';

const house = await testHouse();
const app = await buildApp({ ...house.deps, requestsPerMinute: 5 });
cleanUp(() => app.close());

const asked = async (times: number, url: string, address: string) => {
  const browser = browserAt(app, { address });
  const statuses: number[] = [];
  for (let count = 0; count < times; count += 1) statuses.push((await browser.get(url)).status);
  return statuses;
};

describe('the limit of requests', () => {
  it('answers one too many from an address with 429, a problem and when to come again', async () => {
    expect(await asked(5, '/api/sign-in', '10.0.0.1')).toEqual([200, 200, 200, 200, 200]);
    const { status, body, headers } = await browserAt(app, { address: '10.0.0.1' }).get('/api/sign-in');
    expect(status).toBe(429);
    expect(headers['content-type']).toContain('application/problem+json');
    expect(problem.parse(body)).toEqual({
      type: 'urn:xiaoer:problem:request.rate-limited',
      code: 'request.rate-limited',
      ...PROBLEMS['request.rate-limited'],
    });
    expect(Number(headers['retry-after'])).toBeGreaterThan(2);
    expect(Number(headers['retry-after'])).toBeLessThanOrEqual(60);
  });

  it('is of each address, and of all that it asks for together', async () => {
    expect(await asked(3, '/api/sign-in', '10.0.0.2')).toEqual([200, 200, 200]);
    expect(await asked(3, '/api/me', '10.0.0.2')).toEqual([401, 401, 429]);
    expect(await asked(1, '/api/sign-in', '10.0.0.3')).toEqual([200]);
  });

  it('is tighter where a route says so', async () => {
    const roomy = await buildApp({ ...house.deps });
    cleanUp(() => roomy.close());
    const token = `1.${'A'.repeat(43)}`;
    const answer = () =>
      roomy.inject({ method: 'POST', url: `/api/outside/${token}/answer`, payload: { text: '好' } });
    const statuses: number[] = [];
    for (let count = 0; count < 12; count += 1) statuses.push((await answer()).statusCode);
    expect(statuses.filter((status) => status === 429).length).toBeGreaterThan(0);
    expect(statuses[0]).not.toBe(429);
    expect((await roomy.inject({ url: '/api/sign-in' })).statusCode).toBe(200);
  });
});

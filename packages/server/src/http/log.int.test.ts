import { beforeAll, describe, expect, it } from 'vitest';
import { buildApp } from '../app.ts';
import { testHouse } from '../testing/test-house.ts';
import { openLog } from './log.ts';

const SECRET = 'A_-9'.repeat(11).slice(0, 43);
const TOKEN = `1.${SECRET}`;

describe('the log', async () => {
  const house = await testHouse();
  const lines: string[] = [];
  const logger = openLog('trace', { write: (line) => void lines.push(line) });
  const app = await buildApp({ ...house.deps, logger });
  const broken = await buildApp({
    ...house.deps,
    logger,
    signedIn: () => Promise.reject(Object.assign(new Error(TOKEN), { address: `/outside/${TOKEN}` })),
  });

  beforeAll(async () => {
    const paths = [
      `/api/outside/${TOKEN}`,
      `/outside/${TOKEN}`,
      `/outside/${TOKEN}?from=mail`,
      `/api/outside/${TOKEN}/nothing`,
      `/api/outside/${TOKEN}%zz`,
      `/api/outside/1%2E${SECRET}/`,
      `/api/demands/${house.enterpriseId}/liaison-letter?token=${TOKEN}`,
    ];
    for (const url of paths)
      for (const each of [app, broken]) {
        await each.inject({ url, headers: { referer: `https://zone.example/outside/${TOKEN}` } });
        await each.inject({ method: 'POST', url: `${url}/answer`, payload: { text: '好' } });
      }
    await app.inject({ url: '/api/enterprises?q=%E5%BC%A0%E4%B8%89' });
    logger.error({ err: new Error(`mail to /outside/${TOKEN} bounced`) }, `about ${TOKEN}`);
    await Promise.all([app.close(), broken.close()]);
  });

  it('is written, requests by their route', () => {
    const routes = lines.map((line) => (JSON.parse(line) as { req?: { route: string } }).req?.route);
    expect(routes).toContain('/api/outside/:token');
    expect(lines.some((line) => line.includes('"msg":"bug"'))).toBe(true);
    expect(lines.some((line) => line.includes('[token]'))).toBe(true);
  });

  it('holds no token of a one-time link, and nothing that was searched for', () => {
    expect(lines.filter((line) => line.includes(SECRET))).toEqual([]);
    expect(lines.filter((line) => line.includes('%E5%BC%A0') || line.includes('张三'))).toEqual([]);
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import { buildApp } from '../app.ts';
import { browserAt } from '../testing/browser-at.ts';
import { cleanUp } from '../testing/clean-up.ts';
import { testHouse } from '../testing/test-house.ts';

const house = await testHouse();
const PASSWORD = 'a password of the desk';
const PROXY = '10.0.0.1';
const appWith = async (trustedProxies: readonly string[], requestsPerMinute = 100_000) => {
  const app = await buildApp({ ...house.deps, trustedProxies, requestsPerMinute });
  cleanUp(() => app.close());
  return app;
};
const proud = await appWith([]);
const proxied = await appWith([PROXY, '192.168.7.0/24']);
const limited = await appWith([PROXY], 3);

beforeAll(async () => {
  const body = { account: 'desk', password: PASSWORD };
  await house.as.admin.post(`/api/people/${house.people.desk}/account`, body);
});

type From = { readonly address: string; readonly forwarded: string };
/** The address that a session opened from there is listed with. */
const addressOf = async (app: typeof proud, { address, forwarded }: From): Promise<string> => {
  const browser = browserAt(app, { address, headers: { 'x-forwarded-for': forwarded } });
  await browser.withPassword('desk', PASSWORD);
  const listed = (await browser.get('/api/sessions')).body['sessions'] as {
    address: string;
    current: boolean;
  }[];
  return listed.find(({ current }) => current)?.address ?? '';
};

describe('X-Forwarded-For', () => {
  it('is not believed of anybody when no proxy is named', async () => {
    expect(await addressOf(proud, { address: PROXY, forwarded: '203.0.113.9' })).toBe(PROXY);
  });

  it('is believed of a proxy that is named, by address or by network, and of nobody else', async () => {
    const forwarded = '203.0.113.9';
    expect(await addressOf(proxied, { address: PROXY, forwarded })).toBe(forwarded);
    expect(await addressOf(proxied, { address: '192.168.7.44', forwarded })).toBe(forwarded);
    expect(await addressOf(proxied, { address: '10.0.0.2', forwarded })).toBe('10.0.0.2');
    expect(await addressOf(proxied, { address: '192.168.8.1', forwarded })).toBe('192.168.8.1');
  });

  it('says what the proxy saw, not what the visitor wrote before it', async () => {
    const forwarded = '198.51.100.1, 203.0.113.9';
    expect(await addressOf(proxied, { address: PROXY, forwarded })).toBe('203.0.113.9');
    const through = '198.51.100.1, 203.0.113.9, 192.168.7.44';
    expect(await addressOf(proxied, { address: PROXY, forwarded: through })).toBe('203.0.113.9');
  });
});

const statusesOf = async (app: typeof proud, from: readonly From[]) => {
  const statuses: number[] = [];
  for (const { address, forwarded } of from) {
    const headers = { 'x-forwarded-for': forwarded };
    statuses.push((await browserAt(app, { address, headers }).get('/api/sign-in')).status);
  }
  return statuses;
};

const visitor = (forwarded: string) => ({ address: PROXY, forwarded });
/** Somebody who is behind no proxy and names another address each time. */
const liar = (index: number) => ({ address: '10.0.0.9', forwarded: `203.0.113.${index}` });
const guess = async (index: number) => {
  const headers = { 'x-forwarded-for': `203.0.114.${index}` };
  return browserAt(proxied, { address: '10.0.0.8', headers }).withPassword(`guess-${index}`, 'wrong');
};

describe('the limits by address', () => {
  it('count visitors apart behind a trusted proxy', async () => {
    const [one, two] = [visitor('203.0.113.1'), visitor('203.0.113.2')];
    expect(await statusesOf(limited, [one, one, one, one, two])).toEqual([200, 200, 200, 429, 200]);
  });

  it('are not slipped by somebody who names another address each time', async () => {
    expect(await statusesOf(limited, [11, 12, 13, 14].map(liar))).toEqual([200, 200, 200, 429]);
    for (let index = 0; index < 60; index += 1) expect((await guess(index)).code).toBe('sign-in.wrong');
    expect((await guess(60)).code).toBe('sign-in.locked');
  });
});

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildApp } from '../app.ts';
import { SESSION_COOKIE } from '../auth/session.ts';
import { cleanUp } from '../testing/clean-up.ts';
import { testHouse } from '../testing/test-house.ts';

const house = await testHouse();
const webFolder = mkdtempSync(path.join(tmpdir(), 'xiaoer-web-'));
mkdirSync(path.join(webFolder, 'assets'));
writeFileSync(path.join(webFolder, 'index.html'), '<title>店小二</title>');
writeFileSync(path.join(webFolder, 'assets', 'a.js'), '');
const appWith = async (secureCookies: boolean) => {
  const app = await buildApp({ ...house.deps, webFolder, secureCookies, requestsPerMinute: 40 });
  cleanUp(() => app.close());
  return app;
};
const plain = await appWith(false);
const secure = await appWith(true);
cleanUp(async () => rmSync(webFolder, { recursive: true }));

const cookie = `${SESSION_COOKIE}=${house.as.desk.cookie}`;
let last = 0;
/** Every kind of answer: pages, assets, lists, refusals of every layer. */
const asked = async (app: typeof plain) => {
  const remoteAddress = `10.6.0.${(last += 1)}`;
  const get = (url: string) => app.inject({ url, remoteAddress, headers: { cookie } });
  const paths = [
    '/',
    '/demands/1',
    '/assets/a.js',
    '/assets/none.js',
    '/api/me',
    '/api/demands',
    '/api/demands?limit=x',
    '/api/nothing',
    '/api/openapi.json',
    '/%00',
    '/healthz',
    '/metrics',
  ];
  const answers = await Promise.all(paths.map(async (url) => [url, (await get(url)).headers] as const));
  const post = (headers: Readonly<Record<string, string>>, payload: string) =>
    app.inject({
      method: 'POST',
      url: '/api/demands',
      remoteAddress,
      headers: { cookie, ...headers },
      payload,
    });
  const json = { 'content-type': 'application/json' };
  const refused = [
    ['not JSON', await post(json, '{')],
    ['too large', await post(json, `"${'x'.repeat(1_100_000)}"`)],
    ['another type', await post({ 'content-type': 'text/xml' }, '<a/>')],
    ['cross-site', await post({ ...json, 'sec-fetch-site': 'cross-site' }, '{}')],
  ] as const;
  return [...answers, ...refused.map(([what, { headers }]) => [what, headers] as const)];
};

const POLICY = [
  "base-uri 'none'",
  "connect-src 'self'",
  "default-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "img-src 'self' data: blob:",
  "object-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "worker-src 'self' blob:",
];

describe('every answer', async () => {
  const answers = await asked(plain);

  it('forbids scripts, styles, frames and connections from elsewhere, and inline ones', () => {
    for (const [what, headers] of answers) {
      const policy = String(headers['content-security-policy']).split(';').sort();
      expect([what, policy]).toEqual([what, POLICY]);
    }
  });

  it('is taken for the type it says, framed by nobody, and betrays no address to others', () => {
    for (const [what, headers] of answers) {
      expect([what, headers]).toMatchObject([
        what,
        {
          'x-content-type-options': 'nosniff',
          'x-frame-options': 'SAMEORIGIN',
          'referrer-policy': 'no-referrer',
          'cross-origin-opener-policy': 'same-origin',
          'cross-origin-resource-policy': 'same-origin',
        },
      ]);
      expect([what, headers['x-powered-by'], headers['server']]).toEqual([what, undefined, undefined]);
    }
  });

  it('of the API is kept by no browser and no proxy', () => {
    const kept = new Map(answers.map(([what, headers]) => [what, headers['cache-control']]));
    for (const what of ['/api/me', '/api/demands', '/api/demands?limit=x', 'cross-site'])
      expect([what, kept.get(what)]).toEqual([what, 'no-store']);
    expect(kept.get('/')).toBe('no-cache');
  });

  it('may be read by no page of another site', () => {
    for (const [what, headers] of answers)
      expect([what, headers['access-control-allow-origin']]).toEqual([what, undefined]);
  });
});

describe('behind HTTPS', () => {
  it('every answer tells browsers to stay there; over plain HTTP none does', async () => {
    for (const [what, headers] of await asked(secure))
      expect([what, headers['strict-transport-security']]).toEqual([
        what,
        expect.stringMatching(/^max-age=31536000; includeSubDomains$/),
      ]);
    for (const [what, headers] of await asked(plain))
      expect([what, headers['strict-transport-security']]).toEqual([what, undefined]);
  });
});

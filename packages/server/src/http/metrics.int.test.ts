import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { SESSION_COOKIE } from '../auth/session.ts';
import { buildApp } from '../app.ts';
import { freePort } from '../testing/free-port.ts';
import { testHouse } from '../testing/test-house.ts';
import { serveMetricsApart } from './metrics-apart.ts';

const house = await testHouse();
const PHONE = '13800138000';
const NAME = '王经理';
const TOKEN = `1.${'A_-9'.repeat(11).slice(0, 43)}`;

const metrics = async () => {
  const answer = await house.app.inject({ url: '/metrics' });
  return { ...answer, lines: answer.payload.split('\n').filter(Boolean) };
};
const SAMPLE =
  /^([a-z_:][\w:]*)(?:\{((?:[a-z_]\w*="(?:[^"\\\n]|\\.)*",?)+)\})? (-?[\d.]+(?:e[+-]?\d+)?|NaN|[+-]Inf)$/i;

/** How many people were looked at so far. */
const counted = async () => {
  const wanted = 'xiaoer_http_request_seconds_count{method="GET",route="/api/people/:id",status="200"} ';
  return Number((await metrics()).lines.find((line) => line.startsWith(wanted))?.slice(wanted.length) ?? 0);
};

/** What a day brings: words that are searched for, numbers, tokens, people. */
const aDay = async () => {
  const headers = { cookie: `${SESSION_COOKIE}=${house.as.desk.cookie}` };
  for (const url of [
    `/api/people?q=${encodeURIComponent(NAME)}`,
    `/api/people/${house.people.contact}`,
    `/api/enterprises/${house.enterpriseId}`,
    `/api/outside/${TOKEN}`,
    `/outside/${TOKEN}`,
    `/${PHONE}/${encodeURIComponent(NAME)}`,
  ])
    await house.app.inject({ url, headers });
  await house.stranger.post('/api/sign-in/phone-code', { phone: PHONE });
  await house.stranger.post('/api/sign-in/password', { account: NAME, password: 'wrong' });
};

const asked = async (remoteAddress: string, headers: Record<string, string> = {}) =>
  (await house.app.inject({ url: '/metrics', remoteAddress, headers })).statusCode;

describe('/metrics', () => {
  it('answers in the text format of Prometheus', async () => {
    await aDay();
    const { statusCode, headers, lines, payload } = await metrics();
    expect([statusCode, headers['content-type']]).toEqual([200, 'text/plain; version=0.0.4; charset=utf-8']);
    expect(payload.endsWith('\n')).toBe(true);
    const samples = lines.filter((line) => !line.startsWith('#'));
    expect(samples.filter((line) => !SAMPLE.test(line))).toEqual([]);
    const typed = new Set(
      lines.map((line) => /^# TYPE (\S+) (?:counter|gauge|histogram|summary)$/.exec(line)?.[1]),
    );
    const named = samples.map((line) => /^\w+/.exec(line)?.[0] ?? '');
    const untyped = named.filter(
      (name) => !typed.has(name) && !typed.has(name.replace(/_(?:bucket|sum|count)$/, '')),
    );
    expect(untyped).toEqual([]);
    expect(named).toContain('process_resident_memory_bytes');
  });

  it('is there for programs on this machine only, not for whoever comes through a proxy that runs here', async () => {
    expect([await asked('127.0.0.1'), await asked('::1'), await asked('::ffff:127.0.0.1')]).toEqual([
      200, 200, 200,
    ]);
    expect([await asked('10.0.0.7'), await asked('2001:db8::1')]).toEqual([404, 404]);
    for (const name of ['x-forwarded-for', 'forwarded', 'x-real-ip', 'via'])
      expect([name, await asked('127.0.0.1', { [name]: '127.0.0.1' })]).toEqual([name, 404]);
  });

  it('has a port of its own where one is set, and is then nowhere else', async () => {
    const webFolder = mkdtempSync(path.join(tmpdir(), 'xiaoer-web-'));
    onTestFinished(() => rmSync(webFolder, { recursive: true }));
    writeFileSync(path.join(webFolder, 'index.html'), '<title>店小二</title>');
    const app = await buildApp({ ...house.deps, metricsApart: true, webFolder });
    onTestFinished(() => app.close());
    expect((await app.inject({ url: '/metrics' })).statusCode).toBe(404);
    expect((await app.inject({ url: '/readyz' })).statusCode).toBe(200);

    const port = await freePort();
    const stop = await serveMetricsApart(house.pool, { port, host: '127.0.0.1' });
    onTestFinished(stop);
    const at = (place: string, method = 'GET') => fetch(`http://127.0.0.1:${port}${place}`, { method });
    const answer = await at('/metrics');
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      200,
      'text/plain; version=0.0.4; charset=utf-8',
    ]);
    expect(await answer.text()).toContain('xiaoer_outbox_events{state="waiting"} ');
    expect([(await at('/readyz')).status, (await at('/metrics', 'POST')).status]).toEqual([404, 404]);
  });

  it('counts requests by method, route and status', async () => {
    const before = await counted();
    for (const who of ['desk', 'admin'] as const)
      await house.as[who].get(`/api/people/${house.people.officer}`);
    expect(await counted()).toBe(before + 2);
  });

  it('knows routes only by their patterns: no number, word, token, account or id of anybody', async () => {
    await aDay();
    const { payload, lines } = await metrics();
    for (const word of [PHONE, NAME, encodeURIComponent(NAME), TOKEN, TOKEN.slice(2), '127.0.0.1'])
      expect([word, payload.includes(word)]).toEqual([word, false]);
    for (const id of [...Object.values(house.people), house.enterpriseId, house.as.desk.cookie ?? ''])
      expect([id, payload.includes(id)]).toEqual([id, false]);
    const routes = lines
      .map((line) => /route="([^"]*)"/.exec(line)?.[1])
      .filter((route) => route !== undefined);
    expect([...new Set(routes)].filter((route) => !/^(?:unmatched|\*|\/[\w/:.*-]*)$/.test(route))).toEqual(
      [],
    );
    expect(routes).toContain('unmatched');
  });
});

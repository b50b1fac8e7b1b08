import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildApp } from '../app.ts';
import { browserAt, type At } from '../testing/browser-at.ts';
import { cleanUp } from '../testing/clean-up.ts';
import { secondZone } from '../testing/second-zone.ts';
import { testHouse } from '../testing/test-house.ts';

const house = await testHouse();
const EAST = 'the password in the east';
const WEST = 'the password in the west';
const PHONE = '13800138000';
const west = await secondZone(house, { password: WEST });
const behindProxy = await buildApp({ ...house.deps, trustedProxies: ['10.0.0.1'] });
cleanUp(() => behindProxy.close());

beforeAll(async () => {
  const body = { account: 'admin', password: EAST };
  await house.as.admin.post(`/api/people/${house.people.admin}/account`, body);
  await west.register({ name: '王经理在西区', phone: PHONE });
});

/** Wrong passwords of one test are forgotten in the next. */
beforeEach(() => void house.clock.advance(15));

const hosts = (east: string | null, theWest: string | null) =>
  house.pool.query(
    'update tenant set host_name = case tenant_id when 1 then $1 else $2 end where tenant_id in (1, 2)',
    [east, theWest],
  );

const at = (host: string, more: At = {}) => browserAt(house.app, { host, ...more });
const offered = async (browser: ReturnType<typeof at>) =>
  ((await browser.get('/api/sign-in')).body.tenants as { code: string }[]).map(({ code }) => code);
const zoneOf = async (browser: ReturnType<typeof at>) =>
  ((await browser.get('/api/me')).body['tenant'] as { code: string } | undefined)?.code;

let asked = 0;
/** A browser with a code that is good. */
const withCode = async (host: string, app = house.app) => {
  house.clock.advance(4);
  const browser = browserAt(app, { host, address: `10.2.0.${(asked += 1)}` });
  await browser.askCode(PHONE);
  const text = house.messages.findLast(({ phone }) => phone === PHONE)?.text ?? '';
  return { ...browser, code: /\d{6}/.exec(text)?.[0] ?? '' };
};

describe('the zone one signs in to by password', () => {
  it('is that of the host name, whatever code is sent along', async () => {
    await hosts('east.example', 'west.example');
    for (const [host, code, own, other] of [
      ['east.example', 'east', EAST, WEST],
      ['west.example', 'west', WEST, EAST],
      ['WEST.example:8443', 'west', WEST, EAST],
    ] as const) {
      expect(await offered(at(host))).toEqual([code]);
      const browser = at(host);
      expect(await browser.withPassword('admin', own)).toMatchObject({ status: 200 });
      expect(await zoneOf(browser)).toBe(code);
      expect(await at(host).withPassword('admin', other)).toMatchObject({ status: 401 });
      const elsewhere = code === 'east' ? 'west' : 'east';
      expect(await at(host).withPassword('admin', other, elsewhere)).toMatchObject({ status: 401 });
      expect(await at(host).withPassword('admin', own, code)).toMatchObject({ status: 200 });
    }
  });

  it('is none at a host name that is nobody’s, where every zone has its own', async () => {
    await hosts('east.example', 'west.example');
    expect(await offered(at('other.example'))).toEqual([]);
    expect(await at('other.example').withPassword('admin', EAST)).toMatchObject({ status: 401 });
    expect(await at('other.example').withPassword('admin', EAST, 'east')).toMatchObject({ status: 401 });
  });

  it('is that of the code where the host name is nobody’s own', async () => {
    await hosts(null, null);
    const browser = at('localhost');
    expect(await offered(browser)).toEqual(['east', 'west']);
    expect(await browser.withPassword('admin', EAST)).toMatchObject({ status: 401, code: 'sign-in.wrong' });
    expect(await browser.withPassword('admin', EAST, 'west')).toMatchObject({ status: 401 });
    expect(await browser.withPassword('admin', EAST, 'north')).toMatchObject({ status: 401 });
    expect(await browser.withPassword('admin', WEST, 'west')).toMatchObject({ status: 200 });
    expect(await zoneOf(browser)).toBe('west');
    expect(await browser.withPassword('admin', EAST, 'east')).toMatchObject({ status: 200 });
    expect(await zoneOf(browser)).toBe('east');
  });

  it('is the one with the host name there, and the one without everywhere else', async () => {
    await hosts(null, 'west.example');
    expect(await offered(at('localhost'))).toEqual(['east']);
    expect(await at('localhost').withPassword('admin', EAST)).toMatchObject({ status: 200 });
    expect(await at('localhost').withPassword('admin', WEST, 'west')).toMatchObject({ status: 401 });
    expect(await offered(at('west.example'))).toEqual(['west']);
    expect(await at('west.example').withPassword('admin', EAST, 'east')).toMatchObject({ status: 401 });
    expect(await at('west.example').withPassword('admin', WEST)).toMatchObject({ status: 200 });
  });

  it('is told by a proxy that is trusted, and by nobody else', async () => {
    await hosts('east.example', 'west.example');
    const headers = { 'x-forwarded-host': 'west.example' };
    const proxied = browserAt(behindProxy, { host: 'east.example', headers, address: '10.0.0.1' });
    expect(await offered(proxied)).toEqual(['west']);
    const stranger = browserAt(behindProxy, { host: 'east.example', headers, address: '10.0.0.2' });
    expect(await offered(stranger)).toEqual(['east']);
    expect(await offered(at('east.example', { headers }))).toEqual(['east']);
  });
});

describe('a phone that two zones know', () => {
  it('chooses, and is signed in to the one it chose with the same code', async () => {
    await hosts(null, null);
    for (const chosen of ['east', 'west']) {
      const browser = await withCode('localhost');
      const choice = await browser.withCode(PHONE, browser.code);
      expect(choice.body).toEqual({
        signedIn: false,
        tenants: [
          { code: 'east', name: '东区', nameEn: 'East Zone' },
          { code: 'west', name: '西区', nameEn: 'West Zone' },
        ],
      });
      expect([choice.setCookie, (await browser.get('/api/me')).status]).toEqual([undefined, 401]);
      expect(await browser.withCode(PHONE, browser.code, chosen)).toMatchObject({ body: { signedIn: true } });
      expect(await zoneOf(browser)).toBe(chosen);
    }
  });

  it('learns of no zone with a wrong code', async () => {
    const browser = await withCode('localhost');
    const wrong = String((Number(browser.code) + 1) % 1_000_000).padStart(6, '0');
    const answer = await browser.withCode(PHONE, wrong);
    expect([answer.status, JSON.stringify(answer.body).includes('west')]).toEqual([401, false]);
  });

  it('does not choose where the host name has chosen', async () => {
    await hosts('east.example', 'west.example');
    const browser = await withCode('west.example');
    expect(await browser.withCode(PHONE, browser.code, 'east')).toMatchObject({ status: 401 });
    expect(await browser.withCode(PHONE, browser.code)).toMatchObject({ body: { signedIn: true } });
    expect(await zoneOf(browser)).toBe('west');
  });
});

describe('a session', () => {
  it('reads the zone it was opened in and no other, at whatever host name', async () => {
    await hosts(null, null);
    const browser = at('localhost');
    await browser.withPassword('admin', WEST, 'west');
    const names = (await browser.get('/api/people')).body['items'] as { name: string }[];
    expect(names.map(({ name }) => name).sort()).toEqual(['王经理在西区', '西区管理员']);
    expect((await browser.get(`/api/people/${house.people.desk}`)).status).toBe(404);
  });

  it('is sent to the one host name that opened it: its cookie names no domain', async () => {
    const { setCookie } = await at('localhost').withPassword('admin', WEST, 'west');
    expect(setCookie).not.toMatch(/domain/i);
  });
});

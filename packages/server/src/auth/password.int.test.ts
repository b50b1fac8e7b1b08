import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildApp } from '../app.ts';
import { browserAt } from '../testing/browser-at.ts';
import { cleanUp } from '../testing/clean-up.ts';
import { testHouse } from '../testing/test-house.ts';

const house = await testHouse();
const PASSWORD = 'a password of the desk';
const secure = await buildApp({ ...house.deps, secureCookies: true });
cleanUp(() => secure.close());

beforeAll(async () => {
  const body = { account: 'desk', password: PASSWORD };
  await house.as.admin.post(`/api/people/${house.people.desk}/account`, body);
});

const flagsOf = (setCookie: string | undefined) => (setCookie ?? '').split('; ').slice(1).sort();
const everything = async () => {
  const { rows: tables } = await house.pool.query<{ name: string }>(
    `select table_name as name from information_schema.columns
     where table_schema = 'public' group by table_name order by 1`,
  );
  const texts = tables.map(async ({ name }) => {
    const { rows } = await house.pool.query<{ text: string }>(`select t::text as text from ${name} t`);
    return rows.map(({ text }) => `${name} ${text}`);
  });
  return (await Promise.all(texts)).flat();
};

describe('a password', () => {
  it('is kept as argon2id of 19 MiB and two passes, with a salt of its own, and nowhere as it is', async () => {
    const url = `/api/people/${house.people.officer}/account`;
    await house.as.admin.post(url, { account: 'officer', password: PASSWORD });
    const { rows } = await house.pool.query<{ password_hash: string }>(
      'select password_hash from credential where account = any($1)',
      [['desk', 'officer']],
    );
    const hashes = rows.map((row) => row.password_hash);
    for (const hash of hashes)
      expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
    expect(new Set(hashes).size).toBe(2);
    expect((await everything()).filter((row) => row.includes(PASSWORD))).toEqual([]);
  });

  it('opens a session when it is right, and says of a wrong one and of no account the same', async () => {
    const browser = browserAt(house.app);
    const wrong = await browser.withPassword('desk', 'another password');
    expect(wrong).toMatchObject({ status: 401, code: 'sign-in.wrong', setCookie: undefined });
    const nobody = await browser.withPassword('nobody', PASSWORD);
    expect(nobody).toMatchObject({ status: 401, body: wrong.body, setCookie: undefined });
    expect((await browser.get('/api/me')).status).toBe(401);
    expect(await browser.withPassword('desk', PASSWORD)).toMatchObject({
      status: 200,
      body: { signedIn: true },
    });
    expect((await browser.get('/api/me')).body['name']).toBe('综合岗');
  });
});

describe('the cookie of a session', () => {
  it('is read by no script, sent with no foreign form, and goes back to this host name alone', async () => {
    const { setCookie } = await browserAt(house.app).withPassword('desk', PASSWORD);
    expect(flagsOf(setCookie)).toEqual(['HttpOnly', 'Max-Age=2592000', 'Path=/', 'SameSite=Lax']);
  });

  it('is sent over HTTPS alone when the settings say so', async () => {
    const { setCookie } = await browserAt(secure).withPassword('desk', PASSWORD);
    expect(flagsOf(setCookie)).toEqual(['HttpOnly', 'Max-Age=2592000', 'Path=/', 'SameSite=Lax', 'Secure']);
  });

  it('holds 256 random bits, of which the database keeps the SHA-256', async () => {
    const { setCookie } = await browserAt(house.app).withPassword('desk', PASSWORD);
    const token = /^xiaoer_session=([\w-]{43});/.exec(setCookie ?? '')?.[1] ?? '';
    const hash = createHash('sha256').update(token).digest();
    const { rows } = await house.pool.query('select 1 from session where token_hash = $1', [hash]);
    expect(rows).toHaveLength(1);
    expect((await everything()).filter((row) => row.includes(token))).toEqual([]);
  });

  it('does nothing for a page of another site', async () => {
    const { cookie } = house.as.guide;
    const from = async (headers: Readonly<Record<string, string>>) => {
      const own = { host: 'zone.example', cookie: `xiaoer_session=${cookie}` };
      const url = '/api/me/language';
      const payload = { language: 'en' };
      const answer = await house.app.inject({ method: 'PUT', url, payload, headers: { ...own, ...headers } });
      return answer.statusCode;
    };
    expect(await from({ 'sec-fetch-site': 'same-origin' })).toBe(200);
    expect(await from({ origin: 'https://zone.example' })).toBe(200);
    for (const site of ['cross-site', 'same-site']) expect(await from({ 'sec-fetch-site': site })).toBe(403);
    for (const origin of ['https://evil.example', 'https://x.zone.example', 'null'])
      expect(await from({ origin })).toBe(403);
  });
});

import { describe, expect, it } from 'vitest';
import { buildApp } from '../app.ts';
import { SESSION_COOKIE } from '../auth/session.ts';
import { browserAt } from '../testing/browser-at.ts';
import { cleanUp } from '../testing/clean-up.ts';
import { testHouse } from '../testing/test-house.ts';
import { openLog } from './log.ts';

const house = await testHouse();
const lines: string[] = [];
const logger = openLog('trace', { write: (line) => void lines.push(line) });
const app = await buildApp({ ...house.deps, logger });
cleanUp(() => app.close());

const PHONE = '13800138000';
const PEOPLE = [
  '欧阳某某',
  '王经理',
  PHONE,
  '13612345678',
  'ouyang@example.cn',
  'a password of theirs',
  '车间停电了',
];
const ADDRESS = '10.7.7.7';
const cookie = `${SESSION_COOKIE}=${house.as.admin.cookie}`;

type Shown = { msg: string; err?: { code?: string; constraint?: string; message: string; stack?: string } };
const shown = () => lines.map((line) => JSON.parse(line) as Shown);
const telling = (words: readonly (string | undefined)[]) =>
  words.filter((word) => word !== undefined && lines.some((line) => line.includes(word)));

/** An app in which the first thing that is done with every request fails. */
const broken = async (fail: () => Promise<unknown>) => {
  const other = await buildApp({ ...house.deps, logger, signedIn: async () => void (await fail()) });
  cleanUp(() => other.close());
  return (await other.inject({ url: '/api/me' })).statusCode;
};

describe('the log', () => {
  it('of a day of requests tells nobody’s name, phone, words, password, code, cookie or address', async () => {
    const browser = browserAt(app, { address: ADDRESS });
    const admin = browserAt(app, { address: ADDRESS, headers: { cookie } });
    const personal = { name: '欧阳某某', phone: '13612345678', email: 'ouyang@example.cn' };
    expect((await admin.post('/api/people', { personal })).status).toBe(201);
    expect((await admin.post('/api/people', { personal })).status).toBe(409);
    const wrong = { personal: { ...personal, phone: '欧阳某某' } };
    expect((await admin.post('/api/people', wrong)).code).toBe('person.phone-invalid');
    await admin.get(`/api/people?q=${encodeURIComponent('欧阳某某')}&x=${PHONE}`);
    await browser.withPassword('欧阳某某', 'a password of theirs');
    await browser.askCode(PHONE);
    const code = /\d{6}/.exec(house.messages.at(-1)?.text ?? '')?.[0] ?? '';
    const { setCookie } = await browser.withCode(PHONE, code);
    await browser.post('/api/portal/demands', { title: '车间停电了', text: `找王经理 ${PHONE}` });
    await app.inject({
      method: 'POST',
      url: '/api/sign-in/phone',
      headers: { 'content-type': 'application/json' },
      payload: `{"phone":"${PHONE}`,
    });
    await app.inject({ url: `/${PHONE}`, headers: { 'user-agent': '王经理' } });
    expect(shown().filter(({ msg }) => msg === 'request completed').length).toBeGreaterThanOrEqual(9);
    const token = /=([\w-]{43});/.exec(setCookie ?? '')?.[1];
    expect([typeof token, code]).toEqual(['string', expect.stringMatching(/^\d{6}$/)]);
    expect(telling([...PEOPLE, token, house.as.admin.cookie, ADDRESS])).toEqual([]);
    expect(lines.filter((line) => new RegExp(`\\D${code}\\D`).test(line))).toEqual([]);
    expect(telling(PEOPLE.map((word) => encodeURIComponent(word)))).toEqual([]);
  });

  it('of a bug names its place and its constraint, and none of the rows that the database quotes', async () => {
    lines.length = 0;
    const sql = `insert into credential (tenant_id, person_id, account) values (1, gen_random_uuid(), $1)`;
    await house.pool.query(sql, ['欧阳某某']);
    expect(await broken(() => house.pool.query(sql, ['欧阳某某']))).toBe(500);
    const unreadable = async () => house.pool.query('select $1::text::uuid', [`欧阳某某 ${PHONE}`]);
    expect(await broken(unreadable)).toBe(500);
    const wrapped = () =>
      unreadable().catch((cause: unknown) => Promise.reject(new Error('could not read', { cause })));
    expect(await broken(wrapped)).toBe(500);
    const bugs = shown().filter(({ msg }) => msg === 'bug');
    expect(bugs).toMatchObject([
      { err: { code: '23505', constraint: 'credential_tenant_id_account_key', table: 'credential' } },
      { err: { code: '22P02', message: 'a value that the database cannot read' } },
      { err: { message: 'could not read', cause: { code: '22P02' } } },
    ]);
    for (const { err } of bugs) expect(err?.stack).toContain('\n    at ');
    expect(telling(PEOPLE)).toEqual([]);
  });

  it('masks a phone in whatever a bug says, and leaves other numbers whole', async () => {
    lines.length = 0;
    const said = `phone ${PHONE}, at 1654048800000, order 213800138000, id 0f138001-3800-4380-8001-13800138000a`;
    expect(await broken(() => Promise.reject(new Error(said)))).toBe(500);
    const message = shown().find(({ msg }) => msg === 'bug')?.err?.message;
    expect(message).toBe(said.replace(`phone ${PHONE}`, 'phone 138****8000'));
  });
});

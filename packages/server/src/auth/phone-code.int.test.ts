import { describe, expect, it, vi } from 'vitest';
import { buildApp } from '../app.ts';
import { createClient } from '../db/connect.ts';
import { openLog } from '../http/log.ts';
import { httpSmsSender, logSmsSender } from '../notify/sms.ts';
import { browserAt } from '../testing/browser-at.ts';
import { cleanUp } from '../testing/clean-up.ts';
import { smsGateway } from '../testing/sms-gateway.ts';
import { testHouse } from '../testing/test-house.ts';

const house = await testHouse();
const gateway = await smsGateway();
const PHONE = '13800138000';
const UNKNOWN = '13911112222';
const WRONG = { status: 401, code: 'sign-in.wrong', setCookie: undefined };
const ASKED = { status: 202, body: { validSeconds: 300 } };

const lines: string[] = [];
const logger = openLog('warn', { write: (line) => void lines.push(line) });
const appWith = async (sendSms: typeof house.deps.sendSms) => {
  const app = await buildApp({ ...house.deps, sendSms, logger });
  cleanUp(() => app.close());
  return app;
};
const app = await appWith(httpSmsSender(gateway.settings));

let last = 0;
/** Somebody at an address that nobody else uses, a quarter of an hour after whoever came before. */
const somebody = (through = app) => {
  house.clock.advance(15);
  return browserAt(through, { address: `10.3.0.${(last += 1)}` });
};
const somebodyElse = () => browserAt(app, { address: `10.4.0.${(last += 1)}` });
const codeIn = (text: string | undefined): string => /\d{6}/.exec(text ?? '')?.[0] ?? '';
const taken = async (count: number): Promise<string> => {
  await vi.waitUntil(() => gateway.taken.length >= count, { timeout: 5_000, interval: 5 });
  return codeIn(gateway.taken[count - 1]?.text);
};
/** Somebody whose phone has just got a code. */
const withCode = async () => {
  const browser = somebody();
  const before = gateway.taken.length;
  expect(await browser.askCode(PHONE)).toMatchObject(ASKED);
  return { ...browser, code: await taken(before + 1) };
};
const anotherThan = (code: string, by = 1): string =>
  String((Number(code) + by) % 1_000_000).padStart(6, '0');

const newest = async (): Promise<{ readonly attempts?: number }> =>
  (await house.pool.query('select attempts from phone_code order by created_at desc limit 1')).rows[0] ?? {};

/** Lets everybody go as far as they come without reading a zone, which is after the code is checked. */
const whileNoZoneIsRead = async <Answer>(
  ask: () => Promise<Answer>,
  areThere: () => Promise<boolean>,
): Promise<Answer> => {
  const client = createClient(house.database.superuserConfig);
  await client.connect();
  try {
    await client.query('begin');
    await client.query('lock table tenant in access exclusive mode');
    const asked = ask();
    await vi.waitUntil(areThere, { timeout: 1_500, interval: 5 });
    await client.query('commit');
    return await asked;
  } finally {
    await client.end();
  }
};

/** What somebody is told who asks for a code and then guesses it. */
const told = async (phone: string) => {
  const browser = somebody();
  const answers = [await browser.askCode(phone), await browser.withCode(phone, '000000')];
  return answers.map(
    ({ status, body, headers: { date: _date, 'x-ratelimit-reset': _reset, ...headers } }) => ({
      status,
      body,
      headers,
    }),
  );
};

describe('a code', () => {
  it('goes to the phone by way of the gateway, and opens a session', async () => {
    const { code, ...browser } = await withCode();
    expect(gateway.taken).toEqual([
      { phone: PHONE, text: `店小二：您的登录验证码是 ${code}，5 分钟内有效。` },
    ]);
    expect(code).toMatch(/^\d{6}$/);
    expect(await browser.withCode(PHONE, code)).toMatchObject({ status: 200, body: { signedIn: true } });
    expect((await browser.get('/api/me')).body['name']).toBe('王经理');
  });

  it('is refused when it is wrong, and the right one is still good', async () => {
    const { code, ...browser } = await withCode();
    for (const by of [1, 2, 3, 4])
      expect(await browser.withCode(PHONE, anotherThan(code, by))).toMatchObject(WRONG);
    expect(await browser.withCode(PHONE, code)).toMatchObject({ status: 200 });
  });

  it('is worthless after five wrong tries', async () => {
    const { code, ...browser } = await withCode();
    for (const by of [1, 2, 3, 4, 5]) await browser.withCode(PHONE, anotherThan(code, by));
    expect(await browser.withCode(PHONE, code)).toMatchObject(WRONG);
  });

  it('is good for five minutes', async () => {
    const { code, ...browser } = await withCode();
    house.clock.advance(5);
    expect(await browser.withCode(PHONE, code)).toMatchObject(WRONG);
    const next = await withCode();
    house.clock.advance(4);
    expect(await next.withCode(PHONE, next.code)).toMatchObject({ status: 200 });
  });

  it('opens one session, and only one when two ask at once', async () => {
    const { code, ...browser } = await withCode();
    const both = await whileNoZoneIsRead(
      () => Promise.all([browser.withCode(PHONE, code), browser.withCode(PHONE, code)]),
      async () => (await newest()).attempts === 2,
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 401]);
    expect(await browser.withCode(PHONE, code)).toMatchObject(WRONG);
  });

  it('is replaced by the next one', async () => {
    const { code, ...browser } = await withCode();
    house.clock.advance(1);
    const before = gateway.taken.length;
    await browser.askCode(PHONE);
    const next = await taken(before + 1);
    expect(await browser.withCode(PHONE, code)).toMatchObject(code === next ? { status: 200 } : WRONG);
    if (code !== next) expect(await browser.withCode(PHONE, next)).toMatchObject({ status: 200 });
  });

  it('is good for its own phone alone', async () => {
    const { code, ...browser } = await withCode();
    await browser.askCode('13900000001');
    expect(await browser.withCode('13900000002', code)).toMatchObject(WRONG);
    expect(await browser.withCode(PHONE, code)).toMatchObject({ status: 200 });
  });

  it('is kept, like its phone, only as an HMAC', async () => {
    const { code } = await withCode();
    const { rows } = await house.pool.query<{ kept: string }>(
      `select concat_ws(' ', phone_hash, code_hash) as kept from phone_code order by created_at desc`,
    );
    expect(rows[0]?.kept).toMatch(/^[\w-]{43} [\w-]{43}$/);
    expect(rows.filter(({ kept }) => kept.includes(PHONE) || kept === code)).toEqual([]);
  });
});

describe('a phone', () => {
  it('is locked after eight wrong codes, with a fresh one too, until a quarter of an hour is over', async () => {
    const { code, ...browser } = await withCode();
    for (const by of [1, 2, 3, 4, 5, 6, 7, 8])
      expect(await somebodyElse().withCode(PHONE, anotherThan(code, by))).toMatchObject(WRONG);
    house.clock.advance(1);
    const before = gateway.taken.length;
    await browser.askCode(PHONE);
    const fresh = await taken(before + 1);
    const locked = await browser.withCode(PHONE, fresh);
    expect(locked).toMatchObject({ status: 429, code: 'sign-in.locked', setCookie: undefined });
    expect(locked.headers['retry-after']).toBe('840');
    const later = await withCode();
    expect(await later.withCode(PHONE, later.code)).toMatchObject({ status: 200 });
  });

  it('that nobody has is answered as one that somebody has, and gets no message', async () => {
    const before = gateway.taken.length;
    expect(await told(UNKNOWN)).toEqual(await told(PHONE));
    await taken(before + 1);
    expect(gateway.taken.slice(before).map(({ phone }) => phone)).toEqual([PHONE]);
  });
});

describe('the gateway', () => {
  it('keeps nobody waiting: a phone that is known is answered before its message is taken', async () => {
    const before = gateway.taken.length;
    const release = gateway.hold();
    for (const phone of [UNKNOWN, PHONE]) expect(await somebody().askCode(phone)).toMatchObject(ASKED);
    expect(gateway.taken).toHaveLength(before);
    release();
    await taken(before + 1);
  });

  it('is waited for when the program stops', async () => {
    const before = gateway.taken.length;
    const stopping = await buildApp({ ...house.deps, sendSms: httpSmsSender(gateway.settings) });
    const release = gateway.hold();
    await somebody(stopping).askCode(PHONE);
    const stopped = stopping.close().then(() => gateway.taken.length);
    release();
    expect(await stopped).toBe(before + 1);
  });

  it('that refuses a message is in the log, without the phone and the code, and nobody can tell', async () => {
    const refused = await appWith(httpSmsSender({ ...gateway.settings, token: 'another' }));
    const before = gateway.taken.length;
    lines.length = 0;
    for (const phone of [UNKNOWN, PHONE]) expect(await somebody(refused).askCode(phone)).toMatchObject(ASKED);
    await vi.waitUntil(() => lines.length > 0, { timeout: 5_000, interval: 5 });
    expect(gateway.taken).toHaveLength(before);
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { msg: 'a code was not sent', err: { message: 'the SMS gateway answered 401' } },
    ]);
    expect(lines.join('')).not.toMatch(/1380013|验证码/);
  });
});

describe('without a gateway', () => {
  it('the code is in the log, at the level that is the default, and the phone is not to be read there', async () => {
    lines.length = 0;
    const alone = await appWith(logSmsSender((line) => logger.warn(line)));
    const browser = somebody(alone);
    await browser.askCode(PHONE);
    await browser.askCode(UNKNOWN);
    expect(lines).toHaveLength(1);
    const { msg } = JSON.parse(lines[0] ?? '{}') as { msg: string };
    expect(msg).toMatch(/^SMS to 138\*{4}8000: 店小二：您的登录验证码是 \d{6}，5 分钟内有效。$/);
    expect(await browser.withCode(PHONE, codeIn(msg.slice(msg.indexOf('码'))))).toMatchObject({
      status: 200,
    });
  });
});

import { describe, expect, it } from 'vitest';
import { buildApp } from '../app.ts';
import { browserAt } from '../testing/browser-at.ts';
import { cleanUp } from '../testing/clean-up.ts';
import { testHouse } from '../testing/test-house.ts';

const house = await testHouse();
const KNOWN = '13800138000';
const UNKNOWN = '13911112222';
const TOO_MANY = { status: 429, code: 'sign-in.too-many-codes' };

let last = 0;
/** Somebody at an address that nobody else uses. */
const somebody = (app = house.app) => browserAt(app, { address: `10.5.${(last += 1) >> 8}.${last & 255}` });
const phone = (index: number) => `1370000${String(index).padStart(4, '0')}`;
const kept = async (): Promise<number> =>
  (await house.pool.query<{ codes: number }>('select count(*) as codes from phone_code')).rows[0]?.codes ?? 0;

describe('codes for one phone', () => {
  it('are five in a quarter of an hour, from whatever address, whether somebody has the phone or not', async () => {
    for (const phone of [KNOWN, UNKNOWN]) {
      const before = await kept();
      for (let count = 0; count < 5; count += 1) expect((await somebody().askCode(phone)).status).toBe(202);
      const refused = await somebody().askCode(phone);
      expect(refused).toMatchObject(TOO_MANY);
      expect(refused.headers).toMatchObject({
        'content-type': expect.stringContaining('application/problem+json'),
        'retry-after': '900',
      });
      expect(await kept()).toBe(before + 5);
    }
    expect(house.messages).toHaveLength(5);
  });

  it('are refused in a process that starts anew, and given again when the time is over', async () => {
    const again = await buildApp({ ...house.deps });
    cleanUp(() => again.close());
    house.clock.advance(14);
    expect(await somebody(again).askCode(KNOWN)).toMatchObject({
      ...TOO_MANY,
      headers: { 'retry-after': '60' },
    });
    house.clock.advance(1);
    expect((await somebody(again).askCode(KNOWN)).status).toBe(202);
  });

  it('are no more when many are asked for at once', async () => {
    house.clock.advance(15);
    const sent = house.messages.length;
    const answers = await Promise.all(Array.from({ length: 30 }, () => somebody().askCode(KNOWN)));
    expect(answers.filter(({ status }) => status === 429).length).toBeGreaterThanOrEqual(25);
    expect(house.messages.length - sent).toBeLessThanOrEqual(5);
  });
});

describe('codes asked for from one address', () => {
  it('are sixty in a quarter of an hour, for whatever phones; another address has its own', async () => {
    house.clock.advance(15);
    const here = somebody();
    const before = await kept();
    for (let index = 0; index < 60; index += 1) expect((await here.askCode(phone(index))).status).toBe(202);
    expect(await here.askCode(phone(60))).toMatchObject(TOO_MANY);
    expect(await here.askCode(KNOWN)).toMatchObject(TOO_MANY);
    expect(await kept()).toBe(before + 60);
    expect((await somebody().askCode(KNOWN)).status).toBe(202);
    house.clock.advance(15);
    expect((await here.askCode(phone(60))).status).toBe(202);
  });
});

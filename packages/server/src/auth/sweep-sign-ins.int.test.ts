import { MINUTES_PER_DAY } from '@xiaoer/domain/time/instant';
import { describe, expect, it } from 'vitest';
import { browserAt } from '../testing/browser-at.ts';
import { testHouse } from '../testing/test-house.ts';
import { sweepSignIns } from './sweep-sign-ins.ts';

const house = await testHouse();
const PHONE = '13800138000';

const rowsOf = async (): Promise<Readonly<Record<string, number>>> =>
  (
    await house.pool.query(
      `select (select count(*) from sign_in_failure) as attempts, (select count(*) from phone_code) as codes,
         (select count(*) from session) as sessions`,
    )
  ).rows[0];

describe('the daily sweep of sign-ins', () => {
  it('forgets attempts and codes of yesterday and sessions that are over, and nothing of today', async () => {
    const browser = browserAt(house.app);
    await browser.askCode(PHONE);
    await browser.withPassword('nobody', 'wrong');
    const sessions = Object.keys(house.as).length;
    await sweepSignIns(house.pool, house.clock.now);
    expect(await rowsOf()).toEqual({ attempts: 4, codes: 1, sessions });
    house.clock.advance(MINUTES_PER_DAY + 1);
    await browser.askCode(PHONE);
    const code = /\d{6}/.exec(house.messages.at(-1)?.text ?? '')?.[0] ?? '';
    await browser.withCode(PHONE, code);
    expect(await rowsOf()).toEqual({ attempts: 6, codes: 2, sessions: sessions + 1 });
    await sweepSignIns(house.pool, house.clock.now);
    expect(await rowsOf()).toEqual({ attempts: 2, codes: 1, sessions: 1 });
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import { buildApp } from '../app.ts';
import { browserAt } from '../testing/browser-at.ts';
import { cleanUp } from '../testing/clean-up.ts';
import { testHouse } from '../testing/test-house.ts';

const house = await testHouse();
const PASSWORD = 'a password of somebody';
const ACCOUNTS = {
  desk: 'desk',
  officer: 'officer',
  guide: 'guide',
  leader: 'leader',
  headOne: 'head',
} as const;

beforeAll(async () => {
  for (const [who, account] of Object.entries(ACCOUNTS)) {
    const url = `/api/people/${house.people[who as keyof typeof ACCOUNTS]}/account`;
    await house.as.admin.post(url, { account, password: PASSWORD });
  }
});

let last = 0;
/** Somebody at an address that nobody else uses. */
const somebody = (app = house.app) => browserAt(app, { address: `10.1.${(last += 1) >> 8}.${last & 255}` });
const at = (address: string) => browserAt(house.app, { address });
const LOCKED = { status: 429, code: 'sign-in.locked' };
const WRONG = { status: 401, code: 'sign-in.wrong' };

const times = async <Answer>(count: number, ask: (index: number) => Promise<Answer>) => {
  const answers: Answer[] = [];
  for (let index = 0; index < count; index += 1) answers.push(await ask(index));
  return answers;
};

/** What somebody is told who goes on trying. */
const told = (account: string) =>
  times(10, async () => {
    const { status, body, headers } = await somebody().withPassword(account, 'wrong');
    return [status, body, headers['retry-after']];
  });

describe('an account', () => {
  it('is locked after eight wrong passwords, from whatever address, and free after a quarter of an hour', async () => {
    const wrong = await times(8, () => somebody().withPassword('desk', 'wrong'));
    expect(wrong).toMatchObject(wrong.map(() => WRONG));
    const locked = await somebody().withPassword('desk', PASSWORD);
    expect(locked).toMatchObject({ ...LOCKED, setCookie: undefined });
    expect(locked.headers).toMatchObject({
      'content-type': expect.stringContaining('application/problem+json'),
      'retry-after': '900',
    });
    house.clock.advance(14);
    const still = await somebody().withPassword('desk', PASSWORD);
    expect([still.code, still.headers['retry-after']]).toEqual(['sign-in.locked', '60']);
    house.clock.advance(1);
    expect(await somebody().withPassword('desk', PASSWORD)).toMatchObject({ status: 200 });
  });

  it('has one counter, whether the zone is named or not', async () => {
    const wrong = await times(8, (index) =>
      somebody().withPassword('officer', 'wrong', index % 2 === 0 ? 'east' : undefined),
    );
    expect(wrong).toMatchObject(wrong.map(() => WRONG));
    for (const tenant of ['east', undefined])
      expect(await somebody().withPassword('officer', PASSWORD, tenant)).toMatchObject(LOCKED);
  });

  it('is locked in every process, and in one that starts anew', async () => {
    await times(8, () => somebody().withPassword('guide', 'wrong'));
    const again = await buildApp({ ...house.deps });
    cleanUp(() => again.close());
    expect(await somebody(again).withPassword('guide', PASSWORD)).toMatchObject(LOCKED);
  });

  it('is locked in the same way when nobody has it', async () => {
    expect(await told('nobody at all')).toEqual(await told('leader'));
  });

  it('is not kept locked by whoever goes on trying', async () => {
    house.clock.advance(15);
    await times(8, () => somebody().withPassword('leader', 'wrong'));
    for (const minutes of [5, 5, 4]) {
      house.clock.advance(minutes);
      const again = await times(4, () => somebody().withPassword('leader', 'wrong'));
      expect(again).toMatchObject(again.map(() => LOCKED));
    }
    house.clock.advance(1);
    expect(await somebody().withPassword('leader', PASSWORD)).toMatchObject({ status: 200 });
  });

  it('starts to count anew when its owner comes in', async () => {
    for (let round = 0; round < 3; round += 1) {
      await times(7, () => somebody().withPassword('head', 'wrong'));
      expect(await somebody().withPassword('head', PASSWORD)).toMatchObject({ status: 200 });
    }
  });

  it('is tried no more often by a hundred at once', async () => {
    const all = Array.from({ length: 40 }, () => somebody().withPassword('at once', 'wrong'));
    const codes = (await Promise.all(all)).map(({ code }) => code);
    expect(codes.filter((code) => code === 'sign-in.wrong').length).toBeLessThanOrEqual(8);
    expect(codes.filter((code) => code === 'sign-in.locked').length).toBeGreaterThanOrEqual(32);
  });
});

describe('an address', () => {
  it('is locked after sixty wrong passwords for whatever accounts, and no other address with it', async () => {
    house.clock.advance(15);
    const here = somebody();
    await Promise.all(Array.from({ length: 60 }, (_, index) => here.withPassword(`guess-${index}`, 'wrong')));
    expect(await here.withPassword('desk', PASSWORD)).toMatchObject(LOCKED);
    expect(await here.withPassword('nobody', PASSWORD)).toMatchObject(LOCKED);
    expect(await here.withCode('13800138000', '000000')).toMatchObject(LOCKED);
    expect(await somebody().withPassword('desk', PASSWORD)).toMatchObject({ status: 200 });
    house.clock.advance(15);
    expect(await here.withPassword('desk', PASSWORD)).toMatchObject({ status: 200 });
  });

  it('of IPv6 is the network of one household', async () => {
    const guess = (index: number) => at(`2001:db8:1:2::${index}`).withPassword(`six-${index}`, 'wrong');
    await Promise.all(Array.from({ length: 60 }, (_, index) => guess(index)));
    expect(await at('2001:db8:1:2:ffff::1').withPassword('desk', PASSWORD)).toMatchObject(LOCKED);
    expect(await at('2001:db8:1:3::1').withPassword('desk', PASSWORD)).toMatchObject({ status: 200 });
  });

  it('is not locked by those who come in', async () => {
    const office = somebody();
    const answers = await times(61, () => office.withPassword('desk', PASSWORD));
    expect(answers.filter(({ status }) => status !== 200)).toEqual([]);
  });
});

describe('the current password of somebody who is signed in', () => {
  it('is not guessed with their session either', async () => {
    const thief = somebody();
    await thief.withPassword('head', PASSWORD);
    const guess = (current: string) =>
      thief.post('/api/me/password', { current, next: 'the password of a thief' });
    for (const { status } of await times(8, () => guess('wrong'))) expect(status).toBe(409);
    expect(await guess(PASSWORD)).toMatchObject(LOCKED);
    expect(await somebody().withPassword('head', PASSWORD)).toMatchObject({ status: 200 });
    house.clock.advance(15);
    expect((await guess(PASSWORD)).status).toBe(200);
  });
});

describe('what is kept of an attempt', () => {
  it('names neither the account nor the phone nor the address', async () => {
    await browserAt(house.app, { address: '10.9.9.9' }).withPassword(
      'a password typed into the wrong field',
      'x',
    );
    await browserAt(house.app, { address: '10.9.9.9' }).withCode('13912345678', '123456');
    const { rows } = await house.pool.query<{ kept: string }>(
      'select f::text as kept from sign_in_failure f',
    );
    expect(rows.length).toBeGreaterThan(3);
    expect(rows.filter(({ kept }) => /wrong field|13912345678|10\.9\.9\.9/.test(kept))).toEqual([]);
  });
});

import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { vi } from 'vitest';
import type { TestHouse } from '../../packages/server/src/testing/test-house.ts';
import { CONTACT_PHONE, PASSWORD, type Somebody } from './accounts.ts';
import { watchFaults } from './faults.ts';

export const DEVICES = {
  desktop: { viewport: { width: 1440, height: 900 } },
  phone: {
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
  },
} as const satisfies Record<string, BrowserContextOptions>;
export type Device = keyof typeof DEVICES;

export type Visitor = {
  readonly page: Page;
  /** What the pages did that no page may do; emptied after each test. */
  readonly faults: string[];
  /** Goes to an address of the product. */
  readonly open: (path: string) => Promise<void>;
  /** Signs in through the sign-in page, wherever the visitor stands. */
  readonly signIn: (who: Somebody) => Promise<void>;
};

type Arrival = {
  readonly browser: Browser;
  readonly address: string;
  readonly house: TestHouse;
  readonly device: Device;
};

const withPassword = async (page: Page, account: string): Promise<void> => {
  await page.getByLabel('账号', { exact: true }).fill(account);
  await page.getByLabel('密码', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: '登录', exact: true }).click();
};

const withPhone = async (page: Page, messages: TestHouse['messages']): Promise<void> => {
  await page.getByRole('tab', { name: '手机验证码' }).click();
  await page.getByLabel('手机号', { exact: true }).fill(CONTACT_PHONE);
  const sent = messages.length;
  await page.getByRole('button', { name: '获取验证码' }).click();
  const text = await vi.waitUntil(() => messages[sent]?.text, { timeout: 5_000, interval: 10 });
  await page.getByLabel('验证码', { exact: true }).fill(/\d{6}/.exec(text)?.[0] ?? '');
  await page.getByRole('button', { name: '登录', exact: true }).click();
};

/** Opens a window of its own for somebody; its clock stands where the house's stands. */
export const openVisitor = async ({ browser, address, house, device }: Arrival): Promise<Visitor> => {
  const context = await browser.newContext({
    ...DEVICES[device],
    baseURL: address,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
    colorScheme: 'light',
  });
  context.setDefaultTimeout(10_000);
  const faults = watchFaults(context, address);
  const page = await context.newPage();
  await page.clock.setFixedTime(house.clock.now);
  const signIn = async (who: Somebody): Promise<void> => {
    if (!new URL(page.url(), address).pathname.startsWith('/sign-in')) await page.goto('/sign-in');
    await (who === 'contact' ? withPhone(page, house.messages) : withPassword(page, who));
    await page.getByRole('navigation').first().waitFor();
  };
  return { page, faults, signIn, open: async (path) => void (await page.goto(path)) };
};

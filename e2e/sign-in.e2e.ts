import { describe, expect, it } from 'vitest';
import { expectAccessible } from './support/accessible.ts';
import { PASSWORD } from './support/accounts.ts';
import { picture } from './support/picture.ts';
import { openStage } from './support/stage.ts';

const stage = await openStage();

describe('the sign-in page', () => {
  it('says at the field what is missing, and keeps what was typed when the password is wrong', async () => {
    const { page, open } = await stage.visitor('desktop');
    await open('/sign-in');
    await expectAccessible(page);
    await picture(page, 'sign-in-desktop');
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await page.getByText('请填写此项').first().waitFor();
    await page.getByLabel('账号', { exact: true }).fill('desk');
    await page.getByLabel('密码', { exact: true }).fill('not the password');
    await page.getByRole('button', { name: '登录', exact: true }).click();
    await page.getByRole('alert').filter({ hasText: '密码' }).waitFor();
    expect(await page.getByLabel('账号', { exact: true }).inputValue()).toBe('desk');
    await expectAccessible(page);
    await page.getByLabel('密码', { exact: true }).fill(PASSWORD);
    await page.getByLabel('密码', { exact: true }).press('Enter');
    await page.getByRole('navigation', { name: '主导航' }).waitFor();
  });

  it('takes a person back to the page that was asked for', async () => {
    const { page, open, signIn } = await stage.visitor('desktop');
    await open('/demands?q=abc');
    await page.getByRole('button', { name: '登录', exact: true }).waitFor();
    await signIn('desk');
    await expect.poll(() => new URL(page.url()).pathname + new URL(page.url()).search).toBe('/demands?q=abc');
  });

  it('lets a contact of an enterprise in with a code sent to the phone', async () => {
    const { page, signIn } = await stage.visitor('phone');
    await signIn('contact');
    await page.getByRole('navigation', { name: '快捷导航' }).getByRole('link', { name: '提诉求' }).waitFor();
    expect(stage.house.messages).toHaveLength(1);
  });

  it('speaks English when asked, and remembers it', async () => {
    const { page, open } = await stage.visitor('desktop');
    await open('/sign-in');
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
  });

  it('gives the next person at a shared browser their own language back', async () => {
    const { page, open, signIn } = await stage.visitor('desktop');
    const speaks = (language: string) => page.locator(`html[lang=${language}]`).waitFor();
    const kept = async (press: string): Promise<void> => {
      const answered = page.waitForResponse((answer) => answer.url().endsWith('/api/me/language'));
      await page.getByRole('button', { name: press }).click();
      await answered;
    };
    const leave = async (account: string, out: string): Promise<void> => {
      await page.getByRole('button', { name: account }).click();
      await page.getByRole('menuitem', { name: out }).click();
      await page.waitForURL(/sign-in/);
    };
    await signIn('officer');
    await kept('切换到 English');
    await kept('切换到中文');
    await leave('我的账户', '退出登录');
    await signIn('desk');
    await kept('切换到 English');
    await speaks('en');
    await leave('My account', 'Sign out');
    await page.getByLabel('Account', { exact: true }).fill('officer');
    await page.locator('input[type=password]').fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await speaks('zh-CN');
    const me = await (await stage.calls('officer')).get<{ language: string }>('/api/me');
    expect(me.body.language).toBe('zh-CN');
    await leave('我的账户', '退出登录');
    await signIn('desk');
    await speaks('en');
    await open('/');
    await speaks('en');
  });

  it('leads everybody to a page where they have something to do', async () => {
    for (const [who, home, heading] of [
      ['admin', '/people', '人员'],
      ['contact', '/portal', '我的诉求'],
      ['officer', '/', '我的工作台'],
    ] as const) {
      const { page, signIn, open } = await stage.visitor('desktop');
      await signIn(who);
      await open('/');
      await page.getByRole('heading', { level: 1, name: heading, exact: true }).waitFor();
      expect(new URL(page.url()).pathname).toBe(home);
      expect(await page.getByRole('search').count()).toBe(who === 'officer' ? 1 : 0);
      expect(await page.getByRole('alert').count()).toBe(0);
    }
  });
});

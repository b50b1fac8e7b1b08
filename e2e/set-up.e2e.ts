import { expect, it } from 'vitest';
import { expectAccessible } from './support/accessible.ts';
import { openStage } from './support/stage.ts';

const stage = await openStage();
const PASSWORD = 'a long password of beginnings';

it('leads whoever comes first from an empty installation to a zone of their own', async () => {
  const { page, open } = await stage.newcomer('phone');
  await open('/');
  await page.waitForURL(/\/(set-up|sign-in)/);
  await open('/set-up');
  const fill = (name: string, value: string): Promise<void> =>
    page.getByRole('textbox', { name, exact: true }).fill(value);
  await fill('园区名称', '两江新区水土片区');
  await fill('代码', 'shuitu');
  await fill('姓名', '系统管理员');
  await fill('账号', 'admin');
  await page.getByLabel('密码', { exact: true }).fill(PASSWORD);
  await page.getByLabel('再输一次密码').fill('another one altogether');
  await page.getByRole('button', { name: '完成设置' }).click();
  await page.getByText('两次输入的密码不同').first().waitFor();
  await expectAccessible(page);
  await page.getByLabel('再输一次密码').fill(PASSWORD);
  await page.getByRole('button', { name: '完成设置' }).click();
  await page.waitForURL(/\/sign-in/);
  await page.getByRole('button', { name: '登录', exact: true }).waitFor();
  await open('/set-up');
  await page.getByRole('link', { name: '前往登录' }).waitFor();
  expect(await page.getByRole('textbox').count()).toBe(0);
});

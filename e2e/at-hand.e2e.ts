import { expect, it } from 'vitest';
import { expectAccessible } from './support/accessible.ts';
import { handOut, register } from './support/demands.ts';
import { openStage } from './support/stage.ts';

const stage = await openStage();
const TITLE = '厂区门口积水';
const demand = await register(stage, TITLE);
await handOut(stage, demand);
await register(stage, '员工宿舍不够住');

it('keeps the filters of a list behind one button on a phone, and says how many are set', async () => {
  const { page, open } = await stage.signedIn('desk', 'phone');
  await open('/demands');
  const status = page.getByRole('combobox', { name: '全部环节' });
  await page.getByRole('link', { name: TITLE, exact: true }).waitFor();
  expect(await status.isVisible()).toBe(false);
  await page.getByRole('button', { name: '筛选', exact: true }).click();
  await status.selectOption({ label: '办理中' });
  await page.getByRole('button', { name: '筛选 · 1', exact: true }).waitFor();
  await page.getByRole('link', { name: '员工宿舍不够住' }).waitFor({ state: 'detached' });
  await expectAccessible(page);
});

it('shows the filters of a list at once on the desktop', async () => {
  const { page, open } = await stage.signedIn('desk');
  await open('/demands');
  await page.getByRole('combobox', { name: '全部环节' }).waitFor();
  expect(await page.getByRole('button', { name: '筛选' }).count()).toBe(0);
});

it('groups what can be done with a demand by what it is about', async () => {
  const { page, open } = await stage.signedIn('desk');
  await open(`/demands/${demand}`);
  await page.getByText('还剩 10 个工作日').first().waitFor();
  await page.getByRole('button', { name: '更多操作' }).click();
  const menu = page.getByRole('menu');
  await menu.getByRole('group', { name: '时限' }).getByRole('menuitem', { name: '暂停计时' }).waitFor();
  const grouped = await menu.getByRole('group').getByRole('menuitem').count();
  expect(grouped).toBe(await menu.getByRole('menuitem').count());
  await page.keyboard.press('End');
  await page.keyboard.press('Home');
  expect(
    await menu
      .getByRole('menuitem')
      .first()
      .evaluate((entry) => entry.matches(':focus')),
  ).toBe(true);
  await expectAccessible(page);
});

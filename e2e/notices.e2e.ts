import { expect, it } from 'vitest';
import { expectAccessible } from './support/accessible.ts';
import { handOut, register } from './support/demands.ts';
import { picture } from './support/picture.ts';
import { openStage } from './support/stage.ts';

const stage = await openStage();

it('reads a notice by opening it, in the drawer and on the page, and leaves the others', async () => {
  for (const title of ['路灯不亮', '井盖破损', '装卸区积水'])
    await handOut(stage, await register(stage, title));
  const head = await stage.calls('headOne');
  const { unread } = (await head.get<{ unread: number }>('/api/notices')).body;
  expect(unread).toBeGreaterThan(2);
  const { page, open } = await stage.signedIn('headOne');
  const bell = (left: number) => page.getByRole('button', { name: `通知，${left} 条未读`, exact: true });
  const line = (title: string) => page.getByRole('listitem').filter({ hasText: `请接单：${title}` });

  await bell(unread).click();
  await line('井盖破损').getByText('未读').waitFor();
  await line('井盖破损').getByRole('link').click();
  await page.getByRole('heading', { level: 1, name: '井盖破损' }).waitFor();
  await bell(unread - 1).waitFor();

  await open('/notices');
  await line('路灯不亮').getByText('未读').waitFor();
  expect(await line('井盖破损').getByText('未读').count()).toBe(0);
  await picture(page, 'notices-one-read');
  await expectAccessible(page);
  const [tab] = await Promise.all([
    page.context().waitForEvent('page'),
    line('路灯不亮').getByRole('link').click({ button: 'middle' }),
  ]);
  await tab.close();
  await bell(unread - 2).waitFor();
  expect(await line('路灯不亮').getByText('未读').count()).toBe(0);
  expect(await line('装卸区积水').getByText('未读').count()).toBe(1);
});

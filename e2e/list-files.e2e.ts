import { expect, it } from 'vitest';
import { expectAccessible } from './support/accessible.ts';
import { openStage } from './support/stage.ts';

const stage = await openStage();

it('gives the units away as a file on a phone too, as they were searched for', async () => {
  const { page, open } = await stage.signedIn('desk', 'phone');
  await open('/organisations?q=jjfz');
  await page.getByText('经济发展局', { exact: true }).first().waitFor();
  await expectAccessible(page);
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '导出', exact: true }).click(),
  ]);
  expect(saved.suggestedFilename()).toBe('组织-20220601.xlsx');
});

it('offers no file to whoever may not sum up', async () => {
  const { page, open } = await stage.signedIn('officer');
  await open('/organisations');
  await page.getByText('经济发展局', { exact: true }).first().waitFor();
  expect(await page.getByRole('button', { name: '导出', exact: true }).count()).toBe(0);
});

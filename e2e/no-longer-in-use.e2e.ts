import { expect, it, vi } from 'vitest';
import { expectAccessible } from './support/accessible.ts';
import { finishAction, startAction } from './support/demand-screen.ts';
import { picture } from './support/picture.ts';
import { openStage } from './support/stage.ts';

const { house, signedIn } = await openStage();
const { as, enterpriseId, territories } = house;

it('names the closed territory of a site that is changed, and asks for another', async () => {
  const place = { name: '老厂片区', kind: 'park', parentId: territories.zone };
  const opened = (await as.admin.post('/api/territories', place)).body.id;
  const site = { name: '一厂', territoryId: opened, address: '云汉大道9号', tenure: 'rented' };
  const body = { name: '重庆长安物流有限公司', stage: 'production', site };
  const { id } = (await as.desk.post('/api/enterprises', body)).body;
  const closed = await as.admin.post(`/api/territories/${opened}/close`, {}, { version: 1 });
  expect(closed.status, JSON.stringify(closed.body)).toBe(200);

  const { page, open } = await signedIn('desk');
  await open(`/enterprises/${id}`);
  await page.getByRole('button', { name: '更多操作：一厂' }).click();
  await page.getByRole('menuitem', { name: '修改场所' }).click();
  const form = page.getByRole('dialog', { name: '修改场所' });
  const territory = form.getByRole('combobox', { name: '区域' });
  await form.getByText('已停用').waitFor();
  expect(await territory.inputValue()).toBe('老厂片区');
  await territory.click();
  expect(await form.getByRole('option', { name: '老厂片区' }).count()).toBe(0);
  await page.keyboard.press('Escape');
  await form.getByRole('button', { name: '修改场所' }).click();
  await form.getByText('没有这个区域或已停用').waitFor();
  await form.getByRole('combobox', { name: '区域', description: '没有这个区域或已停用' }).waitFor();
  await vi.waitFor(async () =>
    expect(await territory.evaluate((input) => input.matches(':focus'))).toBe(true),
  );
  await expectAccessible(page);
  await picture(page, 'no-longer-in-use');
});

it('names the retired category of a demand in the list and on its page, and keeps it when it is corrected', async () => {
  const category = { key: 'drones', names: { zh: '低空飞行', en: 'Drones' } };
  const { id, version } = (await as.admin.post('/api/categories', category)).body;
  const particulars = {
    title: '无人机起降点',
    text: '无处起降。',
    category: 'drones',
    territoryId: territories.park,
  };
  const raised = await as.desk.post('/api/demands', { channel: 'phone', enterpriseId, particulars });
  const retired = await as.admin.post(`/api/categories/${id}/retire`, {}, { version });
  expect([raised.status, retired.status], JSON.stringify([raised.body, retired.body])).toEqual([201, 200]);
  const { page, open } = await signedIn('desk');
  for (const path of ['/demands', `/demands/${raised.body.id}`]) {
    await open(path);
    await page.getByRole('main').getByText('低空飞行').first().waitFor();
  }
  const form = await startAction(page, '更正内容');
  const field = form.getByRole('combobox', { name: '类别' });
  await form.getByText('已停用').waitFor();
  expect(await field.locator('option:checked').textContent()).toBe('低空飞行');
  await expectAccessible(page);
  await picture(page, 'retired-category');
  await field.selectOption({ label: '停车' });
  expect(await form.getByText('已停用').count()).toBe(0);
  await field.selectOption({ label: '低空飞行' });
  await form.getByLabel('标题').fill('无人机没有起降点');
  await finishAction(form, '更正内容');
  await page.getByRole('heading', { level: 1, name: '无人机没有起降点' }).waitFor();
});

import { expect, it } from 'vitest';
import { choose, finishAction } from './support/demand-screen.ts';
import { register, send } from './support/demands.ts';
import { openStage } from './support/stage.ts';

const stage = await openStage();
const id = await register(stage, '厂区门口积水');
await register(stage, '员工宿舍不够住');

it('moves through a list, chooses and opens while nothing is typed in, and types where something is', async () => {
  const { page, open } = await stage.signedIn('desk');
  await open('/demands');
  await page.getByText('已显示 2 条，共 2 条').waitFor();
  const active = page.locator('tr.ui-active');
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  const second = await active.getByRole('link').first().innerText();
  await page.keyboard.press('x');
  await page.getByText('已选 1 条').waitFor();
  await page.keyboard.press('x');
  await page.keyboard.press('/');
  await page.keyboard.type('jx');
  expect(await page.getByRole('searchbox').first().inputValue()).toBe('jx');
  await page.getByRole('region', { name: '诉求' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: second }).waitFor();
});

it('goes to another page by g and a letter that lists know too', async () => {
  const { page, open } = await stage.signedIn('desk');
  await open('/demands');
  await page.getByText('已显示 2 条，共 2 条').waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('g');
  await page.keyboard.press('j');
  await page.getByRole('heading', { level: 1, name: '项目' }).waitFor();
});

it('begins at the first field of a page or drawer that is there to be filled in', async () => {
  const { page, open } = await stage.signedIn('desk');
  const begun = (within: string) =>
    page.locator(`${within} form :is(input, textarea, select):focus`).waitFor();
  await open('/demands/register');
  await begun('main');
  await open('/demands');
  await page.getByRole('link', { name: '厂区门口积水', exact: true }).click();
  await page.getByRole('button', { name: '更多操作' }).click();
  await page.getByRole('menuitem').first().click();
  await begun('dialog[open]');
});

it('keeps what was typed in a form that Escape closes, and forgets it once it is cancelled', async () => {
  const { page, open } = await stage.signedIn('desk');
  await open('/policy-sessions');
  const form = page.getByRole('dialog', { name: '登记宣讲', exact: true });
  const begin = () => page.getByRole('button', { name: '登记宣讲', exact: true }).click();
  const topic = form.getByLabel('主题', { exact: true });
  await begin();
  await topic.fill('惠企政策进园区');
  await choose(form, '主办单位', '经济发展局');
  // The list of choices is closed: Escape closes the form from there as well.
  await form.getByLabel('主办单位', { exact: true }).press('Escape');
  await form.waitFor({ state: 'hidden' });
  await begin();
  expect(await topic.inputValue()).toBe('惠企政策进园区');
  expect(await form.getByLabel('主办单位', { exact: true }).inputValue()).toBe('经济发展局');
  await form.getByRole('button', { name: '取消', exact: true }).click();
  await begin();
  expect(await topic.inputValue()).toBe('');
});

it('comes back to the list of what is to be handed out once one is, and keeps no act in the address', async () => {
  await send(stage, 'desk', { id, verb: 'decide-remit', body: { remit: 'own', reason: '属于本区职责' } });
  const { page, open } = await stage.signedIn('desk');
  await open('/routing');
  await page.getByRole('link', { name: '厂区门口积水', exact: true }).waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  const form = page.getByRole('dialog', { name: '分办', exact: true });
  await choose(form, '单位', '经济发展局');
  await finishAction(form, '分办');
  await page.getByRole('heading', { level: 1, name: '分办' }).waitFor();
  expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe('/routing');
});

import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { expectAccessible } from './support/accessible.ts';
import { choose, finishAction, startAction } from './support/demand-screen.ts';
import { handOut, raise, send } from './support/demands.ts';
import { picture } from './support/picture.ts';
import { openStage } from './support/stage.ts';

const stage = await openStage();

const FIRST = '二号门外路灯不亮';
const AGAIN = '二号门路灯坏了';
const CLOSED = '三车间电压不稳';
const RECURRED = '三车间电压又不稳了';
const KEPT = '服务专员回复太慢';

await raise(stage, FIRST);
const closed = await raise(stage, CLOSED);
await handOut(stage, closed);
const answer = { conclusion: 'solved', text: '已更换稳压器。', conditions: [], files: [] };
await send(stage, 'handlerOne', { id: closed, verb: 'submit-answer', body: { answer } });
await send(stage, 'contact', {
  id: closed,
  verb: 'give-verdict',
  body: { grade: 'satisfied', solved: 'solved', words: '稳定了。' },
});
await raise(stage, RECURRED);

const desk = await stage.signedIn('desk');
const contact = await stage.signedIn('contact', 'phone');

const openDemand = async (page: Page, title: string): Promise<void> => {
  await page.getByRole('link', { name: title, exact: true }).first().click();
  await page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor();
};

const story = (page: Page) => page.getByRole('list', { name: '办理过程' });
const links = (page: Page) => page.getByRole('complementary', { name: '当前状态' }).getByRole('link');

it('is told of a like demand while it registers, and merges the second into the first', async () => {
  const { page, open } = desk;
  await open('/demands/register');
  const form = page.getByRole('form', { name: '登记诉求' });
  await choose(form, '企业', '重庆长安新能源有限公司');
  await form.getByLabel('诉求内容').fill(`${FIRST}，请尽快处理。`);
  await form.getByText('可能有相同的诉求').waitFor();
  await form.getByRole('link', { name: FIRST }).waitFor();
  await picture(page, 'alike');
  await form.getByLabel('诉求内容').fill(`${AGAIN}。晚上看不见路。`);
  await form.getByRole('radio', { name: '道路' }).check();
  await form.getByRole('button', { name: '登记', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: AGAIN }).waitFor();
  await stage.settled();
  await page.reload();

  const merging = await startAction(page, '合并');
  await choose(merging, '合并到', FIRST);
  await merging.getByLabel('理由').fill('同一处路灯。');
  await picture(page, 'merging');
  await finishAction(merging, '合并');
  await page.getByText('已合并').first().waitFor();
  await stage.settled();
  await links(page).filter({ hasText: '合并到的诉求' }).click();
  await page.getByRole('heading', { level: 1, name: FIRST }).waitFor();
  await story(page).getByText('并入一件相同诉求，发生次数加 1。').waitFor();
  await picture(page, 'merged');
  await links(page).filter({ hasText: '并入的诉求' }).click();
  await page.getByRole('heading', { level: 1, name: AGAIN }).waitFor();

  await contact.open('/portal');
  await openDemand(contact.page, AGAIN);
  const merged = story(contact.page).getByRole('listitem').filter({ hasText: '已与相同的诉求合并办理。' });
  await merged.getByRole('link', { name: '查看' }).click();
  await contact.page.getByRole('heading', { level: 1, name: FIRST }).waitFor();
  await story(contact.page).getByText('一件相同的诉求并入办理。').waitFor();
  await expectAccessible(contact.page);
  await picture(contact.page, 'merged-portal');
});

it('links what came back to the case that was closed', async () => {
  const { page, open } = desk;
  await open('/demands');
  await openDemand(page, RECURRED);
  const linking = await startAction(page, '关联旧案');
  await choose(linking, '上次的案件', CLOSED);
  await finishAction(linking, '关联旧案');
  await stage.settled();
  await story(page).getByText('关联到上次的案件。').waitFor();
  await picture(page, 'recurred');
  await links(page).filter({ hasText: '上次的案件' }).click();
  await page.getByRole('heading', { level: 1, name: CLOSED }).waitFor();
  await page.getByText('已更换稳压器。').first().waitFor();

  await contact.open('/portal');
  await openDemand(contact.page, RECURRED);
  await story(contact.page).getByText('已关联到上次的案件。').waitFor();
});

it('keeps from the service officer what concerns the officer, until the desk lifts it', async () => {
  const { page, open } = contact;
  await open('/portal/raise');
  const form = page.getByRole('form', { name: '提诉求' });
  await form.getByLabel('诉求内容').fill(`${KEPT}。希望换人跟进。`);
  await form.getByRole('radio', { name: '其他' }).check();
  await form.getByLabel('涉及服务专员本人，对其保密').check();
  await expectAccessible(page);
  await form.getByRole('button', { name: '提交' }).click();
  await page.getByRole('heading', { level: 1, name: KEPT }).waitFor();
  const path = `/demands/${new URL(page.url()).pathname.split('/').at(-1)}`;
  await stage.settled();

  const officer = await stage.signedIn('officer', 'phone');
  for (const list of ['/demands?show=all', '/notices', '/']) {
    await officer.open(list);
    await officer.page.getByText(RECURRED).first().waitFor();
    expect(await officer.page.getByText(KEPT).count(), list).toBe(0);
  }
  await officer.open(path);
  await officer.page.getByRole('main').getByText('没有找到这项内容').first().waitFor();

  await desk.open(path);
  await desk.page.getByText('保密', { exact: true }).first().waitFor();
  const registration = desk.page.getByRole('complementary', { name: '当前状态' }).getByRole('definition');
  await registration.getByText('周专员', { exact: true }).waitFor();
  await picture(desk.page, 'kept');
  const lifting = await startAction(desk.page, '解除保密');
  await lifting.getByLabel('理由').fill('已谈清楚，双方同意公开。');
  await finishAction(lifting, '解除保密');
  await stage.settled();
  await officer.open('/demands?show=all');
  await openDemand(officer.page, KEPT);
});

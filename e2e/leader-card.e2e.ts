import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { expectAccessible } from './support/accessible.ts';
import type { Somebody } from './support/accounts.ts';
import { choose, finishAction, startAction } from './support/demand-screen.ts';
import { handOut } from './support/demands.ts';
import { picture } from './support/picture.ts';
import { openStage } from './support/stage.ts';

const stage = await openStage();
const { house } = stage;

const INSTRUCTED = '二期厂房断水，产线停摆';
const SEEN = '货车撞坏限高架';
const PASSED_ON = '污水井盖缺失';
const OTHERS = ['变压器异响', '燃气压力不稳', '员工宿舍漏雨'];

const urgent = async (title: string, urgency: 'urgent' | 'critical'): Promise<string> => {
  const { enterpriseId, territories, as } = house;
  const answer = await as.officer.post('/api/demands', {
    channel: 'visit',
    enterpriseId,
    urgency,
    particulars: { title, text: `${title}，请处理。`, category: 'other', territoryId: territories.park },
  });
  expect([answer.status, answer.body]).toEqual([201, expect.anything()]);
  return answer.body.id;
};

const instructed = await urgent(INSTRUCTED, 'critical');
for (const title of [SEEN, PASSED_ON]) await urgent(title, 'critical');
for (const title of OTHERS) await urgent(title, 'urgent');
await stage.settled();
await handOut(stage, instructed);

const leader = await stage.signedIn('leader', 'phone');
const cards = leader.page.getByRole('main').getByRole('listitem');
const cardOf = (title: string) => cards.filter({ hasText: title });

/** What somebody is told, and the page to which it leads. */
const openNotice = async (who: Somebody, words: string): Promise<Page> => {
  const { page, open } = await stage.signedIn(who);
  await open('/notices');
  await page.getByRole('main').getByRole('link', { name: words }).click();
  return page;
};

it('shows a leader on the phone the five that press most', async () => {
  const { page } = leader;
  await page.getByRole('link', { name: '领导视图' }).first().tap();
  await page.getByRole('heading', { level: 1, name: '请您关注' }).waitFor();
  await cards.nth(4).waitFor();
  expect(await cards.count()).toBe(5);
  for (const title of [INSTRUCTED, SEEN, PASSED_ON]) await cardOf(title).waitFor();
  expect(await page.locator('html').evaluate((root) => root.scrollWidth)).toBe(390);
  await expectAccessible(page);
  await picture(page, 'leader-card');
});

it('sends an instruction to whoever has the demand, who carries it out', async () => {
  const { page } = leader;
  await cardOf(INSTRUCTED).getByRole('button', { name: '批示' }).tap();
  const form = page.getByRole('dialog', { name: '批示', exact: true });
  await form.getByLabel('批示内容').fill('今晚恢复供水，明早报我。');
  await form.getByLabel('截止日期').fill('2022-06-02');
  await expectAccessible(page);
  await picture(page, 'leader-instruction');
  await finishAction(form, '批示');
  await cardOf(INSTRUCTED).waitFor({ state: 'detached' });
  await stage.settled();

  const handler = await openNotice('handlerOne', `领导有批示，请落实：${INSTRUCTED}`);
  const story = handler.getByRole('list', { name: '办理过程' });
  await story.getByText('今晚恢复供水，明早报我。').waitFor();
  await story.getByText(/^郑主任批示，交经济发展局 钱承办，.*前落实。$/).waitFor();
  const done = await startAction(handler, '落实批示');
  await done.getByRole('combobox', { name: '批示' }).selectOption({ index: 1 });
  await done.getByLabel('说明（仅内部可见）').fill('十九点恢复供水。');
  await finishAction(done, '落实批示');
  await story.getByText('批示已落实。').waitFor();
});

it('notes what a leader has seen, and takes it from the card', async () => {
  await cardOf(SEEN).getByRole('button', { name: '已阅' }).tap();
  await leader.page.getByText('已记录您已阅').waitFor();
  await cardOf(SEEN).waitFor({ state: 'detached' });
  await stage.settled();

  const { page, open } = await stage.signedIn('desk');
  await open('/demands?show=all');
  await page.getByRole('link', { name: SEEN, exact: true }).click();
  await page.getByRole('list', { name: '办理过程' }).getByText('郑主任已阅。').waitFor();
});

it('passes a demand on to another unit, which is told and finds it', async () => {
  const { page } = leader;
  await cardOf(PASSED_ON).getByRole('button', { name: '转交' }).tap();
  const form = page.getByRole('dialog', { name: '转交', exact: true });
  expect(await form.getByLabel('批示内容').inputValue()).toBe('请阅处，并报告结果。');
  await choose(form, '单位', '规划建设局');
  await form.getByLabel('截止日期').fill('2022-06-03');
  await picture(page, 'leader-pass-on');
  await finishAction(form, '转交');
  await cardOf(PASSED_ON).waitFor({ state: 'detached' });
  await stage.settled();

  const head = await openNotice('headTwo', `领导有批示，请落实：${PASSED_ON}`);
  await head.getByRole('heading', { level: 1, name: PASSED_ON }).waitFor();
  await head.getByRole('list', { name: '办理过程' }).getByText('请阅处，并报告结果。').waitFor();
  expect(await cards.count()).toBe(3);
});

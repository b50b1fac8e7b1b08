import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { expectAccessible } from './support/accessible.ts';
import { choose, finishAction, startAction } from './support/demand-screen.ts';
import { picture } from './support/picture.ts';
import { openStage } from './support/stage.ts';

const stage = await openStage();

const TITLE = '厂区供水压力不足，生产线时常停摆';
const REJECTED = '只好了一天，又没水了。';

const contact = await stage.signedIn('contact', 'phone');
const desk = await stage.signedIn('desk');
const handler = await stage.signedIn('handlerTwo');

/** One command with its form, from its button to the answer of the server. */
const act = async (page: Page, name: string, fill: (form: Locator) => Promise<unknown>): Promise<void> => {
  const form = await startAction(page, name);
  await fill(form);
  await finishAction(form, name);
  await stage.settled();
};

const openFirst = async (page: Page): Promise<void> => {
  await page.getByRole('link', { name: TITLE, exact: true }).first().click();
  await page.getByRole('heading', { level: 1, name: TITLE }).waitFor();
};

const judge = async (grade: string, solved: string, words: string): Promise<void> => {
  const { page, open } = contact;
  await open('/portal');
  await openFirst(page);
  const form = page.getByRole('form', { name: '请您评价' });
  await form.getByRole('radio', { name: grade, exact: true }).check();
  await form.getByRole('radio', { name: solved }).check();
  await form.getByLabel('您的意见').fill(words);
  await expectAccessible(page);
  await form.getByRole('button', { name: '提交评价' }).click();
  await page.getByText('谢谢，评价已收到').waitFor();
  await stage.settled();
};

const submitAnswer = (text: string): Promise<void> =>
  act(handler.page, '答复', async (form) => {
    await form.getByRole('radio', { name: '已解决' }).check();
    await form.getByLabel('答复内容').fill(text);
  });

let path = '';

describe('a demand', () => {
  it('is raised by an enterprise on the phone', async () => {
    const { page } = contact;
    await page.getByRole('link', { name: '提诉求' }).first().click();
    const form = page.getByRole('form', { name: '提诉求' });
    await form.getByLabel('诉求内容').fill(`${TITLE}。二号厂房水压只有 0.1 兆帕。`);
    await form.getByRole('radio', { name: '供水' }).check();
    // Loaded anew in the middle, as phones do with a page that lay in the background.
    await page.reload();
    await form.getByLabel('诉求内容').waitFor();
    expect(await form.getByLabel('诉求内容').inputValue()).toContain(TITLE);
    await expectAccessible(page);
    await picture(page, 'closed-loop-raise');
    await form.getByRole('button', { name: '提交' }).click();
    await page.getByRole('heading', { level: 1, name: TITLE }).waitFor();
    path = `/demands/${new URL(page.url()).pathname.split('/').at(-1)}`;
    await expectAccessible(page);
    await stage.settled();
  });

  it('is routed, declined by one unit and accepted by another', async () => {
    await desk.open('/demands');
    await openFirst(desk.page);
    await act(desk.page, '认定职责', async (form) => {
      await form.getByRole('radio', { name: '职责内' }).check();
      await form.getByLabel('理由').fill('园区供水由本区负责。');
    });
    await act(desk.page, '分办', (form) => choose(form, '单位', '经济发展局'));

    const first = await stage.signedIn('headOne');
    await openFirst(first.page);
    const unsent = await startAction(first.page, '退单');
    await unsent.getByLabel('理由').fill('供水管网由规划建设局负责。');
    await first.page.keyboard.press('Escape');
    await act(first.page, '退单', async (form) =>
      expect(await form.getByLabel('理由').inputValue()).toBe('供水管网由规划建设局负责。'),
    );
    await first.page.getByRole('heading', { level: 1, name: '我的工作台' }).waitFor();

    await desk.page.reload();
    await act(desk.page, '分办', (form) => choose(form, '单位', '规划建设局'));

    const second = await stage.signedIn('headTwo');
    await openFirst(second.page);
    await act(second.page, '接单', (form) => choose(form, '承办人', '李承办'));
    await expectAccessible(second.page);
  });

  it('is worked on: contact, plan, visit, options, answer', async () => {
    const { page } = handler;
    await page.reload();
    await openFirst(page);
    await act(page, '登记联系', (form) =>
      form.getByLabel('联系情况').fill('已电话联系王经理，约定明天看现场。'),
    );
    await act(page, '制定方案', async (form) => {
      await form.getByLabel('办理思路').fill('先测水压，再比较改造方案。');
      const step = form.getByRole('group', { name: '第 1 行' });
      await step.getByLabel('步骤').fill('现场测压');
      await step.getByLabel('截止日期').fill('2022-06-03');
      await expectAccessible(page);
    });
    await act(page, '登记现场走访', (form) =>
      form.getByLabel('现场情况').fill('入厂管径偏小，高峰时水压不足。'),
    );
    await act(page, '比选方案', async (form) => {
      for (const [at, title, days] of [
        [1, '加装增压泵', '5'],
        [2, '更换入厂管道', '30'],
      ] as const) {
        const option = form.getByRole('group', { name: `第 ${at} 行` });
        await option.getByLabel('方案名称').fill(title);
        await option.getByLabel('所需天数').fill(days);
        await option.getByRole('group', { name: '可行性' }).getByRole('radio', { name: '高' }).check();
        await option.getByRole('group', { name: '风险' }).getByRole('radio', { name: '低' }).check();
      }
      await expectAccessible(page);
    });
    await act(page, '选定方案', async (form) => {
      await form.getByRole('combobox', { name: '选定方案' }).selectOption({ label: '加装增压泵' });
      await form.getByLabel('理由').fill('见效快，企业不用出钱。');
    });
    await submitAnswer('增压泵已安装，水压达到 0.3 兆帕。');
    await expectAccessible(page);
  });

  it('is rejected by the enterprise, worked on again, and closed when the enterprise is satisfied', async () => {
    await judge('不满意', '没解决', REJECTED);
    await handler.page.reload();
    await handler.page.getByRole('list', { name: '办理过程' }).getByText(REJECTED).first().waitFor();
    await submitAnswer('更换了故障的稳压阀，已连续三天正常供水。');
    await judge('满意', '解决了', '这次好了。');

    await desk.open(path);
    await desk.page.getByText('已办结').first().waitFor();
    await desk.page.getByText('这次好了。').first().waitFor();
    await expectAccessible(desk.page);
    await picture(desk.page, 'closed-loop-closed');
  });

  it('has told the enterprise nothing that was meant for insiders', async () => {
    const { page, open } = contact;
    await open('/portal');
    await openFirst(page);
    const story = page.getByRole('list', { name: '办理过程' });
    await story.getByText('按您的意见重新办理，第 1 次。').waitFor();
    await story.getByText('已办结：已解决。').waitFor();
    for (const inside of ['入厂管径偏小', '园区供水由本区负责', '供水管网由规划建设局负责'])
      expect(await page.getByText(inside).count(), inside).toBe(0);
    await picture(page, 'closed-loop-portal');
  });
});

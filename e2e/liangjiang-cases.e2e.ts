import type { Page } from 'playwright-core';
import { invariant } from '@xiaoer/domain/kernel/invariant';
import type { PersonId } from '@xiaoer/domain/kernel/ids';
import { expect, it } from 'vitest';
import { idOfName } from '../packages/server/src/replay/deterministic-ids.ts';
import { caseDemands } from '../scenarios/liangjiang/cases/cases.ts';
import { liangjiang } from '../scenarios/liangjiang/liangjiang.ts';
import { setUpSteps } from '../scenarios/liangjiang/set-up.ts';
import { zoneOf } from '../scenarios/liangjiang/zone.ts';
import { randomFrom } from '../scenarios/random.ts';
import type { ScenarioStep } from '../scenarios/scenario.ts';
import { expectAccessible } from './support/accessible.ts';
import { finishAction, startAction } from './support/demand-screen.ts';
import { picture } from './support/picture.ts';
import { openScenarioZone } from './support/scenario-zone.ts';
import { openStage } from './support/stage.ts';

const zone = zoneOf((name) => idOfName(liangjiang.seed, name) as never);
const cases = caseDemands(zone, randomFrom(1));

type Commanding = ScenarioStep & { readonly by: PersonId };
const isByPerson = (step: ScenarioStep): step is Commanding =>
  step.by !== 'founder' && step.by !== 'oneTimeLink';

/** The steps of a case before the first of a kind, and those from there on. */
const caseUntil = (name: string, kind: string) => {
  const found = cases.find(({ way }) => way === name)?.steps ?? [];
  const steps = found.toSorted((one, other) => (one.at < other.at ? -1 : 1));
  const at = steps.findIndex(({ command }) => command.type === kind);
  invariant(at > 0, `${name} has ${kind}`);
  return { before: steps.slice(0, at), after: steps.slice(at).filter(isByPerson) };
};

const policy = caseUntil('case 1 policy 1', 'SubmitAnswer');
const market = caseUntil('case 4 market access 1', 'AddFollowUp');
const robots = zone.enterprise('robots');
const contact = robots.contactId;
/** The zone without the enterprises that these cases are not about. */
const others = new Set<string>(
  zone.enterprises.flatMap((each) => (each === robots ? [] : [each.id, each.contactId])),
);
const setUp = setUpSteps(zone).filter(({ id }) => !others.has(id));

const stage = await openStage();
const scenario = await openScenarioZone(stage, liangjiang);

const openDemand = async (page: Page, title: string): Promise<void> => {
  await page.getByRole('link', { name: title, exact: true }).first().click();
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
};

const [submitted, approved] = policy.after;
invariant(
  submitted?.command.type === 'SubmitAnswer' && approved?.command.type === 'ApproveAnswer',
  'an answer that is approved',
);
const { answer } = submitted.command;
const WORD = { met: '符合', notMet: '不符合', unknown: '待补充' } as const;
const POLICY = '渝睿机器人：请求兑现技术改造政策';

it('answers the robot maker with a table of conditions, which it reads and is content with (case 1)', async () => {
  await scenario.play([...setUp, ...policy.before], submitted.at);
  const { page } = await scenario.signedIn(submitted.by);
  await openDemand(page, POLICY);
  const form = await startAction(page, '答复');
  await form.getByRole('radio', { name: '已解决' }).check();
  await form.getByLabel('答复内容').fill(answer.text);
  for (const [at, { condition, answer: met, remark }] of answer.conditions.entries()) {
    await form.getByRole('button', { name: '添加一行' }).click();
    const row = form.getByRole('group', { name: `第 ${at + 1} 行` });
    await row.getByLabel('条件', { exact: true }).fill(condition);
    await row.getByRole('radio', { name: WORD[met], exact: true }).check();
    await row.getByLabel('备注').fill(remark);
  }
  await expectAccessible(page);
  await picture(page, 'case-1-filled');
  await finishAction(form, '答复');
  await stage.settled();

  const head = await scenario.signedIn(approved.by);
  await openDemand(head.page, POLICY);
  await head.page.getByRole('rowheader', { name: '设备投入不低于500万元' }).waitFor();
  await finishAction(await startAction(head.page, '审核通过'), '审核通过');
  await stage.settled();

  const maker = await scenario.signedIn(contact, 'phone');
  await openDemand(maker.page, POLICY);
  const table = maker.page.getByRole('region', { name: '条件核对表' }).getByRole('row');
  expect(await table.count()).toBe(1 + answer.conditions.length);
  for (const { condition, answer: met, remark } of answer.conditions)
    await table
      .filter({ hasText: condition })
      .filter({ hasText: WORD[met] })
      .filter({ hasText: remark })
      .waitFor();
  await expectAccessible(maker.page);
  await picture(maker.page, 'case-1-portal');
  const verdict = maker.page.getByRole('form', { name: '请您评价' });
  await verdict.getByRole('radio', { name: '非常满意', exact: true }).check();
  await verdict.getByRole('radio', { name: '解决了' }).check();
  await verdict.getByLabel('您的意见').fill('条件列得清楚，钱也到了，感谢');
  await verdict.getByRole('button', { name: '提交评价' }).click();
  await maker.page.getByText('谢谢，评价已收到').waitFor();
  await stage.settled();
  await page.reload();
  await page.getByText('条件列得清楚，钱也到了，感谢').first().waitFor();
  await page.getByText(/^已办结，责任人：/).waitFor();
});

const [followed] = market.after;
invariant(followed, 'a demand that is followed up');
const KIND: Readonly<Record<string, string>> = { supply: '供需对接', finance: '融资' };
const MARKET = '渝睿机器人：希望进入整车企业供应链';

it('follows up what came of the salon, one entry for supply and one for finance (case 4)', async () => {
  await scenario.play(market.before, followed.at);
  const { page, open } = await scenario.signedIn(followed.by);
  await open('/demands?show=closed');
  await openDemand(page, MARKET);
  for (const { command } of market.after) {
    invariant(command.type === 'AddFollowUp', 'the case ends with what followed');
    const form = await startAction(page, '登记后续');
    await form.getByRole('radio', { name: KIND[command.kind] ?? '' }).check();
    await form.getByLabel('告知内容').fill(command.text);
    await finishAction(form, '登记后续');
    await page.getByText(`登记后续（${KIND[command.kind]}）`).waitFor();
  }
  await picture(page, 'case-4-followed');
  await stage.settled();

  const maker = await scenario.signedIn(contact, 'phone');
  await openDemand(maker.page, MARKET);
  const story = maker.page.getByRole('list', { name: '办理过程' });
  await story.getByText('渝驰汽车已下达两台焊接机器人试用订单，样机进场调试。').waitFor();
  await story.getByText('银行为渝睿机器人授信一千万元，用于备货，首笔三百万元已放款。').waitFor();
  expect(await maker.page.getByText('沙龙到会近二十家单位').count()).toBe(0);
  await picture(maker.page, 'case-4-portal');
});

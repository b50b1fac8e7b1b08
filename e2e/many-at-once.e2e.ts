import { expect, it } from 'vitest';
import { expectAccessible } from './support/accessible.ts';
import { choose, finishAction, startAction } from './support/demand-screen.ts';
import { send } from './support/demands.ts';
import { picture } from './support/picture.ts';
import { openStage } from './support/stage.ts';

const stage = await openStage();
const { as, enterpriseId, territories, units } = stage.house;

const BY_CATALOGUE = ['变压器老化', '电缆沟积水'] as const;
const BY_HAND = '厂门口路面塌陷';
const LEFT = '食堂排队太久';

const registered = async (title: string, category: string): Promise<string> => {
  const answer = await as.officer.post('/api/demands', {
    channel: 'visit',
    enterpriseId,
    particulars: { title, text: `${title}，请处理。`, category, territoryId: territories.park },
  });
  expect([answer.status, answer.body]).toEqual([201, expect.anything()]);
  return answer.body.id;
};

/** Power is unit one's; nobody is named for roads and meals. */
const catalogue = await as.admin.get<{ items: readonly { id: string; version: number; key: string }[] }>(
  '/api/categories',
);
const power = catalogue.body.items.find(({ key }) => key === 'power');
await as.admin.post(
  `/api/categories/${power?.id}/add-entry`,
  { unitId: units.one, from: '2022-06-01' },
  { version: power?.version ?? 0 },
);
const [reminded, changed] = BY_CATALOGUE;
await registered(reminded, 'power');
const changing = await registered(changed, 'power');
await registered(BY_HAND, 'roads');
await registered(LEFT, 'meals');
await stage.settled();

const desk = await stage.signedIn('desk');
const headOne = await stage.signedIn('headOne', 'phone');
const headTwo = await stage.signedIn('headTwo');
const rowOf = (title: string) => desk.page.getByRole('row').filter({ hasText: title });
const tick = (title: string): Promise<void> =>
  rowOf(title).getByRole('checkbox', { name: '选择此行' }).check();

it('routes many at once: to whom the catalogue names, to whom the desk chooses, and leaves the rest', async () => {
  const { page, open } = desk;
  await open('/routing');
  await rowOf(BY_CATALOGUE[0]).getByText('经济发展局').waitFor();
  await rowOf(LEFT).getByText('目录中没有对应单位').waitFor();
  for (const title of [...BY_CATALOGUE, BY_HAND, LEFT]) await tick(title);
  await page.getByRole('button', { name: '按建议批量分办' }).click();
  const drawer = page.getByRole('dialog', { name: '分办 4 件诉求' });
  await drawer.getByText('2 件没有建议单位，请逐件分办。').waitFor();
  await choose(drawer, `${BY_HAND} · 重庆长安新能源有限公司`, '规划建设局');
  await drawer.getByText('1 件没有建议单位，请逐件分办。').waitFor();
  await expectAccessible(page);
  await picture(page, 'many-route');
  await drawer.getByRole('button', { name: '分办', exact: true }).click();
  await drawer.getByText('已完成 3 件，共 3 件').waitFor();
  await picture(page, 'many-routed');
  await drawer.getByRole('button', { name: '完成' }).click();
  for (const title of [...BY_CATALOGUE, BY_HAND]) await rowOf(title).waitFor({ state: 'detached' });
  await rowOf(LEFT).waitFor();
  await stage.settled();

  for (const [head, mine, others] of [
    [headOne, BY_CATALOGUE[1], BY_HAND],
    [headTwo, BY_HAND, BY_CATALOGUE[1]],
  ] as const) {
    await head.open('/');
    const waiting = head.page.getByRole('region', { name: '本单位待领' });
    await waiting.getByRole('link', { name: mine, exact: true }).first().waitFor();
    expect(await head.page.getByText(others).count()).toBe(0);
  }
});

const WORDS = '入汛在即，请本周内办结。';
const ONCE_MORE = '企业今天又来电，请回话。';

it('reminds of many at once, and says of which it could not', async () => {
  const { page, open } = desk;
  await open('/demands');
  for (const title of [...BY_CATALOGUE, LEFT]) await tick(title);
  await page.getByRole('button', { name: '批量催办' }).click();
  const drawer = page.getByRole('dialog', { name: '催办 3 件诉求' });
  await drawer.getByRole('button', { name: '催办', exact: true }).click();
  await drawer.getByText('请填写此项').waitFor();
  await drawer.getByLabel('催办内容').fill(WORDS);
  await picture(page, 'many-remind');
  // While the desk writes, the unit accepts one of them: its reminder may no longer be needed.
  await send(stage, 'headOne', {
    id: changing,
    verb: 'accept',
    body: { personId: stage.house.people.handlerOne },
  });
  await drawer.getByRole('button', { name: '催办', exact: true }).click();
  await drawer.getByText('已完成 2 件，共 3 件').waitFor();
  const refused = drawer.getByRole('list', { name: '未能处理的诉求' }).getByRole('listitem');
  expect(await refused.count()).toBe(1);
  await refused.getByRole('link', { name: changed }).waitFor();
  await expectAccessible(page);
  await picture(page, 'many-reminded');
  await drawer.getByRole('button', { name: '完成' }).click();
  await drawer.waitFor({ state: 'hidden' });
  await stage.settled();

  await headOne.open('/notices');
  const told = headOne.page.getByRole('main').getByRole('link', { name: /^催办：/ });
  await told.first().waitFor();
  expect(await told.allInnerTexts()).toEqual([`催办：${reminded}`]);
  await told.first().click();
  await headOne.page.getByRole('list', { name: '办理过程' }).getByText(WORDS).waitFor();
});

it('reminds whoever has one demand, who confirms that it was received', async () => {
  const { page, open } = desk;
  await open('/demands');
  await page.getByRole('link', { name: BY_HAND, exact: true }).click();
  const form = await startAction(page, '催办');
  await form.getByLabel('催办内容').fill(ONCE_MORE);
  await finishAction(form, '催办');
  await stage.settled();

  const { page: head, open: openOfHead } = headTwo;
  await openOfHead('/notices');
  await head
    .getByRole('main')
    .getByRole('link', { name: `催办：${BY_HAND}` })
    .click();
  await head.getByText(ONCE_MORE).first().waitFor();
  const receipt = await startAction(head, '签收通知');
  await receipt.getByRole('combobox', { name: '通知' }).selectOption({ index: 1 });
  await finishAction(receipt, '签收通知');
  await stage.settled();
  await page.reload();
  await page.getByRole('list', { name: '办理过程' }).getByText('孙科长签收通知。').waitFor();
  await picture(page, 'reminded-and-received');
});

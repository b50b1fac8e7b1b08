import { expect, it } from 'vitest';
import { expectAccessible } from './support/accessible.ts';
import { choose, finishAction, startAction } from './support/demand-screen.ts';
import { register } from './support/demands.ts';
import { openStage } from './support/stage.ts';

const stage = await openStage();
const { house } = stage;
const { desk } = house.as;

const TITLE = '钛铸件公司三件事';
const KEPT = ['厂区西门积水', '叉车通道被占'] as const;
const TAKEN_OUT = '员工班车改线';

type Package = { readonly status: string; readonly parts: number; readonly closedParts: number };
type Demand = { readonly item: { readonly status: string } };

const parts: string[] = [];
for (const title of [...KEPT, TAKEN_OUT]) parts.push(await register(stage, title));
const [, , takenOut = ''] = parts;
const lead = { unitId: house.units.one, personId: house.people.headOne };
const opened = await desk.post('/api/packages', { enterpriseId: house.enterpriseId, title: TITLE, lead });
const { id } = opened.body;
for (const [at, demandId] of parts.entries())
  await desk.post(`/api/packages/${id}/add-demand`, { demandId }, { version: at + 1 });
await stage.settled();

const standing = async (): Promise<Package | undefined> =>
  (await desk.get<{ items: readonly Package[] }>('/api/packages')).body.items[0];

it('offers for the lead the people of the unit that was chosen, and nobody of the unit before', async () => {
  const { page, open } = await stage.signedIn('desk');
  await open('/packages');
  await page.getByRole('button', { name: '开立诉求包', exact: true }).click();
  const form = page.getByRole('dialog', { name: '开立诉求包', exact: true });
  await choose(form, '牵头单位', '经济发展局');
  const person = form.getByRole('combobox', { name: '牵头人' });
  await person.click();
  await form.getByRole('option', { name: '赵科长' }).waitFor();
  await form.getByRole('option', { name: '李承办' }).waitFor({ state: 'detached' });
  await form.getByRole('option', { name: '赵科长' }).click();
  await choose(form, '牵头单位', '规划建设局');
  expect(await person.inputValue()).toBe('');
  await person.click();
  await form.getByRole('option', { name: '李承办' }).waitFor();
  await form.getByRole('option', { name: '赵科长' }).waitFor({ state: 'detached' });
});

it('takes a demand out of a package for a reason, and the demand goes its own way', async () => {
  const { page, open } = await stage.signedIn('desk');
  await open(`/packages/${id}`);
  await page.getByText('已办结 0 件，共 3 件').first().waitFor();
  const form = await startAction(page, '移出诉求');
  await choose(form, '诉求', TAKEN_OUT);
  await form.getByRole('button', { name: '移出诉求', exact: true }).click();
  await form.getByLabel('原因').and(form.locator('[aria-invalid="true"]')).waitFor();
  expect(await standing()).toMatchObject({ parts: 3 });
  await form.getByLabel('原因').fill('由公交公司单独研究');
  await finishAction(form, '移出诉求');
  await page.getByText('已办结 0 件，共 2 件').first().waitFor();
  const list = page.getByRole('region', { name: '诉求' });
  await list.getByRole('link', { name: TAKEN_OUT, exact: true }).waitFor({ state: 'detached' });
  for (const title of KEPT) await list.getByRole('link', { name: title, exact: true }).waitFor();
  expect(await list.getByRole('link').count()).toBe(KEPT.length);
  await expectAccessible(page);

  await open(`/demands/${takenOut}`);
  await page.getByRole('heading', { name: TAKEN_OUT, level: 1 }).waitFor();
  await page.getByText('由公交公司单独研究').first().waitFor();
  expect(await page.getByRole('link', { name: '同一诉求包' }).count()).toBe(0);
  expect(await standing()).toMatchObject({ status: 'open', parts: 2, closedParts: 0 });
});

it('closes a package by hand before its demands, which go on by themselves', async () => {
  const { page, open } = await stage.signedIn('desk');
  await open(`/packages/${id}`);
  const form = await startAction(page, '提前办结');
  await form.getByText('未办结的诉求 2 件移出本包').waitFor();
  await form.getByLabel('原因').fill('两件事改由园区统一整治');
  const sent: string[] = [];
  const pressed = Promise.withResolvers<undefined>();
  await page.route('**/api/packages/*/*', async (route) => {
    sent.push(route.request().method());
    await pressed.promise;
    await route.continue();
  });
  await form.getByLabel('原因').press('Control+Enter');
  await form.getByRole('button', { name: '提前办结', exact: true, disabled: true }).waitFor();
  // Who is impatient presses again: the button is closed, and nothing more is sent.
  await form.getByLabel('原因').press('Control+Enter');
  pressed.resolve(undefined);
  await form.waitFor({ state: 'hidden' });
  await page.unrouteAll();
  expect(sent.filter((method) => method === 'POST')).toHaveLength(1);
  await page.getByText('已提前办结；当时未办结的诉求已移出，各自继续办理').waitFor();
  await page.getByText('两件事改由园区统一整治').first().waitFor();
  expect(await page.getByRole('button', { name: '添加诉求' }).count()).toBe(0);
  await page.getByText('这里没有诉求').waitFor();
  await expectAccessible(page);
  await stage.settled();
  expect(await standing()).toMatchObject({ status: 'closed', parts: 0, closedParts: 0 });
  for (const part of parts)
    expect((await desk.get<Demand>(`/api/demands/${part}`)).body.item.status).toBe('registered');

  await open(`/demands/${parts[0]}`);
  await page.getByText('两件事改由园区统一整治').first().waitFor();
});

it('goes on with the others when one of several demands cannot be added', async () => {
  const demands = [await register(stage, '路灯不亮'), await register(stage, '围墙开裂')];
  const packaged = async (title: string): Promise<string> =>
    (await desk.post('/api/packages', { enterpriseId: house.enterpriseId, title, lead })).body.id;
  const [mine, other] = [await packaged('夜间安全两件事'), await packaged('围墙整治')];
  const { page, open } = await stage.signedIn('desk');
  await open(`/packages/${mine}`);
  const form = await startAction(page, '添加诉求');
  for (const title of ['路灯不亮', '围墙开裂']) await choose(form, '诉求', title);
  await desk.post(`/api/packages/${other}/add-demand`, { demandId: demands[1] }, { version: 1 });
  await stage.settled();
  await form.getByRole('button', { name: '添加诉求', exact: true }).click();
  await form.getByRole('alert').waitFor();
  await form.getByRole('button', { name: '移除 围墙开裂', exact: true }).click();
  await finishAction(form, '添加诉求');
  expect((await desk.get<Package>(`/api/packages/${mine}`)).body).toMatchObject({ parts: 1 });
});

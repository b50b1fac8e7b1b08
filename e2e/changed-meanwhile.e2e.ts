import { expect, it } from 'vitest';
import { expectAccessible } from './support/accessible.ts';
import { startAction } from './support/demand-screen.ts';
import { picture } from './support/picture.ts';
import { makeRecords } from './support/records.ts';
import { openStage } from './support/stage.ts';

const stage = await openStage();
const { as, enterpriseId, territories, units } = stage.house;
const records = await makeRecords(stage);

type Limited = Readonly<Record<'contact' | 'plan', { readonly amount: number }>>;
type Limits = Readonly<Record<'general' | 'urgent', Limited>>;
type Settings = {
  readonly id: string;
  readonly version: number;
  readonly values: { readonly limits: readonly { readonly value: Limits }[] };
};

const settings = async () => {
  const { id, version, values } = (await as.admin.get<Settings>('/api/settings')).body;
  const limits = values.limits.at(-1)?.value;
  if (limits === undefined) throw new Error('the zone has no limits');
  return { id, version, limits };
};

const project = async () => (await as.desk.get(`/api/projects/${records.project}`)).body;

/** What the other person writes while the form is open. */
const elsewhere = async (name: string): Promise<void> => {
  const { version } = await project();
  const body = {
    name,
    investment: 'enterprise',
    unitId: units.two,
    territoryId: territories.park,
    enterpriseId,
  };
  const answer = await as.desk.post(`/api/projects/${records.project}/correct`, body, { version });
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
};

it('keeps what was typed when somebody else was faster, says what they changed, and is sent again', async () => {
  const { page, open } = await stage.signedIn('desk');
  await open(`/projects/${records.project}`);
  await page.getByRole('button', { name: '更多操作' }).click();
  await page.getByRole('menuitem', { name: '修改登记' }).click();
  const form = page.getByRole('form', { name: '修改登记' });
  const name = form.getByLabel('项目名称');
  await name.fill('新能源电池二期（扩建）');
  await elsewhere('新能源电池二期（一标段）');
  await form.getByRole('button', { name: '修改登记', exact: true }).click();
  const told = form.getByRole('alert');
  await told.getByText('有人改动了这条记录').waitFor();
  await told.getByText('项目名称现为：新能源电池二期（一标段）').waitFor();
  await told.getByText('责任单位已改动').waitFor();
  expect(await name.inputValue()).toBe('新能源电池二期（扩建）');
  await expectAccessible(page);
  await picture(page, 'changed meanwhile');
  await form.getByRole('button', { name: '仍要修改登记' }).click();
  await page.getByRole('heading', { level: 1, name: '新能源电池二期（扩建）' }).waitFor();
  // The other's unit, which this person had left alone, stays the other's.
  expect(await project()).toMatchObject({ name: '新能源电池二期（扩建）', unitId: units.two });
});

it('says who did what to a demand while a form on it was open', async () => {
  const { page, open } = await stage.signedIn('desk');
  await open(`/demands/${records.demand}`);
  const form = await startAction(page, '内部备注');
  await form.getByRole('textbox').first().fill('已电话核对水压');
  const { version } = (await as.desk.get<{ item: { version: number } }>(`/api/demands/${records.demand}`))
    .body.item;
  const note = { note: '请先看管网图', files: [] };
  const answer = await as.desk.post(`/api/demands/${records.demand}/add-note`, note, { version });
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  await form.getByRole('button', { name: '内部备注', exact: true }).click();
  await form
    .getByRole('alert')
    .getByText(/综合岗：内部备注/)
    .waitFor();
  await form.getByRole('button', { name: '仍要内部备注' }).click();
  await form.waitFor({ state: 'hidden' });
  await page.getByText('已电话核对水压').waitFor();
  await page.getByText('请先看管网图').waitFor();
});

it('takes what is being sent for nobody else’s change', async () => {
  const particulars = { title: '断水', text: '断水。', category: 'other', territoryId: territories.park };
  const raising = { channel: 'visit', enterpriseId, urgency: 'critical', particulars };
  const { id } = (await as.officer.post('/api/demands', raising)).body;
  const { page, open } = await stage.signedIn('leader');
  await open('/leader');
  const card = page.getByRole('main').getByRole('listitem').filter({ hasText: '断水' });
  await card.getByRole('button', { name: '批示' }).click();
  const form = page.getByRole('dialog', { name: '批示', exact: true });
  await form.getByLabel('批示内容').fill('今晚恢复供水。');
  await form.getByLabel('截止日期').fill('2022-06-02');
  const alerts: number[] = [];
  // The lists are slow: the demand itself comes anew before the act is over.
  await page.route('**/give-instruction', async (sending) => {
    const renewed = page.waitForResponse(new RegExp(`/api/demands/${id}$`));
    await page.route(/\/api\/demands\?/, async (asking) => {
      await (await renewed).finished();
      await page.evaluate('new Promise((drawn) => setTimeout(() => requestAnimationFrame(drawn), 50))');
      alerts.push(await form.getByRole('alert').count());
      await asking.continue();
    });
    await sending.continue();
  });
  await form.getByRole('button', { name: '批示', exact: true }).click();
  await form.waitFor({ state: 'hidden' });
  expect(new Set(alerts)).toEqual(new Set([0]));
});

it('names what it takes over from somebody else, though no list of options holds it', async () => {
  const site = { name: '厂区', territoryId: territories.park, address: '云汉大道2号', tenure: 'rented' };
  for (let count = 1; count <= 21; count += 1) {
    const body = { name: `云汉第${count}加工厂`, stage: 'production', site };
    expect((await as.officer.post('/api/enterprises', body)).status).toBe(201);
  }
  type Listed = { readonly items: readonly { readonly id: string; readonly name: string }[] };
  const all = (await as.desk.get<Listed>('/api/enterprises?limit=100')).body.items;
  const { id: added = '', name = '' } = all.at(-1) ?? {};
  const { page, open } = await stage.signedIn('desk');
  await open(`/policy-sessions/${records.policySession}`);
  const form = await startAction(page, '更正');
  await form.getByLabel('主题').fill('加计扣除');
  const address = `/api/policy-sessions/${records.policySession}`;
  const { body } = await as.desk.get(address);
  const enterpriseIds = [enterpriseId, added];
  const session = { topic: body.topic, on: body.on, attendees: 40, enterpriseIds, handbookGiven: true };
  const answer = await as.desk.post(`${address}/correct`, session, { version: body.version });
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  await form.getByRole('button', { name: '更正', exact: true }).click();
  await form.getByRole('alert').waitFor();
  await form.getByRole('button', { name: `移除 ${name}`, exact: true }).waitFor();
});

it('puts one part of a value into the value as somebody else left it', async () => {
  const { page, open } = await stage.signedIn('admin');
  await open('/settings');
  const cell = page.locator('.settings-table tbody tr').first().locator('td').first();
  await cell.getByRole('button').click();
  const form = page.getByRole('form');
  await form.getByLabel('数量').fill('7');
  await form.getByLabel('修改理由').fill('一般诉求放宽');
  const { id, version, limits } = await settings();
  const urgent = { ...limits.urgent, plan: { ...limits.urgent.plan, amount: 9 } };
  const change = { key: 'limits', value: { ...limits, urgent } };
  const body = { from: '2022-06-01', reason: '紧急诉求调整', change };
  const answer = await as.admin.post(`/api/settings/${id}/change`, body, { version });
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  await form.getByRole('button', { name: /^修改/ }).click();
  await form.getByRole('alert').getByText('有人改动了这条记录').waitFor();
  await form.getByRole('button', { name: /^仍要/ }).click();
  await form.waitFor({ state: 'detached' });
  const after = (await settings()).limits;
  expect([after.general.contact.amount, after.urgent.plan.amount]).toEqual([7, 9]);
});

it('puts one part of a value into the value as it stands on the day the change begins', async () => {
  const { id, version, limits } = await settings();
  const urgent = { ...limits.urgent, plan: { ...limits.urgent.plan, amount: 11 } };
  const change = { key: 'limits', value: { ...limits, urgent } };
  const body = { from: '2022-07-01', reason: '七月起放宽', change };
  const answer = await as.admin.post(`/api/settings/${id}/change`, body, { version });
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  const { page, open } = await stage.signedIn('admin');
  await open('/settings');
  await page.locator('.settings-table tbody tr').first().locator('td').first().getByRole('button').click();
  const form = page.getByRole('form');
  await form.getByLabel('数量').fill('8');
  await form.getByLabel('生效日期').fill('2022-07-15');
  await form.getByLabel('修改理由').fill('七月中起再放宽');
  await form.getByRole('button', { name: /^修改/ }).click();
  await form.waitFor({ state: 'detached' });
  const after = (await settings()).limits;
  expect([after.general.contact.amount, after.urgent.plan.amount]).toEqual([8, 11]);
});

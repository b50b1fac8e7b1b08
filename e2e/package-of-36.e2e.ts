import { expect, it, vi } from 'vitest';
import type { Caller } from '../packages/server/src/testing/signed-in-as.ts';
import { expectAccessible } from './support/accessible.ts';
import { choose, finishAction, startAction } from './support/demand-screen.ts';
import { register } from './support/demands.ts';
import { openStage } from './support/stage.ts';

const stage = await openStage();
const { house } = stage;

const PARTS = 36;
const titleOf = (number: number): string => `钛铸件公司落户第 ${number} 件事`;

const TITLE = '钛铸件公司三十六件事';
const { desk, headOne, handlerOne, contact } = house.as;

type Sent = readonly [who: Caller, verb: string, body: object];

const SATISFIED = { grade: 'satisfied', solved: 'solved' };
const ANSWERED: readonly Sent[] = [
  [desk, 'decide-remit', { remit: 'own', reason: '属于本区职责' }],
  [desk, 'route', { lead: { unitId: house.units.one } }],
  [headOne, 'accept', { personId: house.people.handlerOne }],
  [handlerOne, 'submit-answer', { answer: { conclusion: 'solved', text: '已办妥。' } }],
];
const CLOSED: readonly Sent[] = [...ANSWERED, [contact, 'give-verdict', SATISFIED]];

/** Sends one command after the other, without a screen. */
const through = async (id: string, commands: readonly Sent[]): Promise<void> => {
  let { version } = (await desk.get<{ item: { version: number } }>(`/api/demands/${id}`)).body.item;
  for (const [who, verb, body] of commands) {
    const answer = await who.post(`/api/demands/${id}/${verb}`, body, { version });
    expect([verb, answer.status, answer.body]).toEqual([verb, 200, expect.anything()]);
    version = answer.body.version;
  }
};

const parts: string[] = [];
for (let number = 1; number <= PARTS; number += 1) parts.push(await register(stage, titleOf(number)));

type Standing = { readonly status: string; readonly parts: number; readonly closedParts: number };
const standing = async () => (await desk.get<{ items: readonly Standing[] }>('/api/packages')).body.items[0];

it('opens a package for an enterprise and fills it with its demands', { timeout: 240_000 }, async () => {
  const { page, open } = await stage.signedIn('desk');
  await open(`/enterprises/${house.enterpriseId}`);
  await page.getByRole('link', { name: '这家企业的诉求包' }).click();
  await page.getByRole('button', { name: '开立诉求包', exact: true }).click();
  const form = page.getByRole('dialog', { name: '开立诉求包' });
  await form.getByLabel('名称').fill(TITLE);
  await choose(form, '牵头单位', '经济发展局');
  await choose(form, '牵头人', '赵科长');
  await form.getByRole('button', { name: '开立诉求包', exact: true }).click();
  await page.getByRole('heading', { name: TITLE, level: 1 }).waitFor();

  const adding = await startAction(page, '添加诉求');
  await adding.getByRole('button', { name: '添加诉求', exact: true }).click();
  await adding.getByText('请至少选择一件诉求。').waitFor();
  for (let number = 1; number <= PARTS; number += 1) await choose(adding, '诉求', titleOf(number));
  await adding.getByRole('button', { name: '添加诉求', exact: true }).click();
  await adding.waitFor({ state: 'hidden', timeout: 60_000 });
  await stage.settled();
  await page.reload();
  await page.getByText(`已办结 0 件，共 ${PARTS} 件`).first().waitFor();
  await expectAccessible(page);
});

it('keeps 36 demands of one enterprise together, and closes with the last of them', async () => {
  expect(await standing()).toMatchObject({ status: 'open', parts: PARTS, closedParts: 0 });
  const [last = '', ...others] = parts;
  for (const id of others) await through(id, CLOSED);
  await through(last, ANSWERED);
  await stage.settled();
  expect(await standing()).toMatchObject({ status: 'open', closedParts: PARTS - 1 });

  const { page, open } = await stage.signedIn('desk');
  await open(`/demands/${last}`);
  await page.getByRole('link', { name: '同一诉求包' }).click();
  await page.getByRole('heading', { name: TITLE, level: 1 }).waitFor();
  const list = page.getByRole('region', { name: '诉求' });
  await list.getByRole('link', { name: titleOf(PARTS), exact: true }).waitFor();
  // Rows out of sight follow those in sight.
  await vi.waitUntil(async () => (await list.getByRole('link').count()) === PARTS, { timeout: 10_000 });
  await page.getByRole('link', { name: '未办结 1' }).click();
  await vi.waitUntil(async () => (await list.getByRole('link').count()) === 1);
  await expectAccessible(page);

  await list.getByRole('link', { name: titleOf(1), exact: true }).click();
  await page.getByRole('heading', { name: titleOf(1), level: 1 }).waitFor();
  await finishAction(await startAction(page, '转入回访'), '转入回访');
  await stage.settled();
  const inspector = await stage.signedIn('inspector');
  await inspector.open(`/demands/${last}`);
  const call = await startAction(inspector.page, '登记回访');
  await call.getByRole('radio', { name: '接通', exact: true }).check();
  await call.getByRole('radio', { name: '非常满意', exact: true }).check();
  await call.getByRole('radio', { name: '解决了' }).check();
  await finishAction(call, '登记回访');
  await stage.settled();
  expect(await standing()).toMatchObject({ status: 'closed', closedParts: PARTS });
});

import { expect, it } from 'vitest';
import { expectAccessible } from './support/accessible.ts';
import { openStage } from './support/stage.ts';

const stage = await openStage();
const { house } = stage;

const FOUND = '厂门口排水沟盖板破损，雨天积水，货车难以进出。'.repeat(9);

const made = await house.as.officer.post('/api/visits/made', {
  visitorIds: [house.people.officer],
  target: { kind: 'enterprise', enterpriseId: house.enterpriseId },
  territoryId: house.territories.park,
  on: '2022-06-01',
  purposes: ['service'],
});
await stage.settled();

it('makes a demand of what was found on a visit, in its words, and says so on the visit', async () => {
  expect([made.status, made.body]).toEqual([201, expect.anything()]);
  const { page, open } = await stage.signedIn('officer', 'phone');
  await open(`/visits/${made.body.id}`);
  await page.getByRole('button', { name: '记录问题', exact: true }).click();
  const finding = page.getByRole('dialog', { name: '记录问题', exact: true });
  await finding.getByLabel('问题内容', { exact: true }).fill(FOUND);
  await finding.getByRole('button', { name: '记录问题', exact: true }).click();
  await page.getByRole('link', { name: '转为诉求', exact: true }).click();

  const form = page.getByRole('form', { name: '登记诉求', exact: true });
  expect(await form.getByLabel('诉求内容', { exact: true }).inputValue()).toBe(FOUND);
  await form.getByRole('radio', { name: '道路', exact: true }).check();
  await expectAccessible(page);
  await form.getByRole('button', { name: '登记', exact: true }).click();
  await page.waitForURL(/\/demands\/[\da-f-]{36}$/);
  await page.getByRole('main').getByText(FOUND, { exact: true }).waitFor();
  const demand = new URL(page.url()).pathname;

  await open(`/visits/${made.body.id}`);
  const link = page.getByRole('link', { name: '查看诉求', exact: true });
  expect(await link.getAttribute('href')).toBe(demand);
  expect(await page.getByRole('link', { name: '转为诉求', exact: true }).count()).toBe(0);
  const detail = await house.as.desk.get<{ demand: { source: object; channel: string } }>(`/api${demand}`);
  expect(detail.body.demand).toMatchObject({ channel: 'visit', source: { visitId: made.body.id } });
});

import { expect, it } from 'vitest';
import { expectAccessible } from './support/accessible.ts';
import { choose } from './support/demand-screen.ts';
import { openStage } from './support/stage.ts';

const stage = await openStage();
const { house } = stage;

const ENTERPRISE = '重庆长安新能源有限公司';
const QUESTION = '研发费用加计扣除今年怎么申报';

/** The zone lets policy questions be settled on the spot. */
const settings = await house.as.admin.get<{ id: string; version: number }>('/api/settings');
const opened = await house.as.admin.post(
  `/api/settings/${settings.body.id}/change`,
  {
    from: '2022-06-01',
    change: { key: 'onTheSpotCategories', value: ['policy'] },
    reason: '政策咨询可以当场答复',
  },
  { version: settings.body.version },
);

it('settles a policy question on the spot, in under a minute', async () => {
  expect([opened.status, opened.body]).toEqual([200, expect.anything()]);
  const officer = await stage.signedIn('officer');
  const { page } = officer;
  const began = performance.now();
  await page.getByRole('link', { name: '即办' }).click();
  const form = page.getByRole('form', { name: '即办' });
  await choose(form, '企业', ENTERPRISE);
  await form.getByLabel('诉求内容').fill(QUESTION);
  await form.getByRole('radio', { name: '政策' }).check();
  await form.getByLabel('答复内容').fill('三季度预缴申报时即可享受，按一百计一百扣除。');
  await form.getByRole('radio', { name: '非常满意' }).check();
  await form.getByRole('button', { name: '办结' }).click();
  await page.getByRole('heading', { name: QUESTION, level: 1 }).waitFor();
  const seconds = (performance.now() - began) / 1_000;
  console.log(`a policy question was settled on the spot in ${seconds.toFixed(1)} s of a simulated person`);
  expect(seconds).toBeLessThan(60);
  await page.getByText('已办结').first().waitFor();
  await expectAccessible(page);
});

it('says at the field what is missing, and keeps what was typed', async () => {
  const officer = await stage.signedIn('officer', 'phone');
  const { page } = officer;
  await officer.open('/demands/settle');
  const form = page.getByRole('form', { name: '即办' });
  await form.getByLabel('诉求内容').fill(QUESTION);
  await expectAccessible(page);
  await form.getByRole('button', { name: '办结' }).click();
  await form.getByText('请填写').first().waitFor();
  expect(await form.getByLabel('诉求内容').inputValue()).toBe(QUESTION);
  await expectAccessible(page);
});

import { expect, it } from 'vitest';
import { expectAccessible } from './support/accessible.ts';
import { raise } from './support/demands.ts';
import { openStage } from './support/stage.ts';

const stage = await openStage();
const { house } = stage;

const TITLE = '危化品仓库冒烟，已疏散员工';
const HOUR = 60;

it('brings what is urgent on a Saturday night to whoever is on duty, and not what can wait', async () => {
  const roster = await house.as.desk.post('/api/duty-rosters', {
    name: '综合岗值班',
    unitId: house.units.office,
  });
  const planned = await house.as.desk.post(
    `/api/duty-rosters/${roster.body.id}/plan`,
    {
      personId: house.people.guide,
      from: '2022-06-04T08:00:00.000+08:00',
      to: '2022-06-05T08:00:00.000+08:00',
    },
    { version: 1 },
  );
  expect([roster.status, planned.status]).toEqual([201, 200]);

  // Saturday, ten in the evening.
  await stage.pass({ minutes: 84 * HOUR });
  const onDuty = await stage.signedIn('guide', 'phone');
  await onDuty.page.getByText('今天没有要办的事项').waitFor();
  await raise(stage, '绿化带需要修剪');
  const id = await raise(stage, TITLE, { urgency: 'critical' });

  await onDuty.page.getByRole('button', { name: '通知，1 条未读' }).waitFor();
  await onDuty.page.reload();
  const owed = onDuty.page.getByRole('main');
  await owed.getByRole('link', { name: TITLE, exact: true }).first().waitFor();
  expect(await owed.getByRole('link', { name: '绿化带需要修剪', exact: true }).count()).toBe(0);
  await expectAccessible(onDuty.page);

  await owed.getByRole('link', { name: TITLE, exact: true }).first().click();
  await onDuty.page.getByRole('heading', { name: TITLE, level: 1 }).waitFor();
  await onDuty.page.getByText('停产/危险').first().waitFor();
  await onDuty.page.getByRole('complementary', { name: '当前状态' }).getByText('吴指导').first().waitFor();
  expect(new URL(onDuty.page.url()).pathname).toBe(`/demands/${id}`);
  await expectAccessible(onDuty.page);
});

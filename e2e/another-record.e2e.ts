import { expect, it } from 'vitest';
import { startAction } from './support/demand-screen.ts';
import { policySessionOf } from './support/records.ts';
import { openStage } from './support/stage.ts';

const { house, signedIn } = await openStage();
const { as } = house;

const unit = async (name: string, parentId?: string): Promise<string> => {
  const body = { name, kind: 'department', calendar: 'department', parentId };
  return (await as.admin.post('/api/organisations', body)).body.id;
};

const close = async (id: string): Promise<void> => {
  const answer = await as.admin.post(`/api/organisations/${id}/close`, {}, { version: 1 });
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
};

it('carries nothing from the form of one unit into the form of another', async () => {
  const bureau = await unit('招商局');
  const closed = [await unit('招商一科', bureau), bureau, await unit('会展中心')];
  for (const id of closed) await close(id);
  const { page, open } = await signedIn('admin');
  await open('/organisations');
  const reopening = async (name: string) => {
    await page.getByRole('main').getByRole('button', { name, exact: true }).click();
    await page.getByRole('dialog', { name }).getByRole('button', { name: '恢复', exact: true }).click();
    return page.getByRole('dialog', { name: '恢复', exact: true });
  };
  const refused = await reopening('招商一科');
  await refused.getByRole('button', { name: '恢复', exact: true }).click();
  await refused.getByRole('alert').waitFor();
  await page.keyboard.press('Escape');
  await refused.waitFor({ state: 'hidden' });

  const other = await reopening('会展中心');
  await other.getByRole('button', { name: '恢复', exact: true }).waitFor();
  expect(await other.getByRole('alert').count()).toBe(0);
});

it('says of an erased speaker that they are, where a policy session is corrected', async () => {
  const { id } = (await as.desk.post('/api/policy-sessions', policySessionOf(house))).body;
  const person = `/api/people/${house.people.guide}`;
  for (const verb of ['deactivate', 'erase']) {
    const { version } = (await as.admin.get(person)).body;
    expect([verb, (await as.admin.post(`${person}/${verb}`, {}, { version })).status]).toEqual([verb, 200]);
  }
  const { page, open } = await signedIn('desk');
  await open(`/policy-sessions/${id}`);
  const form = await startAction(page, '更正');
  await form.getByRole('button', { name: '移除 已抹除', exact: true }).waitFor();
});

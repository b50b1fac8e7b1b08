import { describe, expect, it } from 'vitest';
import { expectAccessible } from './support/accessible.ts';
import { openStage } from './support/stage.ts';

const stage = await openStage();

const OTHER = '重庆长安物流有限公司';

/** The contact becomes the voice of a second enterprise. */
const withTwo = async (): Promise<string> => {
  const officer = await stage.calls('officer');
  const site = {
    name: '仓库',
    territoryId: stage.house.territories.park,
    address: '云汉大道9号',
    tenure: 'rented',
  };
  const opened = await officer.post('/api/enterprises', { name: OTHER, stage: 'production', site });
  const admin = await stage.calls('admin');
  const { contact } = stage.house.people;
  const { version } = (await admin.get<{ version: number }>(`/api/people/${contact}`)).body;
  const role = { enterpriseId: opened.body.id, from: '2022-06-01' };
  await admin.post(`/api/people/${contact}/grant-contact-role`, role, { version });
  return opened.body.id;
};

describe('a contact of two enterprises', () => {
  it('sees for which one they speak, and goes on for the other', async () => {
    await withTwo();
    const contact = await stage.signedIn('contact');
    await contact.open('/');
    const { page } = contact;
    const choice = page.getByRole('button', { name: /可切换企业/ });
    expect(await choice.textContent()).toContain('长安新能源');
    await choice.click();
    await expectAccessible(page);
    await page.getByRole('menuitemcheckbox', { name: OTHER }).click();
    await page.getByRole('button', { name: new RegExp(`当前代表 ${OTHER}`) }).waitFor();
    await contact.open('/portal/raise');
    await page.getByText(OTHER).first().waitFor();
    await expectAccessible(page);
  });
});

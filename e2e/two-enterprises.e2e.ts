import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { expectAccessible } from './support/accessible.ts';
import { picture } from './support/picture.ts';
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

const speakForOther = async (page: Page): Promise<void> => {
  const choice = page.getByRole('button', { name: /可切换企业/ });
  if ((await choice.textContent())?.includes(OTHER) !== true) {
    await choice.click();
    await page.getByRole('menuitemcheckbox', { name: OTHER }).click();
  }
  await page.getByRole('button', { name: new RegExp(`当前代表 ${OTHER}`) }).waitFor();
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

  it('opens a notice about the other one in one press, and goes on for that one', async () => {
    const desk = await stage.calls('desk');
    const { enterpriseId, territories } = stage.house;
    const particulars = {
      title: '装卸区积水',
      text: '装卸区积水。',
      category: 'other',
      territoryId: territories.park,
    };
    const raised = await desk.post('/api/demands', { channel: 'phone', enterpriseId, particulars });
    const told = await desk.post(
      `/api/demands/${raised.body.id}/tell-enterprise`,
      { text: '已安排排水。', files: [] },
      { version: raised.body.version },
    );
    expect(told.status).toBe(200);
    await stage.settled();
    const contact = await stage.signedIn('contact');
    const { page } = contact;
    for (const place of ['drawer', 'page']) {
      await contact.open('/portal');
      await speakForOther(page);
      if (place === 'page') await contact.open('/notices');
      else await page.getByRole('button', { name: /通知/ }).click();
      const line = page.getByRole('listitem').filter({ hasText: '装卸区积水' });
      expect(await line.textContent()).toContain('打开时切换到该企业');
      await expectAccessible(page);
      await picture(page, `notice-of-other-${place}`);
      await line.getByRole('link').click();
      await page.getByRole('heading', { name: '装卸区积水' }).waitFor();
      await page.getByRole('button', { name: /当前代表 .*长安新能源/ }).waitFor();
      expect(new URL(page.url()).pathname).toBe(`/portal/demands/${raised.body.id}`);
    }
  });

  it('opens it in a tab of its own, where it asks whether to go on for that one', async () => {
    const contact = await stage.signedIn('contact');
    await contact.open('/notices');
    await speakForOther(contact.page);
    await contact.open('/notices');
    const line = contact.page.getByRole('listitem').filter({ hasText: '装卸区积水' });
    const [tab] = await Promise.all([
      contact.page.context().waitForEvent('page'),
      line.getByRole('link').click({ modifiers: ['ControlOrMeta'] }),
    ]);
    await tab.getByText(`您现在代表${OTHER}`).waitFor();
    await expectAccessible(tab);
    await picture(tab, 'not-of-this-enterprise');
    await tab.getByRole('button', { name: /^切换到.*长安新能源/ }).click();
    await tab.getByRole('heading', { name: '装卸区积水' }).waitFor();
    await tab.getByRole('button', { name: /当前代表 .*长安新能源/ }).waitFor();

    await contact.open('/portal/demands/11111111-1111-4111-8111-111111111111');
    await contact.page.getByRole('button', { name: `切换到${OTHER}` }).waitFor();
  });
});

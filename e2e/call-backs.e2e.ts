import { describe, expect, it } from 'vitest';
import { expectAccessible } from './support/accessible.ts';
import { picture } from './support/picture.ts';
import { openStage } from './support/stage.ts';

const stage = await openStage();
const { people, units, enterpriseId, territories } = stage.house;
const TITLE = '装卸区积水';

/** A demand whose asker gave no verdict: `open` has them called, `call` reaches nobody. */
const answered = async (title: string) => {
  const particulars = { title, text: title, category: 'other', territoryId: territories.park };
  const desk = await stage.calls('desk');
  const raised = await desk.post('/api/demands', { channel: 'phone', enterpriseId, particulars });
  let { version } = raised.body;
  const does = async (who: 'desk' | 'headOne' | 'inspector', verb: string, sent: object): Promise<void> => {
    const answer = await (
      await stage.calls(who)
    ).post(`/api/demands/${raised.body.id}/${verb}`, sent, { version });
    expect([verb, answer.status]).toEqual([verb, 200]);
    ({ version } = answer.body);
  };
  await does('desk', 'decide-remit', { remit: 'own', reason: '属于本区职责' });
  await does('desk', 'route', { lead: { unitId: units.one }, note: '' });
  await does('headOne', 'accept', { personId: people.handlerOne });
  await does('headOne', 'submit-answer', { answer: { text: '已疏通。', conclusion: 'solved' } });
  return {
    id: raised.body.id as string,
    open: async (): Promise<void> => {
      await does('desk', 'open-call-back', {});
      await stage.settled();
    },
    call: async (): Promise<void> => does('inspector', 'record-call-back', { result: 'unreachable' }),
  };
};
const toCall = async (): Promise<void> => (await answered(TITLE)).open();
const DAY = 1_440;

describe('a call-back that nobody answers', () => {
  it('says from when the next one counts, before it is recorded and at its field', async () => {
    await toCall();
    const { page, open } = await stage.signedIn('inspector');
    const form = page.getByRole('dialog', { name: '登记回访' });
    const begin = async (): Promise<void> => {
      await open('/call-backs');
      await page.getByRole('link', { name: `登记回访 ${TITLE}` }).click();
      await form.getByRole('radio', { name: '未接通' }).check();
    };
    await begin();
    expect(await form.getByText('同一个工作日只计一次').count()).toBe(0);
    await form.getByRole('button', { name: '登记回访' }).click();
    await form.waitFor({ state: 'hidden' });

    await begin();
    const result = form.getByRole('group', { name: '回访结果' });
    const said = /今天 .* 已登记未接通。同一个工作日只计一次：\d+月\d+日起可登记下一次未接通/;
    await result.getByText(said).waitFor();
    await form.getByLabel('说明').fill('仍无人接听');
    await expectAccessible(page);
    await form.getByRole('button', { name: '登记回访' }).click();
    await result.getByText('请下一个工作日再登记').waitFor();
    expect(
      await form.getByRole('radio', { name: '未接通' }).evaluate((radio) => radio.matches(':focus')),
    ).toBe(true);
    expect(await form.getByLabel('说明').inputValue()).toBe('仍无人接听');
    await expectAccessible(page);
    await picture(page, 'call-back-too-soon');
    await page.keyboard.press('Escape');
    const state = page.getByRole('complementary', { name: '当前状态' });
    await state.getByText('第 1 次，今天').waitFor();
  });
});

describe('a call that waits', () => {
  it('stands on the desk of an inspector and in the list by when it is due, and names who is called', async () => {
    await answered('先办结后回访');
    await stage.pass({ minutes: DAY });
    const calledFirst = await answered('后办结先回访');
    await calledFirst.open();
    // No verdict in time: the program has the other one called, past the holiday.
    await stage.pass({ minutes: 5 * DAY });
    const { page, open } = await stage.signedIn('inspector');
    await open('/');
    const onDesk = page.getByRole('table').getByRole('link', { name: /^回访 (先|后)办结/ });
    await onDesk.first().waitFor();
    expect(await onDesk.evaluateAll((links) => links.map((link) => link.getAttribute('aria-label')))).toEqual(
      ['回访 后办结先回访', '回访 先办结后回访'],
    );
    await expectAccessible(page);
    await picture(page, 'call-backs-on-desk');

    await open('/call-backs');
    const listed = page.getByRole('table').getByRole('link', { name: /^登记回访 (先|后)办结/ });
    await listed.first().waitFor();
    const names = () => listed.evaluateAll((links) => links.map((link) => link.getAttribute('aria-label')));
    expect(await names()).toEqual(['登记回访 后办结先回访', '登记回访 先办结后回访']);
    await expectAccessible(page);
    await picture(page, 'call-backs');
    await page.getByRole('button', { name: '回访时限' }).click();
    await expect.poll(names).toEqual(['登记回访 先办结后回访', '登记回访 后办结先回访']);

    await listed.first().click();
    const form = page.getByRole('dialog', { name: '登记回访' });
    await form.getByText('王经理').waitFor();
    expect(await form.getByText('13800138000').count()).toBe(1);
    expect(await form.getByText('即为最后一次').count()).toBe(0);
  });

  it('is said to be the last before it closes the demand', async () => {
    const demand = await answered('最后一次');
    await demand.open();
    for (const n of [1, 2]) {
      await demand.call();
      await stage.pass({ minutes: (n + 3) * DAY });
    }
    const { page, open } = await stage.signedIn('inspector');
    await open('/call-backs');
    await page.getByRole('link', { name: '登记回访 最后一次' }).click();
    const form = page.getByRole('dialog', { name: '登记回访' });
    await form.getByText('再次登记未接通即为最后一次').waitFor();
    await expectAccessible(page);
    await picture(page, 'call-back-last');
    await form.getByRole('radio', { name: '未接通' }).check();
    await form.getByRole('button', { name: '登记回访' }).click();
    await form.waitFor({ state: 'hidden' });
    await page.getByRole('heading', { level: 1, name: '回访' }).waitFor();
    await open(`/demands/${demand.id}`);
    await page.getByText('多次联系未接通，按未联系上办结').first().waitFor();
  });
});

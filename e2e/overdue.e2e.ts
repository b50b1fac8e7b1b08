import { describe, expect, it } from 'vitest';
import { expectAccessible } from './support/accessible.ts';
import type { Somebody } from './support/accounts.ts';
import { finishAction, startAction } from './support/demand-screen.ts';
import { handOut, register } from './support/demands.ts';
import { openStage } from './support/stage.ts';

const stage = await openStage();

const TITLE = '厂门口路灯不亮，夜班员工摔伤';
const DAY = 24 * 60;

const noticesOf = async (who: Somebody): Promise<readonly string[]> => {
  const caller = await stage.calls(who);
  const { body } = await caller.get<{ notices: { kind: string }[] }>('/api/notices?limit=100');
  return body.notices.map(({ kind }) => kind);
};

describe('a demand that nobody settles', () => {
  it('climbs from notice over reminder and supervision notice to the leader', async () => {
    const id = await register(stage, TITLE);
    await handOut(stage, id);
    const handler = await stage.signedIn('handlerOne');
    await handler.open(`/demands/${id}`);
    await handler.page.getByRole('heading', { name: TITLE, level: 1 }).waitFor();

    // Ten working days from Wednesday 1 June, the Dragon Boat holiday in between: due at the end of Thursday the 16th.
    await stage.pass({ minutes: 14 * DAY });
    expect(await noticesOf('handlerOne')).toContain('ladderNotice');

    await stage.pass({ minutes: 2 * DAY });
    expect(await noticesOf('headOne')).toContain('ladderReminder');
    await handler.signIn('handlerOne');
    await handler.open('/');
    const overdue = handler.page.getByRole('region', { name: '已超期' });
    await overdue.getByRole('link', { name: TITLE, exact: true }).first().waitFor();
    await expectAccessible(handler.page);

    await stage.pass({ minutes: 8 * DAY });
    expect(await noticesOf('inspector')).toContain('ladderSupervisionNotice');
    expect(await noticesOf('leader')).toContain('ladderLeader');

    const inspector = await stage.signedIn('inspector');
    await inspector.open(`/demands/${id}`);
    const notice = await startAction(inspector.page, '下发督办单');
    await notice.getByLabel('督办单编号').fill('督〔2022〕1号');
    await notice.getByLabel('督办要求').fill('三日内修复路灯并说明原因。');
    await notice.getByLabel('截止日期').fill('2022-06-28');
    await expectAccessible(inspector.page);
    await finishAction(notice, '下发督办单');
    await stage.settled();

    const head = await stage.signedIn('headOne');
    await head.open(`/demands/${id}`);
    await head.page.getByText('督〔2022〕1号').first().waitFor();
    const answer = await startAction(head.page, '回复督办');
    await answer.getByRole('combobox', { name: '通知' }).selectOption({ index: 1 });
    await answer.getByLabel('回复内容').fill('配件已到货，明天修好。');
    await finishAction(answer, '回复督办');

    const leader = await stage.signedIn('leader', 'phone');
    await leader.open(`/demands/${id}`);
    const story = leader.page.getByRole('list', { name: '办理过程' });
    for (const step of ['提醒', '催办', '督办', '报领导'])
      await story.getByText(`办结时限${step}，通知`).waitFor();
    await story.getByText('下发督办单 督〔2022〕1号').waitFor();
    await story.getByText('配件已到货，明天修好。').waitFor();
    await expectAccessible(leader.page);
  });
});

import { it } from 'vitest';
import { expectAccessible } from './support/accessible.ts';
import { finishAction, startAction } from './support/demand-screen.ts';
import { register } from './support/demands.ts';
import { openStage } from './support/stage.ts';

const stage = await openStage();

const TITLE = '高速出口限高，大件货物进不来';

it('follows a demand to a body outside, back to the enterprise, and asks by phone whether it helped', async () => {
  const id = await register(stage, TITLE);
  const desk = await stage.signedIn('desk');
  const { page } = desk;
  await desk.open(`/demands/${id}`);

  const remit = await startAction(page, '认定职责');
  await remit.getByRole('radio', { name: '职责外' }).check();
  await remit.getByLabel('理由').fill('高速公路由市交通局管理。');
  await finishAction(remit, '认定职责');

  const letter = await startAction(page, '发函转办');
  await letter.getByLabel('收函单位').fill('市交通局');
  await letter.getByLabel('文号').fill('两江函〔2022〕36号');
  await letter.getByLabel('请对方回复日期').fill('2022-06-20');
  await letter.getByLabel('函件正文').fill('请研究放宽大件货物出口限高。');
  await expectAccessible(page);
  await finishAction(letter, '发函转办');
  await page.getByText('两江函〔2022〕36号').first().waitFor();
  await expectAccessible(page);

  const reply = await startAction(page, '登记外部回复');
  await reply.getByLabel('对方回复').fill('同意每日二十二时后放行大件车辆。');
  await reply.getByRole('radio', { name: '复函扫描件' }).check();
  const chooser = page.waitForEvent('filechooser');
  await reply.getByRole('button', { name: '选择文件' }).click();
  await (
    await chooser
  ).setFiles({
    name: '复函.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'),
  });
  await finishAction(reply, '登记外部回复');

  const answer = await startAction(page, '答复');
  await answer.getByRole('radio', { name: '转办已答复' }).check();
  await answer.getByLabel('答复内容').fill('市交通局同意夜间放行大件车辆。');
  await finishAction(answer, '答复');

  const open = await startAction(page, '转入回访');
  await finishAction(open, '转入回访');

  const inspector = await stage.signedIn('inspector');
  await inspector.open(`/demands/${id}`);
  const call = await startAction(inspector.page, '登记回访');
  await call.getByRole('radio', { name: '接通', exact: true }).check();
  await call.getByRole('radio', { name: '满意', exact: true }).check();
  await call.getByRole('radio', { name: '解决了' }).check();
  await call.getByLabel('企业原话').fill('晚上能过车，够用了。');
  await expectAccessible(inspector.page);
  await finishAction(call, '登记回访');
  await inspector.page.getByText('已办结').first().waitFor();
  await inspector.page.getByText('晚上能过车，够用了。').first().waitFor();
  await expectAccessible(inspector.page);
});

import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { sheetOf } from '../packages/server/src/testing/sheet-of.ts';
import { expectAccessible } from './support/accessible.ts';
import { picture } from './support/picture.ts';
import { openStage } from './support/stage.ts';

const stage = await openStage();

const ENTERPRISE = '重庆长安新能源有限公司';
const HEADERS = ['企业名称', '诉求标题', '诉求内容', '诉求类别', '紧急程度', '发生次数', '自编号'];
const RIGHT = [ENTERPRISE, '厂门口积水', '雨天车辆进不了厂。', '排水排污', '紧急', 3, 'A1'];
type Rows = readonly (readonly (string | number)[])[];

const BAD: Rows = [
  RIGHT,
  ['没有这家公司', '路灯', '路灯坏了。', '道路', '', '', 'A2'],
  [ENTERPRISE, '网络', '园区网络中断。', '网路', '', '', 'A3'],
  [ENTERPRISE, '停车', '', '道路', '', '', 'A4'],
  [ENTERPRISE, '停电', '上周停电两次。', '供电', '火急', '两次', 'A5'],
];
const MENDED: Rows = [
  RIGHT,
  [ENTERPRISE, '路灯', '路灯坏了。', '道路', '', '', 'A2'],
  [ENTERPRISE, '网络', '园区网络中断。', '通信', '', '', 'A3'],
  [ENTERPRISE, '停车', '货车没有地方停。', '道路', '', '', 'A4'],
  [ENTERPRISE, '停电', '上周停电两次。', '供电', '特急', 2, 'A5'],
];

/** The file that the browser saves after a press. */
const savedBy = async (page: Page, press: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> => {
  const [saved] = await Promise.all([page.waitForEvent('download'), press()]);
  return { name: saved.suggestedFilename(), bytes: await readFile(await saved.path()) };
};

const chooseSheet = (page: Page, name: string, buffer: Buffer): Promise<void> =>
  page.locator('input[type=file]').setInputFiles({
    name,
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer,
  });

const wordsOf = async (row: Locator): Promise<string> =>
  (await row.getByRole('cell').allInnerTexts()).map((text) => text.trim()).join(' | ');

const desk = await stage.signedIn('desk');
const { page } = desk;
const bad = await sheetOf([HEADERS, ...BAD]);

it('says at its row and column what is wrong in a sheet, and registers nothing of it', async () => {
  await desk.open('/demands');
  await page.getByRole('link', { name: 'Excel 导入' }).click();
  await page.getByRole('heading', { level: 1, name: 'Excel 导入诉求' }).waitFor();
  await chooseSheet(page, '五月.xlsx', bad);
  await page.getByText('共 5 行：正确 1 行，有错 4 行。').waitFor();
  const report = page.getByRole('region', { name: '检查结果' });
  const rows = await report.getByRole('row').all();
  expect(await Promise.all(rows.slice(1).map(wordsOf))).toEqual([
    '第 3 行 | A 企业名称 | 错误 | 没有找到企业“没有这家公司”，请核对名称或先建档',
    '第 4 行 | D 诉求类别 | 错误 | 没有“网路”这个类别，请从模板的可选项中选',
    '第 5 行 | C 诉求内容 | 错误 | 没有填写',
    '第 6 行 | F 发生次数 | 错误 | “两次”不是数字',
    '第 6 行 | E 紧急程度 | 错误 | 没有“火急”这种紧急程度，请从模板的可选项中选',
  ]);
  await page.getByText('这些列不认识，不会导入：自编号').waitFor();
  expect(await page.getByRole('button', { name: '导入全部' }).count()).toBe(0);
  await picture(page, 'excel-import-errors');
  await expectAccessible(page);
  const { body } = await stage.house.as.desk.get<{ items: unknown[] }>('/api/demands?show=all');
  expect(body.items).toEqual([]);
});

it('keeps the place for the mended sheet in sight on a phone, above whatever is wrong', async () => {
  const phone = await stage.signedIn('officer', 'phone');
  await phone.open('/demands/import');
  await chooseSheet(phone.page, '五月.xlsx', await sheetOf([HEADERS, ...BAD, ...BAD, ...BAD, ...BAD]));
  await phone.page.getByText('共 20 行').waitFor();
  const chooser = await phone.page
    .getByRole('group', { name: '在 Excel 中改好后，重新选择表格' })
    .getByRole('button')
    .boundingBox();
  expect(chooser?.y).toBeLessThan(800);
  await picture(phone.page, 'excel-import-errors-phone');
});

it('imports all rows of the mended sheet, which then stand in the list', async () => {
  await chooseSheet(page, '五月（改）.xlsx', await sheetOf([HEADERS, ...MENDED]));
  await page.getByText('共 5 行，全部正确，可以导入。').waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: '导入全部 5 件' }).click();
  await page.getByText('已导入 5 件诉求。').waitFor();
  await expectAccessible(page);
  await picture(page, 'excel-import-done');
  await stage.settled();
  await page.getByRole('link', { name: '查看导入的诉求' }).click();
  const list = page.getByRole('region', { name: '诉求' });
  for (const [, title] of MENDED) await list.getByRole('link', { name: String(title) }).waitFor();
});

it('keeps every sheet that was sent, as it was sent', async () => {
  await desk.open('/demands/import');
  const earlier = page.getByRole('list', { name: '我的导入记录' });
  await earlier.getByText('已导入 · 5 行').waitFor();
  await earlier.getByText('有错误，未导入 · 5 行').waitFor();
  const original = await savedBy(page, () =>
    earlier.getByRole('button', { name: '下载原表 五月.xlsx' }).click(),
  );
  expect([original.name, original.bytes.equals(bad)]).toEqual(['五月.xlsx', true]);
  await earlier.getByRole('link', { name: '查看 五月.xlsx' }).click();
  await page.getByText('第 4 行').waitFor();
});

it('gives a template that it reads back, and says in words which files are none', async () => {
  await desk.open('/demands/import');
  const template = await savedBy(page, () => page.getByRole('button', { name: '下载模板' }).click());
  expect(template.name).toBe('诉求导入模板.xlsx');
  await chooseSheet(page, template.name, template.bytes);
  await page.getByRole('alert').getByText('表头下面没有内容。请填写后再选。').waitFor();
  await chooseSheet(page, '照片.xlsx', Buffer.from('not a sheet at all'));
  await page.getByRole('alert').getByText('只能导入 .xlsx 表格。').waitFor();
  await expectAccessible(page);
});

it('takes the list away as it is filtered', async () => {
  await desk.open('/demands?category=roads');
  const saved = await savedBy(page, async () => {
    await page.getByRole('button', { name: '导出' }).click();
    await page.getByRole('menuitem', { name: '当前筛选结果（CSV）' }).click();
  });
  const text = saved.bytes.toString('utf8');
  expect(saved.name).toMatch(/\.csv$/);
  expect(['路灯', '停车', '网络', '停电'].filter((title) => text.includes(title))).toEqual(['路灯', '停车']);
});

import ExcelJS from 'exceljs';
import type { JSHandle, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { expectAccessible } from './support/accessible.ts';
import { picture } from './support/picture.ts';
import { openStage } from './support/stage.ts';

const stage = await openStage();
const { as, enterpriseId, people, units } = stage.house;

const SESSIONS = [
  { topic: '研发费用加计扣除', on: '2022-05-31', attendees: 40 },
  { topic: '稳岗返还', on: '2022-05-12', attendees: 120 },
  { topic: '出口退税', on: '2022-04-20', attendees: 9 },
];
for (const session of SESSIONS)
  await as.desk.post('/api/policy-sessions', {
    ...session,
    enterpriseIds: [enterpriseId],
    handbookGiven: true,
    organiserUnitId: units.office,
    speakerIds: [people.guide],
  });

const topics = (page: Page): Promise<string[]> => page.locator('tbody .ui-lead a').allTextContents();

it('orders a list by a column, says how many there are, and keeps both in the address', async () => {
  const { page, open } = await stage.signedIn('desk');
  await open('/policy-sessions');
  await page.getByText('已显示 3 条，共 3 条').waitFor();
  expect(await topics(page)).toEqual(['研发费用加计扣除', '稳岗返还', '出口退税']);
  await page.getByRole('columnheader', { name: '参加人数' }).getByRole('button').click();
  await page.waitForURL(/sort=attendees/);
  await page.locator('tbody tr').first().getByText('出口退税').waitFor();
  expect(await topics(page)).toEqual(['出口退税', '研发费用加计扣除', '稳岗返还']);
  await page.reload();
  await page.locator('tbody tr').first().getByText('出口退税').waitFor();
  await expectAccessible(page);
});

it('keeps a view of a list under a name, with its filters and its order', async () => {
  const { page, open } = await stage.signedIn('desk');
  await open('/policy-sessions?from=2022-05-01&sort=attendees&order=desc');
  await page.getByText('已显示 2 条，共 2 条').waitFor();
  await page.getByRole('button', { name: '我的视图' }).click();
  await page.getByRole('menuitem', { name: '保存当前视图' }).click();
  await page.getByLabel('视图名称').fill('五月以来');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await open('/policy-sessions');
  await page.getByText('已显示 3 条，共 3 条').waitFor();
  await page.getByRole('button', { name: '我的视图' }).click();
  await page.getByRole('menuitem', { name: '五月以来', exact: true }).click();
  await page.getByText('已显示 2 条，共 2 条').waitFor();
  expect(await topics(page)).toEqual(['稳岗返还', '研发费用加计扣除']);
  await page.getByRole('button', { name: '清除筛选' }).click();
  await page.getByText('已显示 3 条，共 3 条').waitFor();
  expect(new URL(page.url()).searchParams.get('sort')).toBe('attendees');
});

it('shows the same list again when its filters change', async () => {
  const { page, open } = await stage.signedIn('desk');
  await open('/lists?kind=tasks');
  await page.getByRole('combobox', { name: '紧急程度' }).selectOption({ index: 1 });
  await page.waitForURL(/urgency=/);
  expect(new URL(page.url()).searchParams.get('kind')).toBe('tasks');
});

const FOLDED = [
  ['/enterprises', 'desk', '全部标签'],
  ['/people', 'admin', '全部角色'],
  ['/projects', 'desk', '全部阶段'],
  ['/visits', 'desk', '全部状态'],
  ['/audit', 'inspector', '全部对象'],
] as const;

it.each(FOLDED)('folds the filters of %s behind one button on a phone', async (address, who, filter) => {
  const { page, open } = await stage.signedIn(who, 'phone');
  await open(address);
  const select = page.getByRole('combobox', { name: filter });
  const fold = page.getByRole('button', { name: '筛选', exact: true });
  await fold.waitFor();
  expect(await select.count()).toBe(0);
  await fold.click();
  await select.selectOption({ index: 1 });
  await page.getByRole('button', { name: '筛选 · 1', exact: true }).waitFor();
  await expectAccessible(page);
});

it('orders a list on a phone, and takes it away as it is filtered and ordered', async () => {
  const { page, open } = await stage.signedIn('desk', 'phone');
  await open('/policy-sessions?from=2022-05-01');
  await page.getByRole('button', { name: '筛选 · 1', exact: true }).click();
  await page.getByRole('combobox', { name: '排序' }).selectOption({ label: '按参加人数降序' });
  await page.waitForURL(/order=desc&sort=attendees/);
  await page.locator('tbody tr').first().getByText('稳岗返还').waitFor();
  await expectAccessible(page);
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '导出', exact: true }).click(),
  ]);
  expect(saved.suggestedFilename()).toBe('政策宣讲-20220601.xlsx');
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(await saved.path());
  const texts = book.worksheets[0]
    ?.getColumn(1)
    .values.map((_, at) => book.worksheets[0]?.getCell(at, 1).text);
  expect(texts?.slice(1, 4)).toEqual(['主题', '稳岗返还', '研发费用加计扣除']);
});

it.each([1024, 1440, 1920])(
  'keeps what figures mean within a page of %i pixels, in English too',
  async (width) => {
    const { page, open } = await stage.signedIn('desk');
    await page.setViewportSize({ width, height: 900 });
    await page.evaluate(() => localStorage.setItem('xiaoer.language', 'en'));
    await open('/figures');
    await page.getByRole('heading', { level: 1, name: 'Figures' }).waitFor();
    await page.getByText('Solved', { exact: true }).first().waitFor();
    expect(await page.locator('html').evaluate((root) => root.scrollWidth)).toBe(width);
  },
);

it('names units in English to who reads English, on the page of a demand and in its row', async () => {
  const names = { name: '经济发展局', nameEn: 'Economic Development Bureau' };
  type Units = { readonly items: readonly { readonly id: string; readonly version: number }[] };
  const { items } = (await as.admin.get<Units>('/api/organisations')).body;
  const version = items.find(({ id }) => id === units.one)?.version ?? 0;
  const renamed = await as.admin.post(`/api/organisations/${units.one}/rename`, names, { version });
  expect(renamed.status).toBe(200);
  const { body: raised } = await as.desk.post('/api/demands', {
    channel: 'counter',
    enterpriseId,
    particulars: {
      title: '积水',
      text: '积水。',
      category: 'other',
      territoryId: stage.house.territories.park,
    },
  });
  const lead = { unitId: units.one };
  const routed = await as.desk.post(`/api/demands/${raised.id}/route`, { lead, coHandlers: [] }, raised);
  expect(routed.status).toBe(200);
  const { page, open } = await stage.signedIn('inspector');
  await page.evaluate(() => localStorage.setItem('xiaoer.language', 'en'));
  await open('/demands');
  await page.locator('tbody tr').getByText('East Zone').waitFor();
  await open('/lists?kind=responsibilities');
  await page.locator('tbody tr').getByText(names.nameEn).waitFor();
  expect(await page.locator('tbody tr').getByText(names.name).count()).toBe(0);
  await open(`/demands/${raised.id}`);
  await page.getByText(/East Zone .* answers for it now/).waitFor();
  await page.getByText(names.nameEn).first().waitFor();
  expect(await page.getByText(names.name).count()).toBe(0);
});

it('leaves out on a phone what a row has none of, and shows a dash where there is a column for it', async () => {
  const desktop = await stage.signedIn('desk');
  await desktop.open('/policy-sessions');
  const inTable = desktop.page.locator('tbody tr').first();
  await inTable.getByText('—', { exact: true }).waitFor();
  const phone = await stage.signedIn('desk', 'phone');
  await phone.open('/policy-sessions');
  const onCard = phone.page.locator('tbody tr').first();
  await onCard.getByText('研发费用加计扣除').waitFor();
  expect(await onCard.locator('td[data-title="参加人数"]').isVisible()).toBe(true);
  expect(await onCard.locator('td[data-title="地点"]').isVisible()).toBe(false);
});

it('is loaded anew when it stood open while the program was renewed', async () => {
  const { page, open, faults } = await stage.signedIn('desk');
  await open('/lists?kind=tasks');
  await page.getByRole('combobox', { name: '紧急程度' }).waitFor();
  const loaded: string[] = [];
  page.on('request', (request) => {
    if (request.isNavigationRequest()) loaded.push(request.url());
  });
  await page.route('**/assets/*', (route) =>
    loaded.length === 0 ? route.fulfill({ status: 404 }) : route.continue(),
  );
  await page.getByRole('navigation').getByRole('link', { name: '政策宣讲' }).click();
  await page.getByText('已显示 3 条，共 3 条').waitFor();
  expect(loaded).toHaveLength(1);
  await page.unrouteAll();
  // The old page says what it missed, and nothing else.
  const missed = faults.splice(0);
  expect(missed.filter((fault) => !/status of 404|imported module|preload CSS/.test(fault))).toEqual([]);
});

/** What a list had drawn at a moment: which of it has been drawn again since, and whether all of it still stands. */
const drawnRows = async (page: Page) => {
  // React keeps what an element was last drawn with beside the element.
  const then: JSHandle = await page.locator('tbody').evaluateHandle((list) => {
    const rows = [...list.querySelectorAll('tr[data-at]')] as Record<string, unknown>[];
    const drawing = Object.keys(rows[0] ?? {}).find((key) => key.startsWith('__reactProps$')) ?? '';
    return rows.map((row) => ({ row, drawing, last: row[drawing] }));
  });
  type Drawn = readonly { readonly row: Record<string, unknown>; readonly drawing: string; last: unknown }[];
  return {
    again: (): Promise<number[]> =>
      then.evaluate((drawn: Drawn) =>
        drawn.flatMap(({ row, drawing, last }, at) => (row[drawing] === last ? [] : [at])),
      ),
    stand: (): Promise<boolean> =>
      then.evaluate((drawn: Drawn) => drawn.every(({ row }) => row['isConnected'])),
  };
};

it('draws every row of a list, and again only the one that is ticked, and keeps them as it grows', async () => {
  const particulars = { text: '请核实。', category: 'power', territoryId: stage.house.territories.park };
  for (let at = 0; at < 45; at += 1)
    await as.officer.post('/api/demands', {
      channel: 'visit',
      enterpriseId,
      particulars: { ...particulars, title: `第${at}件` },
    });
  const { page, open } = await stage.signedIn('desk');
  await page.route('**/api/demands?*', (route) =>
    route.continue({ url: route.request().url().replace('limit=100', 'limit=40') }),
  );
  await open('/routing');
  const rows = page.locator('tbody tr[data-at]');
  // Far out of sight, but there for the page's own search and for print.
  await page.locator('tr[data-at="39"]').waitFor({ state: 'attached' });
  expect(await rows.count()).toBe(40);
  const drawn = await drawnRows(page);
  await rows.nth(1).getByRole('checkbox', { name: '选择此行' }).check();
  expect(await page.getByRole('row', { selected: true }).count()).toBe(1);
  expect(await drawn.again()).toEqual([1]);
  await page.getByRole('button', { name: '继续加载' }).click();
  await page.locator('tr[data-at="44"]').waitFor({ state: 'attached' });
  expect(await drawn.stand()).toBe(true);
  expect(await drawn.again()).toEqual([1]);
  await page.unrouteAll();
});

it.each([
  ['zh-CN', 1440, true],
  ['en', 1440, false],
  ['en', 1500, true],
] as const)(
  'fits what is to be routed, in %s, into a window of %i pixels',
  async (language, width, whole) => {
    const { page, open } = await stage.signedIn('desk');
    await page.setViewportSize({ width, height: 900 });
    await page.evaluate((chosen) => localStorage.setItem('xiaoer.language', chosen), language);
    await open('/routing');
    await page.getByRole('columnheader', { name: /建议主办单位|Suggested unit/ }).waitFor();
    const category = page.getByRole('columnheader', { name: /类别|Category/ });
    expect(await category.count()).toBe(whole ? 1 : 0);
    const list = page.locator('.ui-table-scroll');
    // A window of one's own has a scroll bar beside the rows, this one does not.
    const room = await list.evaluate((box) => box.clientWidth - 17);
    await list.evaluate((box, narrow) => box.style.setProperty('width', `${narrow}px`), room);
    expect(await list.evaluate((box) => box.scrollWidth)).toBe(room);
    await expectAccessible(page);
    await picture(page, `routing-${language}-${width}`);
  },
);

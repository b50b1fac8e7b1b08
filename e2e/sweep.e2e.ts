import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { violationsIn } from './support/accessible.ts';
import { PAGES, type SweptPage } from './support/pages.ts';
import { picture } from './support/picture.ts';
import { makeRecords } from './support/records.ts';
import { openStage } from './support/stage.ts';
import { DEVICES, type Device, type Visitor } from './support/visitor.ts';

const stage = await openStage();
const records = await makeRecords(stage);

const ROUTES = path.join(import.meta.dirname, '../packages/web/src/app/routes');
/** Addresses that only lead to another page, and what is not in the product. */
const NO_PAGES = new Set(['/desk', '/register', '/settle', '/search', '/gallery', '/gallery/shell']);

/** The addresses in the files of the router. */
const routes = readdirSync(ROUTES).flatMap((file) =>
  [
    ...readFileSync(path.join(ROUTES, file), 'utf8').matchAll(/(?:path: |page\(\s*|leadsTo\()'(\/[^']*)'/g),
  ].map(([, route]) => route ?? ''),
);

it('knows every page of the router', () => {
  const swept = new Set(PAGES.map(({ route }) => route));
  expect(routes.length).toBeGreaterThan(30);
  expect(routes.filter((route) => !NO_PAGES.has(route) && !swept.has(route))).toEqual([]);
  expect([...swept].filter((route) => !routes.includes(route))).toEqual([]);
});

const addressOf = ({ route, record, search = '' }: SweptPage): string =>
  route.replace(/\$\w+/, record === undefined ? '' : records[record]) + search;

/** The page has its heading and what it asked the server for. */
const drawn = async (page: Page): Promise<void> => {
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.getByRole('status', { name: '正在加载' }).first().waitFor({ state: 'detached' });
};

const widthOf = (page: Page): Promise<number> => page.locator('html').evaluate((root) => root.scrollWidth);

/** What is wrong with the pages on one device. */
const faultsOf = async (
  { page, open }: Visitor,
  { pages, device }: { readonly pages: readonly SweptPage[]; readonly device: Device },
): Promise<readonly string[]> => {
  const wrong: string[] = [];
  for (const swept of pages) {
    const name = `${device} ${swept.who ?? 'nobody'} ${swept.route}${swept.search ?? ''}`;
    await open(addressOf(swept));
    await drawn(page);
    await picture(page, `sweep ${name}`.replaceAll(/[ /]/g, '_'));
    for (const violation of await violationsIn(page)) wrong.push(`${name}: ${violation}`);
    const width = await widthOf(page);
    if (width > DEVICES[device].viewport.width) wrong.push(`${name}: is ${width} pixels wide`);
  }
  return wrong;
};

it('finds what is wrong with a page, and what is wrong in the dark alone', async () => {
  const { page, open } = await stage.visitor('desktop');
  await open('/sign-in');
  await drawn(page);
  await page.evaluate(`
    const dim = new CSSStyleSheet();
    dim.replaceSync('[data-theme=dark] #faint { color: #333; background: #222 }');
    document.adoptedStyleSheets.push(dim);
    const faint = Object.assign(document.createElement('p'), { id: 'faint', textContent: '看不清' });
    document.querySelector('h1').after(document.createElement('img'), faint);
  `);
  expect((await violationsIn(page)).map((line) => line.split(': ')[0])).toEqual([
    'light image-alt',
    'dark color-contrast',
  ]);
});

const people = [...Map.groupBy(PAGES, ({ who }) => who)].map(([who, pages]) => ({ who, pages }));

it.each(people)(
  'shows $who every page, on the desktop and on the phone, without a fault',
  { timeout: 300_000 },
  async ({ who, pages }) => {
    const enter = (device: Device) =>
      who === undefined ? stage.visitor(device) : stage.signedIn(who, device);
    const desktop = await enter('desktop');
    const phone = await enter('phone');
    const wrong = await Promise.all([
      faultsOf(desktop, { pages, device: 'desktop' }),
      faultsOf(phone, { pages, device: 'phone' }),
    ]);
    expect(wrong.flat()).toEqual([]);
  },
);

it.each(Object.keys(DEVICES) as Device[])(
  'shows whoever comes first to an empty installation the page that sets it up, on the %s, without a fault',
  async (device) => {
    const newcomer = await stage.newcomer(device);
    expect(await faultsOf(newcomer, { pages: [{ route: '/set-up', search: '?empty' }], device })).toEqual([]);
    await newcomer.page.getByRole('textbox', { name: '园区名称', exact: true }).waitFor();
  },
);

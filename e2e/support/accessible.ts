import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

type Theme = 'light' | 'dark';

type Found = Pick<AxeResults, 'violations'>;

const told = ({ violations }: Found): readonly string[] =>
  violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, html, any }) => `${id}: ${target.join(' ')} ${html} ${any[0]?.message ?? ''}`),
  );

const COLOURS = ['color-contrast', 'link-in-text-block'];

/** Axe stands in the page until the page is left. */
const stand = (page: Page): Promise<unknown> =>
  page.evaluate(`if (typeof axe === 'undefined') {\n${axe.source}\n}`);

/** All rules, or only those named. */
const look = async (page: Page, rules?: readonly string[]): Promise<readonly string[]> => {
  const options = { resultTypes: ['violations'], preload: false, ...(rules && { runOnly: rules }) };
  return told(
    await page.evaluate<Found>(
      `axe.run(document, ${JSON.stringify(options)}).then(({ violations }) => ({ violations }))`,
    ),
  );
};

/** The height of the page once what came into sight has been laid out. */
const heightOf = (page: Page): Promise<number> =>
  page.evaluate(`(async () => {
    for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
    return document.documentElement.scrollHeight;
  })()`);

/**
 * A window as high as its page: what is out of sight is not painted, and keeps the colours it had. Rows that come into
 * sight may be higher than was reckoned with, so that the window grows until the page grows no more.
 */
const inOneWindow = async (page: Page, work: () => Promise<void>): Promise<void> => {
  const usual = page.viewportSize();
  if (usual === null) return work();
  let shown = usual.height;
  for (let height = await heightOf(page); height > shown; height = await heightOf(page)) {
    shown = height;
    await page.setViewportSize({ ...usual, height });
  }
  await work();
  if (shown > usual.height) await page.setViewportSize(usual);
};

/**
 * What the page's own switch does, in a page that may have no room for the switch. Colours that are still on their way
 * to the other theme are nobody's: here they arrive at once. Asking for the animations makes the browser work out the
 * styles while nothing may move. Whether one is there is asked at each frame: one that goes with its element may never
 * say that it has finished.
 */
const showTheme = (page: Page, theme: Theme): Promise<unknown> =>
  page.evaluate(`(async () => {
    const still = new CSSStyleSheet();
    still.replaceSync('*, *::before, *::after { transition: none !important }');
    document.adoptedStyleSheets.push(still);
    document.documentElement.setAttribute('data-theme', '${theme}');
    document.getAnimations();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== still);
    do await new Promise(requestAnimationFrame);
    while (document.getAnimations().length > 0);
  })()`);

/** What axe finds, in the light and in the dark. Only what concerns colours can differ between the two. */
export const violationsIn = async (page: Page): Promise<readonly string[]> => {
  const found: string[] = [];
  await inOneWindow(page, async () => {
    await stand(page);
    await showTheme(page, 'light');
    for (const violation of await look(page)) found.push(`light ${violation}`);
    await showTheme(page, 'dark');
    for (const violation of await look(page, COLOURS)) found.push(`dark ${violation}`);
    await showTheme(page, 'light');
  });
  return found;
};

/** Axe finds nothing. */
export const expectAccessible = async (page: Page): Promise<void> =>
  expect(await violationsIn(page), page.url()).toEqual([]);

import { AxeBuilder } from '@axe-core/playwright';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

export const THEMES = ['light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** What the page's own switch does, in a page that may have no room for the switch. */
export const showTheme = (page: Page, theme: Theme): Promise<void> =>
  page.locator('html').evaluate((root, name) => root.setAttribute('data-theme', name), theme);

type Found = Pick<AxeResults, 'violations'>;

const told = ({ violations }: Found): readonly string[] =>
  violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, html, any }) => `${id}: ${target.join(' ')} ${html} ${any[0]?.message ?? ''}`),
  );

const everyRule = async (page: Page): Promise<readonly string[]> =>
  told(
    await new AxeBuilder({ page })
      .setLegacyMode(true)
      .options({ resultTypes: ['violations'], preload: false })
      .analyze(),
  );

/** Axe stands in the page already. */
const rulesOfColour = async (page: Page): Promise<readonly string[]> =>
  told(
    await page.evaluate<Found>(
      `axe.run({ runOnly: ['color-contrast', 'link-in-text-block'], resultTypes: ['violations'], preload: false })`,
    ),
  );

/** A window as high as its page: what is out of sight is not painted, and keeps the colours it had. */
const inOneWindow = async (page: Page, look: () => Promise<void>): Promise<void> => {
  const usual = page.viewportSize();
  const height = await page.locator('html').evaluate((root) => root.scrollHeight);
  if (usual === null || height <= usual.height) return look();
  await page.setViewportSize({ ...usual, height });
  await look();
  await page.setViewportSize(usual);
};

/**
 * Colours that are still on their way to the other theme are nobody's. What inherits a colour sets out when its parent
 * has arrived, so that one wait is not enough.
 */
const atRest = (page: Page): Promise<unknown> =>
  page.evaluate(`(async () => {
    do {
      await Promise.allSettled(document.getAnimations().map((animation) => animation.finished));
      await new Promise(requestAnimationFrame);
    } while (document.getAnimations().length > 0);
  })()`);

/** What axe finds, in the light and in the dark. Only what concerns colours can differ between the two. */
export const violationsIn = async (page: Page): Promise<readonly string[]> => {
  const found: string[] = [];
  await inOneWindow(page, async () => {
    await showTheme(page, 'light');
    for (const violation of await everyRule(page)) found.push(`light ${violation}`);
    await showTheme(page, 'dark');
    await atRest(page);
    for (const violation of await rulesOfColour(page)) found.push(`dark ${violation}`);
    await showTheme(page, 'light');
    await atRest(page);
  });
  return found;
};

/** Axe finds nothing. */
export const expectAccessible = async (page: Page): Promise<void> =>
  expect(await violationsIn(page), page.url()).toEqual([]);

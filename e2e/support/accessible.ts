import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

export const THEMES = ['light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** What the page's own switch does, in a page that may have no room for the switch. */
export const showTheme = (page: Page, theme: Theme): Promise<void> =>
  page.locator('html').evaluate((root, name) => root.setAttribute('data-theme', name), theme);

const violationsOf = async (page: Page, rules?: string[]): Promise<readonly string[]> => {
  const axe = new AxeBuilder({ page }).setLegacyMode(true);
  const { violations } = await (rules === undefined ? axe : axe.withRules(rules)).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, html, any }) => `${id}: ${target.join(' ')} ${html} ${any[0]?.message ?? ''}`),
  );
};

/** Axe finds nothing, in the light and in the dark. Only what concerns colours can differ between the two. */
export const expectAccessible = async (page: Page): Promise<void> => {
  const found: Record<Theme, readonly string[]> = { light: [], dark: [] };
  await showTheme(page, 'light');
  found.light = await violationsOf(page);
  await showTheme(page, 'dark');
  found.dark = await violationsOf(page, ['color-contrast', 'link-in-text-block']);
  await showTheme(page, 'light');
  expect(found, page.url()).toEqual({ light: [], dark: [] });
};

import type { Locator, Page } from 'playwright-core';

/** Picks from a combobox as a person does: types, presses the option. */
export const choose = async (form: Locator, label: string, option: string): Promise<void> => {
  const box = form.getByRole('combobox', { name: label });
  await box.click();
  await box.fill(option);
  await form.getByRole('option', { name: option }).first().click();
};

/** Opens the form of a command: the main action, or one among the others. */
export const startAction = async (page: Page, name: string): Promise<Locator> => {
  const more = page.getByRole('button', { name: '更多操作' });
  const main = page.getByRole('main').getByRole('button', { name, exact: true });
  await more.or(main).first().waitFor();
  if (await main.isVisible()) await main.click();
  else {
    await more.click();
    await page.getByRole('menuitem', { name, exact: true }).click();
  }
  const form = page.getByRole('dialog', { name, exact: true });
  await form.getByRole('button', { name, exact: true }).waitFor();
  return form;
};

/** Sends the form and waits until it is gone: the command was accepted. */
export const finishAction = async (form: Locator, name: string): Promise<void> => {
  await form.getByRole('button', { name, exact: true }).click();
  await form.waitFor({ state: 'hidden' });
};

/** What the page offers to do: the main action first, then the others. */
export const actionsOffered = async (page: Page): Promise<readonly string[]> => {
  const more = page.getByRole('button', { name: '更多操作' });
  await more.waitFor();
  await more.click();
  const names = await page.getByRole('menuitem').allInnerTexts();
  await page.keyboard.press('Escape');
  return names;
};

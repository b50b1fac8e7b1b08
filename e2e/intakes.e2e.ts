import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { expectAccessible } from './support/accessible.ts';
import { choose } from './support/demand-screen.ts';
import { picture } from './support/picture.ts';
import { openStage } from './support/stage.ts';

const stage = await openStage();

const desk = await stage.signedIn('desk');
const contact = await stage.signedIn('contact', 'phone');

const ENTERPRISE = '重庆长安新能源有限公司';

/** A photo, as a camera hands one over. */
const photo = async (page: Page): Promise<Buffer> =>
  page.screenshot({ type: 'jpeg', clip: { x: 0, y: 0, width: 320, height: 240 } });

const demandAt = async (page: Page): Promise<string> => {
  await page.waitForURL(/\/demands\/[\da-f-]{36}$/);
  return new URL(page.url()).pathname;
};

/** How wide the picture is to which a link of the page leads, for whoever looks at the page. */
const widthOf = async (page: Page, name: string): Promise<number> => {
  const file = page.getByRole('link', { name, exact: true });
  expect(await file.getAttribute('target')).toBe('_blank');
  return page.evaluate<number>(`(async () => {
    const image = new Image();
    image.src = ${JSON.stringify(await file.getAttribute('href'))};
    await image.decode();
    return image.naturalWidth;
  })()`);
};

const about = (page: Page, name: string): Locator =>
  page.getByRole('complementary', { name: '当前状态' }).getByText(name, { exact: true });

it('takes three taps and a photo on the phone of an officer, and the desk sees the picture', async () => {
  const { page, open } = await stage.signedIn('officer', 'phone');
  // The phone has been to this enterprise before.
  await open('/demands/register');
  const form = page.getByRole('form', { name: '登记诉求' });
  await choose(form, '企业', ENTERPRISE);
  await form.getByLabel('诉求内容').fill('员工班车末班太早。');
  await form.getByRole('radio', { name: '公交' }).check();
  await form.getByRole('button', { name: '登记', exact: true }).click();
  await demandAt(page);
  await open('/');

  await page.getByRole('link', { name: '登记诉求' }).tap();
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    form.getByRole('button', { name: '拍照或选图' }).tap(),
  ]);
  await chooser.setFiles({ name: 'IMG_1.jpg', mimeType: 'image/jpeg', buffer: await photo(page) });
  await form.getByText('IMG_1.jpg').waitFor();
  await expectAccessible(page);
  await picture(page, 'intake-phone');
  await form.getByText('道路', { exact: true }).tap();
  await form.getByRole('button', { name: '登记', exact: true }).tap();
  const path = await demandAt(page);
  await page.getByRole('heading', { level: 1, name: '见现场照片（道路）' }).waitFor();
  expect(await widthOf(page, '附件 1')).toBeGreaterThan(300);
  await picture(page, 'intake-phone-demand');
  await stage.settled();

  await desk.open('/routing');
  await desk.page.getByRole('link', { name: '见现场照片（道路）' }).first().click();
  await desk.page.getByRole('heading', { level: 1, name: '见现场照片（道路）' }).waitFor();
  expect(new URL(desk.page.url()).pathname).toBe(path);
  await about(desk.page, '走访').waitFor();
  expect(await widthOf(desk.page, '附件 1')).toBeGreaterThan(300);
});

const CHAT = [
  '王经理 2022/6/1 09:02:11',
  '我们二车间又停电了',
  '[图片]',
  '王经理 09:03',
  '已经第四次了，能不能来看看？',
].join('\n');

/** Puts text, or a picture, into the clipboard: what a chat program does when something is copied. */
const copied = async (page: Page, what: { readonly text: string } | { readonly png: Buffer }) => {
  const made =
    'text' in what
      ? `{ 'text/plain': new Blob([${JSON.stringify(what.text)}], { type: 'text/plain' }) }`
      : `{ 'image/png': new Blob([Uint8Array.fromBase64('${what.png.toString('base64')}')], { type: 'image/png' }) }`;
  await page.evaluate(`(async () => navigator.clipboard.write([new ClipboardItem(${made})]))()`);
};

it('takes a chat with its pictures as they were copied: its words, its pictures, and the original', async () => {
  const { page, open } = desk;
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await open('/demands/register');
  const form = page.getByRole('form', { name: '登记诉求' });
  await choose(form, '企业', ENTERPRISE);
  await form.getByRole('button', { name: '粘贴聊天记录' }).click();
  const chat = form.getByLabel('聊天记录');
  await copied(page, { text: CHAT });
  await chat.press('Control+v');
  expect(await form.getByLabel('诉求内容').inputValue()).toBe(
    '我们二车间又停电了\n已经第四次了，能不能来看看？',
  );
  for (const width of [320, 240]) {
    await copied(page, { png: await page.screenshot({ clip: { x: 0, y: 0, width, height: 200 } }) });
    await chat.press('Control+v');
  }
  await form.getByRole('button', { name: /^移除/ }).nth(1).waitFor();
  await form.getByRole('radio', { name: '供电' }).check();
  await form.getByRole('button', { name: '登记', exact: true }).click();
  const path = await demandAt(page);
  await page.getByRole('heading', { level: 1, name: '我们二车间又停电了' }).waitFor();
  await about(page, '聊天消息').waitFor();
  await page.getByText('原文（仅内部可见）').click();
  await page.getByText('王经理 2022/6/1 09:02:11').waitFor();
  expect(await widthOf(page, '附件 2')).toBe(240);
  await expectAccessible(page);
  await picture(page, 'intake-chat');
  await stage.settled();

  await contact.open(`/portal${path}`);
  await contact.page.getByRole('heading', { level: 1, name: '我们二车间又停电了' }).waitFor();
  await contact.page.getByRole('link', { name: '附件 2' }).waitFor();
  expect(await contact.page.getByText('09:02:11').count()).toBe(0);
});

const PAPERS = [
  ['窗口', '厂门口公交站牌倒了', undefined],
  ['12345 转办单', '宿舍区夜间施工扰民', '渝12345〔2022〕0601号'],
  ['领导批示', '关心二期项目用水', '区办批〔2022〕17号'],
] as const;

it('takes what comes to the counter, from the hotline and from a leader, with the number of its paper', async () => {
  const { page, open } = desk;
  const form = page.getByRole('form', { name: '登记诉求' });
  for (const [at, [channel, title, number]] of PAPERS.entries()) {
    await open('/demands/register');
    if (at === 0) await choose(form, '企业', ENTERPRISE);
    await form.getByLabel('诉求内容').fill(`${title}，请尽快处理。`);
    await form.getByRole('radio', { name: '其他' }).check();
    await form.getByText('更多（地点、联系人、损失、来源）').click();
    await form.getByLabel('标题').fill(title);
    await form.getByRole('combobox', { name: '来源' }).selectOption({ label: channel });
    if (number !== undefined) await form.getByLabel('来文/单据编号').fill(number);
    await form.getByRole('button', { name: '登记', exact: true }).click();
    await demandAt(page);
    await page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor();
    await about(page, channel).waitFor();
    if (number !== undefined) await about(page, number).waitFor();
  }
  await picture(page, 'intake-instruction');
  await stage.settled();

  const leader = await stage.signedIn('leader', 'phone');
  await leader.open('/demands?show=all&channel=instruction');
  const [, , [, title, number]] = PAPERS;
  await leader.page.getByRole('link', { name: title }).click();
  await about(leader.page, '领导批示').waitFor();
  await about(leader.page, number).waitFor();
  await picture(leader.page, 'intake-instruction-leader');

  await contact.open('/portal');
  for (const [, said] of PAPERS) await contact.page.getByRole('link', { name: said }).first().waitFor();
});

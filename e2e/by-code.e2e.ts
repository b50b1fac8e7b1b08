import jsqr from 'jsqr';
import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { expectAccessible } from './support/accessible.ts';
import { picture } from './support/picture.ts';
import { openStage } from './support/stage.ts';

const stage = await openStage();

const TITLE = '厂门口的路灯整排不亮';

type Seen = { readonly width: number; readonly height: number; readonly pixels: string };

/** The pixels of what is on the screen, in base64. */
const seenIn = async (page: Page, shown: Locator): Promise<Seen> => {
  const png = (await shown.screenshot()).toString('base64');
  return page.evaluate<Seen>(`(async () => {
    const image = new Image();
    image.src = 'data:image/png;base64,${png}';
    await image.decode();
    const { width, height } = image;
    const canvas = new OffscreenCanvas(width, height).getContext('2d');
    canvas.drawImage(image, 0, 0);
    const { buffer } = canvas.getImageData(0, 0, width, height).data;
    return { width, height, pixels: new Uint8Array(buffer).toBase64() };
  })()`);
};

it('an enterprise scans the code that hangs in the hall, signs in by its phone and raises a demand', async () => {
  const { page, open } = await stage.signedIn('officer');
  await open('/demands/register');
  await page.getByRole('link', { name: '扫码提诉求' }).click();
  const code = page.getByRole('img', { name: '扫码提诉求' });
  await code.waitFor();
  await expectAccessible(page);
  await picture(page, 'by-code-sheet');
  const { width, height, pixels } = await seenIn(page, code);
  // A reader of its own, as a phone has one.
  const address =
    jsqr.default(Uint8ClampedArray.from(Buffer.from(pixels, 'base64')), width, height)?.data ?? '';
  expect(new URL(address).origin).toBe(new URL(page.url()).origin);

  const phone = await stage.visitor('phone');
  await phone.open(address);
  await phone.page.getByRole('tab', { name: '手机验证码' }).waitFor();
  await phone.signIn('contact');
  const form = phone.page.getByRole('form', { name: '提诉求' });
  await form.getByLabel('诉求内容').fill(`${TITLE}，夜班工人看不清路。`);
  await form.getByRole('radio', { name: '其他' }).check();
  await form.getByRole('button', { name: '提交' }).click();
  await phone.page.getByRole('heading', { level: 1, name: TITLE }).waitFor();
  await stage.settled();
  const desk = await stage.calls('desk');
  const found = await desk.get<{ items: readonly { title: string }[] }>('/api/demands?show=all&channel=qr');
  expect(found.body.items.map(({ title }) => title)).toEqual([expect.stringContaining(TITLE)]);
});

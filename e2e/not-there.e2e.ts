import { expect, it } from 'vitest';
import { picture } from './support/picture.ts';
import { openStage } from './support/stage.ts';

const stage = await openStage();

const MALFORMED = 'not-an-id';

/** Where records have pages of their own, and where the way back leads. */
const RECORDS = [
  ['desk', '/demands/$', '/demands'],
  ['desk', '/enterprises/$', '/enterprises'],
  ['desk', '/enterprises/$/brief', '/enterprises'],
  ['desk', '/packages/$', '/packages'],
  ['desk', '/visits/$', '/visits'],
  ['desk', '/policy-sessions/$', '/policy-sessions'],
  ['desk', '/projects/$', '/projects'],
  ['admin', '/people/$', '/people'],
  ['desk', '/figures/$', '/figures'],
  ['contact', '/portal/demands/$', '/portal'],
] as const;

const LANGUAGES = [
  ['zh-CN', '没有'],
  ['en', /not found|no such/i],
] as const;

it.each(LANGUAGES)(
  'says in plain words that no record has such an address, with a way back, in %s',
  async (language, words) => {
    for (const who of ['desk', 'admin', 'contact'] as const) {
      const { page, open } = await stage.signedIn(who, language === 'en' ? 'phone' : 'desktop');
      await page.evaluate((chosen) => localStorage.setItem('xiaoer.language', chosen), language);
      for (const [, path, back] of RECORDS.filter(([reader]) => reader === who)) {
        await open(path.replace('$', MALFORMED));
        const main = page.getByRole('main');
        await main.getByRole('heading', { level: 1 }).filter({ hasText: words }).waitFor();
        expect(await main.locator(`a[href="${back}"]`).count(), path).toBe(1);
        await picture(page, `not-there ${language} ${path}`.replaceAll(/[ /$]/g, '_'));
      }
    }
  },
);

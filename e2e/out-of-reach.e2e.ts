import { describe, expect, it } from 'vitest';
import { expectAccessible } from './support/accessible.ts';
import { openStage } from './support/stage.ts';

const stage = await openStage();
const { house } = stage;

const SECRET = '对某科室办事拖拉的意见';
/** What unit two has to do with; its people see this one wherever the other would stand. */
const OTHER = '货车装卸拖拉，挡住消防通道';

const register = async (title: string): Promise<string> => {
  const { body } = await house.as.officer.post('/api/demands', {
    channel: 'visit',
    enterpriseId: house.enterpriseId,
    particulars: {
      title,
      text: `${title}，请核实。`,
      category: 'power',
      territoryId: house.territories.park,
    },
  });
  return body.id;
};

const id = await register(SECRET);
const path = `/demands/${id}`;
await house.as.desk.post(
  `/api/demands/${id}/set-confidential`,
  { hiding: { unitIds: [house.units.two], personIds: [] }, reason: '涉及该科室' },
  { version: 1 },
);
const other = await register(OTHER);
await house.as.desk.post(
  `/api/demands/${other}/decide-remit`,
  { remit: 'own', reason: '属本区' },
  { version: 1 },
);
await house.as.desk.post(
  `/api/demands/${other}/route`,
  { lead: { unitId: house.units.two } },
  { version: 2 },
);
await stage.settled();

const SEARCH = `/demands?show=all&q=${encodeURIComponent('拖拉')}`;
/** Every page on which the secret could stand. */
const LISTS = ['/', '/demands', '/demands?show=all', '/demands?view=board', SEARCH];

describe('a demand kept from the unit it is about', () => {
  it('is there for the desk: in the list, in the search and on its page', async () => {
    const { page, open } = await stage.signedIn('desk');
    await open('/demands?show=all');
    await page.getByRole('link', { name: SECRET }).waitFor();
    await expectAccessible(page);
    await open(SEARCH);
    await page.getByRole('link', { name: SECRET }).click();
    await page.getByRole('heading', { name: SECRET, level: 1 }).waitFor();
    await expectAccessible(page);
  });

  it.each(['headTwo', 'handlerTwo'] as const)('is nowhere on the screens of %s', async (who) => {
    const { page, open } = await stage.signedIn(who);
    for (const list of LISTS) {
      await open(list);
      await page.getByRole('link', { name: OTHER }).first().waitFor();
      expect(await page.getByText(SECRET).count(), list).toBe(0);
    }
    await open(path);
    await page.getByRole('main').getByText('没有找到这项内容').first().waitFor();
    expect(await page.getByText(SECRET).count()).toBe(0);
    await expectAccessible(page);
  });

  it.each(['headTwo', 'handlerTwo', 'admin'] as const)(
    'is not there for %s who calls the API',
    async (who) => {
      const caller = house.as[who];
      expect((await caller.get(`/api/demands/${id}`)).status).toBe(404);
      const note = await caller.post(`/api/demands/${id}/add-note`, { note: '看看' }, { version: 2 });
      expect(note.status).toBe(404);
      const list = await caller.get('/api/demands?show=all&limit=100');
      expect(JSON.stringify(list.body)).not.toContain(SECRET);
      const found = await caller.get(`/api${SEARCH}`);
      expect(JSON.stringify(found.body)).not.toContain(SECRET);
    },
  );
});

describe('the address of a page without a session', () => {
  it('leads to the sign-in page and shows nothing', async () => {
    const { page, open } = await stage.visitor('phone');
    await open(path);
    await page.getByRole('button', { name: '登录', exact: true }).waitFor();
    expect(await page.getByText(SECRET).count()).toBe(0);
    expect((await house.stranger.get(`/api/demands/${id}`)).status).toBe(401);
  });
});

describe('the address of a record that is not there', () => {
  it.each(['/visits/00000000-0000-4000-8000-000000000000', '/visits/typed-wrongly'])(
    'says so at %s, and leads back to the list',
    async (address) => {
      const { page, open } = await stage.signedIn('desk');
      await open(address);
      await page.getByRole('heading', { level: 1, name: '没有找到这项内容' }).waitFor();
      await expectAccessible(page);
      await page.getByRole('main').getByRole('link', { name: '走访', exact: true }).click();
      await page.getByRole('heading', { level: 1, name: '走访', exact: true }).waitFor();
    },
  );
});

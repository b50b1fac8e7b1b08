import { ENTERPRISE_SORTS } from '@xiaoer/contract/enterprise';
import { PACKAGE_SORTS } from '@xiaoer/contract/package';
import { PERSON_SORTS } from '@xiaoer/contract/person';
import { POLICY_SESSION_SORTS } from '@xiaoer/contract/policy-session';
import { PROJECT_SORTS } from '@xiaoer/contract/project';
import { VISIT_SORTS } from '@xiaoer/contract/visit';
import { beforeAll, describe, expect, it } from 'vitest';
import { testHouse } from '../testing/test-house.ts';

const LISTS = {
  enterprises: ENTERPRISE_SORTS,
  packages: PACKAGE_SORTS,
  people: PERSON_SORTS,
  'policy-sessions': POLICY_SESSION_SORTS,
  projects: PROJECT_SORTS,
  visits: VISIT_SORTS,
} as const;
const ORDERS = Object.entries(LISTS).flatMap(([list, sorts]) => sorts.map((sort) => [list, sort] as const));

type Item = { readonly id: string } & Readonly<Record<string, unknown>>;
type Page = { readonly items: readonly Item[]; readonly next: string | null; readonly total: number | null };

describe('a list', async () => {
  const { as, enterpriseId, people, territories, units } = await testHouse();
  const made = async (path: string, body: object): Promise<void> => {
    const answer = await as.desk.post(`/api/${path}`, body);
    expect([path, answer.status, answer.body]).toEqual([path, 201, expect.anything()]);
  };
  const page = async (list: string, query: string): Promise<Page> =>
    (await as.desk.get<Page>(`/api/${list}?${query}`)).body;
  const lead = { unitId: units.one, personId: people.headOne };
  const session = { enterpriseIds: [enterpriseId], handbookGiven: true, organiserUnitId: units.one };

  beforeAll(async () => {
    for (const [at, title] of ['乙园区扩建', '甲园区扩建', '丙园区扩建'].entries()) {
      await made('packages', { enterpriseId, title, lead });
      await made('enterprises', {
        name: title,
        stage: 'signed',
        site: { name: '厂区', territoryId: territories.park, address: '云汉大道2号', tenure: 'rented' },
      });
      await made('projects', {
        name: title,
        investment: 'government',
        unitId: units.one,
        stage: 'contract',
        since: `2022-05-0${at + 1}`,
        papersComplete: false,
        ...(at === 1 ? {} : { startTarget: `2022-0${9 - at}-01` }),
      });
      await made('policy-sessions', {
        ...session,
        topic: title,
        on: `2022-05-0${at + 1}`,
        attendees: 100 - 45 * at,
        speakerIds: [people.guide],
      });
      await made('visits', {
        visitorIds: [people.desk],
        target: { kind: 'team', name: title },
        on: '2022-06-02',
        purposes: ['service'],
      });
    }
  });

  it.each(ORDERS)('of %s ordered by %s comes whole, page by page, both ways round', async (list, sort) => {
    const found: string[][] = [];
    for (const order of ['asc', 'desc']) {
      const ids: string[] = [];
      let cursor: string | null = '';
      while (cursor !== null) {
        const after: string = cursor === '' ? '' : `&cursor=${cursor}`;
        const { items, next }: Page = await page(list, `limit=2&sort=${sort}&order=${order}${after}`);
        ids.push(...items.map(({ id }) => id));
        cursor = next;
      }
      found.push(ids);
    }
    const whole = (await page(list, `limit=200&sort=${sort}&order=asc`)).items.map(({ id }) => id);
    expect(whole.length).toBeGreaterThan(2);
    expect(found).toEqual([whole, whole.toReversed()]);
  });

  it.each(Object.keys(LISTS))('of %s says how many there are in all, once and when asked', async (list) => {
    const all = (await page(list, 'limit=200')).items.length;
    const first = await page(list, 'limit=2&count=true');
    expect(first.total).toBe(all);
    expect((await page(list, `limit=2&count=true&cursor=${first.next}`)).total).toBeNull();
    expect((await page(list, 'limit=2')).total).toBeNull();
  });

  it('puts numbers in the order of numbers and texts in that of pinyin', async () => {
    const attendees = (await page('policy-sessions', 'sort=attendees&order=asc')).items;
    expect(attendees.map((item) => item['attendees'])).toEqual([10, 55, 100]);
    const topics = (await page('policy-sessions', 'sort=topic&order=asc')).items;
    expect(topics.map((item) => item['topic'])).toEqual(['丙园区扩建', '甲园区扩建', '乙园区扩建']);
  });

  it('has what lacks a day behind what has one', async () => {
    const { items } = await page('projects', 'sort=startTarget&order=asc');
    expect(items.map((item) => item['startTarget'])).toEqual(['2022-07-01', '2022-09-01', null]);
  });

  it('counts only what its filters let through', async () => {
    const { items, total } = await page('people', 'staff=false&count=true');
    expect(total).toBe(items.length);
    expect(total).toBeLessThan((await page('people', 'count=true')).total ?? 0);
  });

  it('refuses an order that it does not have', async () => {
    expect((await as.desk.get('/api/visits?sort=tenant_id')).status).toBe(400);
  });
});

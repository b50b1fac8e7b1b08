import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { transact } from '../db/transact.ts';
import { creditCode } from '../testing/credit-code.ts';
import { testHouse } from '../testing/test-house.ts';

const house = await testHouse();
const { as, enterpriseId, siteId, territories, people, tenantId, pool } = house;
const OURS = '重庆长安新能源有限公司';
type Item = { id: string; name: string; version: number; growth: string | null; officer: unknown };
type Page = { items: Item[]; next: string | null };
type Detail = Item & {
  contacts: { person: { name: string; phone: string | null } }[];
  team: {
    memberId: string;
    role: string;
    person: { name: string; phone: string | null };
    to: string | null;
  }[];
  sites: { siteId: string; name: string }[];
};

const newEnterprise = (name: string, code?: string) => ({
  name,
  stage: 'production',
  ...(code !== undefined && { creditCode: code }),
  site: { name: '厂区', territoryId: territories.park, address: '云汉大道2号', tenure: 'rented' },
});
const register = (name: string, code?: string) =>
  as.officer.post('/api/enterprises', newEnterprise(name, code));
const detail = async (id: string, who: keyof typeof as = 'desk') =>
  (await as[who].get<Detail>(`/api/enterprises/${id}`)).body;
const change = async (verb: string, body: unknown, who: keyof typeof as = 'desk') =>
  as[who].post(`/api/enterprises/${enterpriseId}/${verb}`, body, {
    version: (await detail(enterpriseId)).version,
  });
const found = async (query: string, who: keyof typeof as = 'leader') =>
  (await as[who].get<Page>(`/api/enterprises?${query}`)).body.items.map(({ name }) => name);
const rename = (who: keyof typeof as) =>
  as[who].post(`/api/enterprises/${enterpriseId}/rename`, { name: '新名' }, { version: 1 });
const served = (personId: string) => found(`servedBy=${personId}`);

const others = ['北碚精密机械有限公司', '中科量子研究院', '康宁显示科技', '京东方光电'];
for (const [index, name] of others.entries()) await register(name, creditCode(index + 2));

describe('enterprises', () => {
  it('are registered by the officer with their first site', async () => {
    const { status, body } = await register('无码小店');
    expect(status).toBe(201);
    expect((await detail(body.id)).sites).toMatchObject([{ name: '厂区' }]);
  });

  it('have one credit code each, and a right one', async () => {
    expect((await register('重复', creditCode(2))).body.code).toBe('enterprise.credit-code-taken');
    const wrong = await register('错码', '91500000MA5U0AAA07');
    expect(wrong.body.code).toMatch(/^enterprise\.credit-code-/);
    const both = await Promise.all([register('甲', creditCode(99)), register('乙', creditCode(99))]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  it('have one name each, unless whoever registers one says that it is another', async () => {
    const first = await register('江北齿轮（重庆）有限公司');
    const again = await register('江北 齿轮(重庆)有限公司', creditCode(98));
    expect([first.status, again.status]).toEqual([201, 409]);
    expect(again.body).toMatchObject({
      code: 'enterprise.name-taken',
      facts: { field: 'name', other: '江北齿轮（重庆）有限公司' },
      errors: [{ pointer: '/body/name', code: 'enterprise.name-taken' }],
    });
    const another = { ...newEnterprise('江北齿轮（重庆）有限公司'), isNamesake: true };
    const second = await as.officer.post('/api/enterprises', another);
    expect(second.status).toBe(201);
    const { version } = second.body;
    await as.desk.post(
      `/api/enterprises/${second.body.id}/record-left`,
      { reason: 'enteredInError' },
      { version },
    );
    const third = await register('江北齿轮二厂', creditCode(97));
    const renaming = { name: '江北 齿轮(重庆)有限公司' };
    const renamed = (body: object) =>
      as.desk.post(`/api/enterprises/${third.body.id}/rename`, body, { version: third.body.version });
    expect((await renamed(renaming)).body).toMatchObject({
      code: 'enterprise.name-taken',
      errors: [{ pointer: '/body/name', code: 'enterprise.name-taken' }],
    });
    expect((await renamed({ ...renaming, isNamesake: true })).status).toBe(200);
    const together = await Promise.all([register('同时登记厂'), register('同时登记厂')]);
    expect(together.map(({ status }) => status).sort()).toEqual([201, 409]);
    const holder = await register('又一家', creditCode(2));
    expect(holder.body).toMatchObject({ facts: { field: 'creditCode', other: others[0] } });
  });

  it('are not changed on an old version, nor by whoever has no part in them', async () => {
    expect((await rename('officer')).status).toBe(412);
    expect((await rename('inspector')).status).toBe(403);
    expect((await change('judge-growth', { growth: 'rising' }, 'handlerOne')).status).toBe(403);
    expect((await change('judge-growth', { growth: 'rising' }, 'contact')).status).toBe(403);
  });

  it('are handed over without a day between', async () => {
    const [member] = (await detail(enterpriseId)).team;
    const body = { fromMemberId: member?.memberId, personId: people.guide, from: '2022-06-02' };
    expect((await change('hand-over', body)).status).toBe(200);
    expect((await detail(enterpriseId)).team).toMatchObject([
      { to: '2022-06-01', person: { name: '周专员' } },
      { to: null, person: { name: '吴指导' } },
    ]);
    expect([await served(people.officer), await served(people.guide)]).toEqual([[OURS], []]);
    house.clock.advance(8 * 60);
    await served(people.officer);
    house.clock.advance(8 * 60);
    expect([await served(people.officer), await served(people.guide)]).toEqual([[], [OURS]]);
    house.clock.advance(-16 * 60);
  });
});

describe('the list of enterprises', () => {
  it('comes in pages by pinyin', async () => {
    const names: string[] = [];
    let cursor: string | null = null;
    do {
      const url: string = `/api/enterprises?limit=2${cursor === null ? '' : `&cursor=${cursor}`}`;
      const page: Page = (await as.leader.get<Page>(url)).body;
      names.push(...page.items.map(({ name }) => name));
      cursor = page.next;
    } while (cursor !== null);
    expect(new Set(names).size).toBe(names.length);
    expect(names.indexOf('北碚精密机械有限公司')).toBeLessThan(names.indexOf('中科量子研究院'));
    expect(names).toEqual(expect.arrayContaining(others));
  });

  it('shows where the words of a search stand in a name', async () => {
    const { items } = (await as.leader.get<Page>(`/api/enterprises?q=${encodeURIComponent('量子')}`)).body;
    expect(items).toMatchObject([{ name: '中科量子研究院', highlights: [{ from: 2, to: 4 }] }]);
  });

  it('is searched by words, first letters and credit code', async () => {
    expect(await found(`q=${encodeURIComponent('量子')}`)).toEqual(['中科量子研究院']);
    expect(await found('q=jdf')).toEqual(['京东方光电']);
    for (const typed of ['lz', 'liangzi', 'liangz', 'yjy', 'zhongkeliangziyanjiuyuan', 'LZ yan'])
      expect([typed, await found(`q=${encodeURIComponent(typed)}`)]).toEqual([typed, ['中科量子研究院']]);
    expect(await found('q=iangzi')).toEqual([]);
    expect(await found(`q=${creditCode(3).slice(0, 17)}`)).toEqual(['中科量子研究院']);
    expect(await found(`tag=highTech&territory=${territories.zone}`)).toEqual([OURS]);
  });

  it('has no row of another enterprise for a contact, by the API or by any SQL', async () => {
    expect(await found('', 'contact')).toEqual([OURS]);
    const [other] = (await as.desk.get<Page>('/api/enterprises?limit=1')).body.items;
    expect((await as.contact.get(`/api/enterprises/${other?.id}`)).status).toBe(404);
    const seen = await transact(pool, { tenantId, enterpriseId }, async (tx) => ({
      answer: await tx.query(
        'select enterprise_id from enterprise union select enterprise_id from enterprise_team',
      ),
      keep: false,
    }));
    expect(seen).toEqual([{ enterprise_id: enterpriseId }]);
    const stolen = transact(pool, { tenantId, enterpriseId }, async (tx) => ({
      answer: await tx.query(`update enterprise set name = 'x' where enterprise_id <> $1 returning 1`, [
        enterpriseId,
      ]),
      keep: false,
    }));
    expect(await stolen).toEqual([]);
  });
});

describe('an enterprise’s own contact', () => {
  it('reads it without what the zone thinks of it, and without strangers’ phones', async () => {
    const own = await detail(enterpriseId, 'contact');
    expect(own.growth).toBeNull();
    expect(own.contacts[0]?.person).toMatchObject({ name: '王经理', phone: '13800138000' });
    expect(own.team[0]?.person.phone).toBe('139****0002');
    expect((await detail(enterpriseId)).team[0]?.person.phone).toBe('13900000002');
  });

  it('adds a site of its own', async () => {
    const site = { name: '二厂', territoryId: territories.park, address: '水土大道', tenure: 'owned' };
    expect((await change('add-site', site, 'contact')).status).toBe(200);
    expect((await detail(enterpriseId)).sites.map(({ name }) => name)).toContain('二厂');
  });

  it('does not see the timeline', async () => {
    expect((await as.contact.get(`/api/enterprises/${enterpriseId}/timeline`)).status).toBe(404);
  });
});

describe('the timeline', () => {
  it('tells of the enterprise, its demands and visits, newest first, in pages', async () => {
    const particulars = {
      title: '厂区停电',
      text: '变压器跳闸，厂区停电',
      category: 'power',
      territoryId: territories.park,
      siteId,
    };
    const demand = { channel: 'phone', enterpriseId, particulars };
    const registered = await as.desk.post('/api/demands', demand);
    expect([registered.status, registered.body]).toEqual([201, expect.anything()]);
    const visitId = randomUUID();
    await house.run('visit', visitId, {
      type: 'RecordVisit',
      visitId,
      visitorIds: [people.officer],
      target: { kind: 'enterprise', enterpriseId },
      on: '2022-06-01',
      purposes: ['service'],
    });
    type Timeline = {
      items: { at: string; kind: string; what: string; title: string; by: { name: string }[] }[];
      next: string | null;
    };
    const url = `/api/enterprises/${enterpriseId}/timeline`;
    const { items } = (await as.desk.get<Timeline>(url)).body;
    expect(items.map(({ at }) => at)).toEqual(
      items
        .map(({ at }) => at)
        .toSorted()
        .toReversed(),
    );
    expect(items.find(({ kind }) => kind === 'demand')?.title).toContain('厂区停电');
    expect(items.map(({ what }) => what)).toEqual(
      expect.arrayContaining(['VisitMade', 'EnterpriseRegistered', 'TeamMemberAssigned']),
    );
    const actors = (what: string) => items.find((item) => item.what === what)?.by.map(({ name }) => name);
    expect(actors('VisitMade')).toEqual(['周专员']);
    expect(actors('DemandRegistered')).toEqual(['综合岗']);
    expect(actors('SiteAdded')).toEqual(['王经理']);
    const first = (await as.desk.get<Timeline>(`${url}?limit=3`)).body;
    const second = (await as.desk.get<Timeline>(`${url}?limit=200&cursor=${first.next}`)).body;
    expect([...first.items, ...second.items]).toEqual(items);
    const elsewhere = (await as.handlerTwo.get<Timeline>(url)).body.items;
    expect(elsewhere.map(({ kind }) => kind)).not.toContain('demand');
  });
});

import ExcelJS from 'exceljs';
import type { organisations } from '@xiaoer/contract/organisation';
import type { ResponseOf } from '@xiaoer/contract/route';
import { isFoundByName } from '@xiaoer/contract/words/found-by-name';
import { describe, expect, it } from 'vitest';
import { read, transact } from '../db/transact.ts';
import { creditCode } from '../testing/credit-code.ts';
import { testHouse } from '../testing/test-house.ts';

const { as, units, people, territories, enterpriseId, pool, tenantId } = await testHouse();

type Who = keyof typeof as;
type Cell = string | number | null;

const LISTS = ['organisations', 'people', 'enterprises', 'visits', 'policy-sessions', 'projects', 'packages'];

const ENTERPRISE = '重庆长安新能源有限公司';
const FORMULA = '=HYPERLINK("http://bad.example","点此")';

const plain = (value: ExcelJS.CellValue): Cell => {
  if (value === null || typeof value === 'number' || typeof value === 'string') return value;
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value === 'object' && 'hyperlink' in value) return value.text;
  throw new Error(`a cell holds ${JSON.stringify(value)}`);
};

/** The sheet as another program opens it: its heads, its rows by head, and what its last row says. */
const opened = async (url: string, who: Who = 'desk') => {
  const file = await as[who].download(url);
  if (file.status !== 200) throw new Error(`${file.status} ${file.body.toString()}`);
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(file.body as unknown as Parameters<typeof book.xlsx.load>[0]);
  const [sheet] = book.worksheets;
  if (sheet === undefined) throw new Error('there is no sheet');
  const [heads = [], ...rest] = sheet
    .getSheetValues()
    .slice(1)
    .map((row) => Array.from(row as ExcelJS.CellValue[], (value) => plain(value ?? null)).slice(1));
  const byHead = rest.map((row) => Object.fromEntries(heads.map((head, at) => [head, row[at] ?? null])));
  return {
    title: sheet.name,
    heads,
    rows: byHead.slice(0, -1),
    mark: rest.at(-1)?.[0],
    link: sheet.getCell('A2').hyperlink,
    name: decodeURIComponent(String(file.headers['content-disposition'])),
  };
};

const register = async (name: string, change: object = {}) => {
  const { status, body } = await as.headOne.post('/api/projects', {
    name,
    investment: 'enterprise',
    unitId: units.one,
    territoryId: territories.park,
    stage: 'contract',
    since: '2022-03-01',
    papersComplete: false,
    ...change,
  });
  expect(status).toBe(201);
  return body.id;
};

/** Many projects at once, each like the one that was registered. */
const multiply = (id: string, count: number) =>
  transact(pool, { tenantId }, async (tx) => ({
    answer: await tx.query(
      `insert into project (tenant_id, project_id, version, state, name, name_initials, investment, stage, since,
         unit_id, territory_id, in_library)
       select tenant_id, gen_random_uuid(), version, state, name, name_initials, investment, stage, since,
         unit_id, territory_id, in_library
       from project, generate_series(1, $3::integer) where tenant_id = $1 and project_id = $2`,
      [tenantId, id, count],
    ),
    keep: true,
  }));

const exportsOf = (list: string) =>
  read(pool, { tenantId }, (db) =>
    db.query<{ person_id: string; format: string; filter: object; row_count: number | null }>(
      'select person_id, format, filter, row_count from export_log where list = $1 order by exported_at',
      [list],
    ),
  );

const statusFor = async (who: Who, list: string) => (await as[who].download(`/api/${list}/export`)).status;

const takeStarted = (who: Who) => as[who].download('/api/projects/export?stage=start');

describe('the file of a list', () => {
  it('holds what the list shows under its filters, in its order, with heads and words in the reader’s language', async () => {
    const id = await register('动力电池二期', { enterpriseId, startTarget: '2022-09-01' });
    await register('备用电源', { stage: 'talks' });
    await register('安居工程', { stage: 'talks', investment: 'government' });
    const all = await opened('/api/projects/export?sort=since&q=dldc');
    expect(all.title).toBe('项目');
    expect(all.name).toContain('项目-20220601.xlsx');
    expect(all.link).toMatch(new RegExp(`^http://.+/projects/${id}$`));
    expect(all.rows).toEqual([
      {
        项目名称: '动力电池二期',
        阶段: '签约',
        状态: '在库',
        进入日期: '2022-03-01',
        投资性质: '企业投资',
        责任单位: '经济发展局',
        企业: expect.any(String),
        区域: expect.any(String),
        手续: '手续不全',
        目标开工日: '2022-09-01',
      },
    ]);
    expect(all.mark).toBe('导出人：综合岗    导出时间：2022-06-01 10:00    共1条');
    const talks = await opened('/api/projects/export?stage=talks&order=desc&language=en');
    expect(talks.heads.slice(0, 3)).toEqual(['Name', 'Stage', 'Standing']);
    expect(talks.rows.map((row) => [row['Name'], row['Stage'], row['Investment']])).toEqual([
      ['备用电源', 'Talks', 'Enterprise investment'],
      ['安居工程', 'Talks', 'Government investment'],
    ]);
    expect(talks.mark).toBe('Exported by 综合岗    on 2022-06-01 10:00    2 rows');
  });

  it('keeps the text of people a text', async () => {
    await register(FORMULA, { stage: 'land' });
    const { rows } = await opened('/api/projects/export?stage=land');
    expect(rows.map((row) => row['项目名称'])).toEqual([FORMULA]);
  });

  it('is refused to whoever may not sum up, whatever they may read', async () => {
    for (const list of LISTS) {
      const answers = await Promise.all(
        (['officer', 'handlerOne', 'guide', 'admin', 'contact'] as const).map((who) => statusFor(who, list)),
      );
      const hidden = list === 'packages' ? 404 : 403;
      expect([list, ...answers]).toEqual([list, 403, 403, 403, hidden, 404]);
      expect([list, await statusFor('inspector', list)]).toEqual([list, 200]);
    }
  });

  it('of people shows nobody’s phone or mail address, whoever takes it', async () => {
    const { status } = await as.admin.post('/api/people', {
      personal: { name: '林舟', phone: '13612345678', email: 'linzhou@example.com' },
    });
    expect(status).toBe(201);
    for (const who of ['desk', 'inspector'] as const) {
      const { rows } = await opened('/api/people/export?q=林舟', who);
      expect(rows).toMatchObject([{ 姓名: '林舟', 手机号: '136****5678', 邮箱: 'l****@example.com' }]);
    }
  });

  it('says of whoever was erased that they were', async () => {
    const { body } = await as.admin.post('/api/people', {
      personal: { name: '吴去职', phone: '13700000000' },
    });
    const named = await opened('/api/people/export?q=吴去职', 'headTwo');
    expect(named.rows).toHaveLength(1);
    const left = await as.admin.post(`/api/people/${body.id}/deactivate`, {}, { version: body.version });
    const erased = await as.admin.post(`/api/people/${body.id}/erase`, {}, { version: left.body.version });
    expect(erased.status).toBe(200);
    const { rows } = await opened('/api/people/export?standing=erased', 'headTwo');
    expect(rows).toMatchObject([{ 姓名: '已抹除', 手机号: null, 邮箱: null }]);
    const { rows: english } = await opened('/api/people/export?standing=erased&language=en', 'headTwo');
    expect(english.map((row) => row['Name'])).toEqual(['Erased']);
  });

  it('is there for every list, with a column for each that its page shows', async () => {
    const visit = await as.officer.post('/api/visits', {
      visitorIds: [people.officer],
      target: { kind: 'enterprise', enterpriseId },
      territoryId: territories.park,
      on: '2022-06-02',
      purposes: ['service', 'policy'],
    });
    expect(visit.status).toBe(201);
    const session = await as.headOne.post('/api/policy-sessions', {
      organiserUnitId: units.one,
      speakerIds: [people.headOne],
      topic: '惠企政策',
      on: '2022-05-20',
      attendees: 12,
      enterpriseIds: [enterpriseId],
      handbookGiven: true,
    });
    expect(session.status).toBe(201);
    const lead = { unitId: units.one, personId: people.headOne };
    expect((await as.desk.post('/api/packages', { enterpriseId, title: '一揽子', lead })).status).toBe(201);
    expect((await opened('/api/visits/export')).rows).toMatchObject([
      { 状态: '已安排', 对象类型: '企业', 走访目的: '服务企业、政策宣传', 发现问题: 0 },
    ]);
    expect((await opened('/api/policy-sessions/export?language=en')).rows).toMatchObject([
      { Topic: '惠企政策', Standing: 'Counting', Attendees: 12, Enterprises: 1, Handbook: 'Handed out' },
    ]);
    expect((await opened('/api/packages/export')).rows).toMatchObject([
      {
        名称: '一揽子',
        状态: '办理中',
        诉求: 0,
        已办结诉求: 0,
        牵头单位: '经济发展局',
        牵头人: '赵科长',
        企业: ENTERPRISE,
        开立日期: '2022-06-01',
        办结日期: null,
        编号: expect.stringMatching(/\d/),
      },
    ]);
    expect((await opened('/api/enterprises/export')).rows).toMatchObject([
      {
        企业名称: ENTERPRISE,
        统一社会信用代码: creditCode(1),
        走势: expect.stringMatching(/./),
        在办诉求: 0,
        服务专员: '周专员',
        区域: '水土片区',
        阶段: expect.stringMatching(/./),
        标签: expect.stringMatching(/./),
        在园: '在园',
      },
    ]);
    expect((await opened('/api/people/export?role=desk')).rows).toMatchObject([
      { 姓名: '综合岗', 状态: '在岗', 单位: '东区', 角色: '综合协调岗', 手机号: '139****0001' },
    ]);
  });

  it('of units stands in the order of their tree, found as the page finds them', async () => {
    const { body } = await as.admin.post('/api/organisations', {
      name: '招商科',
      kind: 'department',
      calendar: 'department',
      parentId: units.one,
    });
    expect(body.id).toBeDefined();
    const { rows } = await opened('/api/organisations/export');
    const names = rows.map((row) => String(row['名称']));
    const at = names.findIndex((name) => name.trim() === '招商科');
    expect(names[at]).toMatch(/^\u3000+招商科$/);
    expect(String(rows[at]?.['上级'])).toMatch(/经济发展局$/);
    expect(names.slice(0, at).map((name) => name.trim())).toContain('经济发展局');
    const found = await opened('/api/organisations/export?q=zsk');
    expect(found.rows.map((row) => String(row['名称']).trim())).toEqual(['招商科']);
  });

  it.each([
    ['重庆科', 'cqk'],
    ['会计科', 'kjk'],
    ['长寿办', 'CSB'],
    ['荣昌（一）处', 'rcyc'],
  ])('of units and their page find %s by the same letters: %s', async (name, typed) => {
    const made = { name, kind: 'department', calendar: 'department', parentId: units.one };
    expect((await as.admin.post('/api/organisations', made)).status).toBe(201);
    const { body } = await as.leader.get<ResponseOf<typeof organisations>>('/api/organisations');
    const page = body.items.filter((unit) => isFoundByName({ ...unit, shown: unit.name }, typed));
    expect(page.map((unit) => unit.name)).toEqual([name]);
    const file = await opened(`/api/organisations/export?q=${typed}`, 'leader');
    expect(file.rows.map((row) => String(row['名称']).trim())).toEqual([name]);
  });

  it('holds every row of many pages, and is kept in mind with its filter and rows', async () => {
    await multiply(await register('厂房', { stage: 'start' }), 1_200);
    const { rows, mark } = await opened('/api/projects/export?stage=start&sort=name&language=en');
    expect(rows).toHaveLength(1_201);
    expect(mark).toContain('1201 rows');
    // Exactly what chose the rows: the language of the file did not.
    expect((await exportsOf('projects')).at(-1)).toEqual({
      person_id: people.desk,
      format: 'xlsx',
      filter: { stage: 'start', sort: 'name', order: 'asc' },
      row_count: 1_201,
    });
  });

  it('is refused beyond ten thousand rows, and nothing is kept as taken', async () => {
    const before = (await exportsOf('projects')).length;
    await multiply(await register('车间', { stage: 'acceptance' }), 10_000);
    const { status, body } = await as.desk.get<{ code: string; facts: object }>(
      '/api/projects/export?stage=acceptance',
    );
    expect([status, body.code, body.facts]).toEqual([409, 'list.too-long', { most: 10_000 }]);
    expect(await exportsOf('projects')).toHaveLength(before);
  });

  it('is made one at a time for a person, and others take theirs meanwhile', async () => {
    const files = await Promise.all([takeStarted('leader'), takeStarted('leader'), takeStarted('inspector')]);
    const statuses = files.map(({ status }) => status);
    expect(statuses.slice(0, 2).sort()).toEqual([200, 429]);
    expect(statuses[2]).toBe(200);
    expect(files.map(({ body }) => body.toString()).find((text) => text.startsWith('{'))).toContain(
      'request.rate-limited',
    );
    expect((await takeStarted('leader')).status).toBe(200);
  });
});

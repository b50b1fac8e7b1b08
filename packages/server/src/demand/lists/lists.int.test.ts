import { beforeAll, describe, expect, it } from 'vitest';
import type { demands } from '@xiaoer/contract/demand-views';
import type { threeLists } from '@xiaoer/contract/lists';
import type { ResponseOf } from '@xiaoer/contract/route';
import { readSheet } from '../../documents/xlsx-read.ts';
import { textOfDocx } from '../../files/testing/text-of-docx.ts';
import { createClient } from '../../db/connect.ts';
import { read } from '../../db/transact.ts';
import { copyDemand } from '../../testing/copy-demand.ts';
import { testHouse } from '../../testing/test-house.ts';

const FORMULA = '=HYPERLINK("http://bad.example","点此")';

const tooLong = (most: number) => [409, 'list.too-long', { most }];

describe('lists and files of demands', async () => {
  const house = await testHouse();
  const { as } = house;
  const ids: Record<string, string> = {};
  const versions: Record<string, number> = {};

  const register = async (key: string, title: string, text: string) => {
    const { body } = await as.officer.post('/api/demands', {
      channel: 'visit',
      enterpriseId: house.enterpriseId,
      particulars: { title, text, category: 'roads', territoryId: house.territories.park },
    });
    ids[key] = body.id;
    versions[key] = body.version;
  };
  const act = async (who: keyof typeof as, path: string, body: object) => {
    const [key = '', verb = ''] = path.split('/');
    const done = await as[who].post(`/api/demands/${ids[key]}/${verb}`, body, {
      version: versions[key] ?? 0,
    });
    if (done.status !== 200) throw new Error(`${verb}: ${JSON.stringify(done.body)}`);
    versions[key] = done.body.version;
  };

  beforeAll(async () => {
    await register('lamp', '路灯不亮', '厂门口的路灯坏了三天，夜班工人出行不安全。');
    await register('formula', FORMULA, '道路有坑');
    await act('desk', 'lamp/route', {
      lead: { unitId: house.units.one },
      coHandlers: [{ to: { unitId: house.units.two }, text: '查管线', due: '2022-06-10' }],
      note: '请经发局抓紧',
    });
    await act('headOne', 'lamp/accept', { personId: house.people.handlerOne });
    await act('handlerOne', 'lamp/make-plan', {
      summary: '更换灯具',
      steps: [
        { text: '现场查看', due: '2022-06-02' },
        { text: '换灯', due: '2022-06-06' },
      ],
    });
  });

  it('shows the three lists on screen, each row with its demand', async () => {
    const { status, body } = await as.desk.get<ResponseOf<typeof threeLists>>(
      '/api/lists/tasks?category=roads',
    );
    expect(status).toBe(200);
    const row = body.items.find(({ demand }) => demand.id === ids['lamp']);
    expect(row).toMatchObject({
      problem: '厂门口的路灯坏了三天，夜班工人出行不安全。',
      category: '道路',
      measure: '更换灯具\n1. 现场查看\n2. 换灯',
      stepsDone: 0,
      steps: 2,
      coUnits: [{ id: house.units.two, name: '规划建设局' }],
    });
    expect((await as.handlerTwo.get<typeof body>('/api/lists/problems')).body.items).toHaveLength(1);
    expect((await as.contact.get('/api/lists/problems')).status).toBe(404);
  });

  it('writes demands as .xlsx that opens their records, carries no formula and says who took it', async () => {
    const file = await as.desk.download('/api/demands/export?format=xlsx&show=all&category=roads');
    expect(file.status).toBe(200);
    expect(file.headers['content-disposition']).toContain('.xlsx');
    const columns = ['编号', '标题', '存在问题'].map((header) => ({
      key: header,
      headers: [header],
      kind: 'text' as const,
    }));
    const sheet = await readSheet(file.body, { columns, assumedYear: 2022 });
    if (!sheet.accepted) throw new Error(sheet.refusal.code);
    const { rows } = sheet.value;
    expect(rows.map((row) => row.cells['标题']?.value)).toEqual(
      expect.arrayContaining(['路灯不亮', FORMULA]),
    );
    expect(rows.flatMap((row) => row.messages)).toEqual([]);
    expect(rows.at(-1)?.cells['编号']?.value).toBe('导出人：综合岗    导出时间：2022-06-01 10:00    共2条');
  });

  it('writes demands as .csv whose text no program computes', async () => {
    const file = await as.desk.download('/api/demands/export?format=csv&show=all');
    const text = file.body.toString('utf8');
    expect(text).toContain(`"'=HYPERLINK(""http://bad.example"",""点此"")"`);
    expect(text.split('\r\n').at(-2)).toContain('导出人：综合岗');
  });

  it('writes the lists as .docx, one or all of them', async () => {
    const all = await textOfDocx((await as.desk.download('/api/lists/all/export?format=docx')).body);
    for (const title of ['问题清单', '任务清单', '责任清单', '导出人：综合岗', '路灯不亮'])
      expect(all).toContain(title);
    const one = await textOfDocx((await as.desk.download('/api/lists/tasks/export?format=docx')).body);
    expect(one).toContain('更换灯具');
    expect(one).not.toContain('责任清单');
  });

  it('writes a list as .xlsx', async () => {
    const file = await as.desk.download('/api/lists/responsibilities/export?format=xlsx');
    const columns = [{ key: 'unit', headers: ['牵头单位'], kind: 'text' as const }];
    const sheet = await readSheet(file.body, { columns, assumedYear: 2022 });
    expect(sheet.accepted && sheet.value.rows.map((row) => row.cells['unit']?.value)).toContain('经济发展局');
  });

  it('keeps in mind who took which list, with its filter and rows', async () => {
    const rows = await read(house.pool, { tenantId: house.tenantId }, (db) =>
      db.query<{ person_id: string; list: string; format: string; filter: object; row_count: number }>(
        'select person_id, list, format, filter, row_count from export_log order by exported_at, list, format',
      ),
    );
    expect(rows).toHaveLength(5);
    expect(rows.every((row) => row.person_id === house.people.desk)).toBe(true);
    expect(rows.find((row) => row.list === 'demands' && row.format === 'xlsx')).toMatchObject({
      filter: { show: 'all', category: 'roads' },
      row_count: 2,
    });
  });

  it('lets nobody take a list out who may not sum up', async () => {
    expect((await as.officer.get('/api/demands/export?format=csv')).status).toBe(403);
    expect((await as.handlerOne.get('/api/lists/all/export?format=docx')).status).toBe(403);
    expect((await as.contact.get('/api/lists/all/export?format=docx')).status).toBe(404);
    expect((await as.headOne.get('/api/demands/export?format=csv')).status).toBe(200);
  });

  it('prints the 转办单 with the words of the routing', async () => {
    const file = await as.headOne.download(`/api/demands/${ids['lamp']}/referral-sheet`);
    const text = await textOfDocx(file.body);
    for (const part of ['企业诉求转办单', '经济发展局', '规划建设局', '请经发局抓紧', '王经理', '综合岗'])
      expect(text).toContain(part);
    expect((await as.contact.get(`/api/demands/${ids['lamp']}/referral-sheet`)).status).toBe(404);
    expect((await as.desk.get(`/api/demands/${ids['lamp']}/liaison-letter`)).status).toBe(404);
  });

  it('shows where the words of a search stand in the title', async () => {
    const { body } = await as.desk.get<ResponseOf<typeof demands>>('/api/demands?q=路灯');
    expect(body.items[0]).toMatchObject({ title: '路灯不亮', highlights: [{ from: 0, to: 2 }] });
    const sorted = await as.desk.get<ResponseOf<typeof demands>>('/api/demands');
    expect(sorted.body.items.every(({ highlights }) => highlights === undefined)).toBe(true);
  });

  it('writes no more than ten thousand demands as a sheet, and a thousand as a text document', async () => {
    const superuser = createClient(house.database.superuserConfig);
    await superuser.connect();
    await copyDemand(superuser, { tenantId: house.tenantId, demandId: ids['lamp'], times: 10_000 });
    await superuser.end();
    const refusal = async (who: keyof typeof as, url: string) => {
      const { status, body } = await as[who].get<{ code: string; facts: object }>(url);
      return [status, body.code, body.facts];
    };
    expect(await refusal('leader', '/api/demands/export?format=xlsx&show=all')).toEqual(tooLong(10_000));
    expect(await refusal('leader', '/api/demands/export?format=csv&show=all')).toEqual(tooLong(10_000));
    expect(await refusal('leader', '/api/lists/tasks/export?format=xlsx')).toEqual(tooLong(10_000));
    expect(await refusal('leader', '/api/lists/tasks/export?format=docx')).toEqual(tooLong(1_000));
    expect((await as.leader.get('/api/demands/export?format=csv&q=路灯')).status).toBe(200);
  });
});

import type { demands } from '@xiaoer/contract/demand-views';
import type { importList, importState } from '@xiaoer/contract/imports';
import type { ResponseOf } from '@xiaoer/contract/route';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { redPng } from '../../files/testing/sample-pictures.ts';
import { runJob } from '../../workers/jobs.ts';
import { jobKinds } from '../../jobs.ts';
import { creditCode } from '../../testing/credit-code.ts';
import { sheetOf } from '../../testing/sheet-of.ts';
import { testHouse } from '../../testing/test-house.ts';

type State = ResponseOf<typeof importState>;

const HEADERS = ['企业名称', '统一社会信用代码', '标题', '诉求内容*', '类别', '片区', '紧急程度'];
const NAME = '重庆长安新能源有限公司';

const workbook = (...rows: Parameters<typeof sheetOf>[0]): Promise<Buffer> => sheetOf([HEADERS, ...rows]);

const fail = (error: unknown): never => {
  throw error;
};

describe('sheets of demands', async () => {
  const house = await testHouse();
  const { as } = house;

  const stateOf = async (importId: string) => (await as.desk.get<State>(`/api/imports/${importId}`)).body;
  const send = async (sheet: Buffer) => {
    const { status, body } = await as.desk.upload<{ importId: string }>('/api/imports?name=五月.xlsx', sheet);
    expect(status).toBe(202);
    return body.importId;
  };
  const checked = async (sheet: Buffer) => {
    const importId = await send(sheet);
    await house.runJobs();
    return stateOf(importId);
  };
  const registered = async () =>
    (await as.desk.get<ResponseOf<typeof demands>>('/api/demands?show=all&limit=200')).body.items.length;

  it('are checked without registering anything, and say by row and cell what is wrong', async () => {
    const state = await checked(
      await workbook(
        [NAME, '', '', '厂区门口积水，雨天车辆进不来。', '排水排污', '水土片区', '紧急'],
        ['没有这家公司', '', '题', '内容', '道路', '', ''],
        [NAME, creditCode(1), '题', '内容', '路路路', '水土片区', '不急'],
        ['别的名字', creditCode(1), '题', '', '道路', '火星片区', ''],
        ['', '', '题', '内容', '道路', '', ''],
        [NAME, '', '=1+1', { formula: '1+1', result: 2 }, '道路', '', ''],
        ['长安新能源', '', '', '厂区门口积水 雨天车辆进不来', 'sewage', '', ''],
      ),
    );
    expect(state).toMatchObject({ status: 'checked', totalRows: 7 });
    const said = state.report?.messages.map(
      ({ severity, rowNumber, columnLetters, code }) => `${severity} ${rowNumber} ${columnLetters} ${code}`,
    );
    expect(said).toEqual([
      'error 3 A import.enterprise-unknown',
      'error 4 E import.category-unknown',
      'error 4 G import.urgency-unknown',
      'error 5 D cell.missing',
      'error 5 A import.enterprise-mismatch',
      'error 5 F import.territory-unknown',
      'error 6 A cell.missing',
      'note 7 D cell.formula',
      'note 8 null import.same-text-in-sheet',
    ]);
    expect(state.report).toMatchObject({ rows: 7, rowsWithErrors: 4, more: 0, refusal: null });
    expect(await registered()).toBe(0);
    const refused = await as.desk.post(`/api/imports/${state.importId}/commit`);
    expect(refused).toMatchObject({ status: 409, body: { code: 'import.has-errors' } });
  });

  it('say what the domain would refuse', async () => {
    const long = await checked(await workbook([NAME, '', '题'.repeat(150), '内容', '道路', '', '']));
    expect(long.report?.messages.map(({ code, key }) => [code, key])).toEqual([
      ['demand.text-too-long', 'title'],
    ]);
  });

  it('that cannot be read are refused whole', async () => {
    const empty = await checked(await workbook());
    expect(empty.report?.refusal?.code).toBe('sheet.noRows');
    expect(await as.desk.upload('/api/imports', redPng())).toMatchObject({
      status: 415,
      body: { code: 'file.notAllowed' },
    });
    const many = Array.from({ length: 5_001 }, (_, index) => [
      NAME,
      '',
      '题',
      `内容${index}`,
      '道路',
      '',
      '',
    ]);
    expect((await checked(await workbook(...many))).report?.refusal).toEqual({
      code: 'sheet.tooManyRows',
      facts: { most: 5_000 },
    });
  });

  it('are registered all at once when they have no error, and the original is kept', async () => {
    const sheet = await workbook(
      [NAME, '', '', '厂区门口积水，雨天车辆进不来。第二句。', '排水排污', '', '紧急'],
      ['', creditCode(1), '路灯', '路灯坏了', '道路', '东区', ''],
    );
    const state = await checked(sheet);
    expect(state.report).toMatchObject({ rowsWithErrors: 0, messages: [] });
    expect(await as.desk.post(`/api/imports/${state.importId}/commit`)).toMatchObject({
      status: 202,
      body: { status: 'committing' },
    });
    await house.runJobs();
    expect(await stateOf(state.importId)).toMatchObject({ status: 'committed', totalRows: 2, doneRows: 2 });
    const { items } = (await as.desk.get<ResponseOf<typeof demands>>('/api/demands?sort=raisedAt')).body;
    expect(
      items.map(({ title, channel, urgency, category }) => ({ title, channel, urgency, category })),
    ).toEqual(
      expect.arrayContaining([
        { title: '厂区门口积水，雨天车辆进不来', channel: 'import', urgency: 'urgent', category: 'sewage' },
        { title: '路灯', channel: 'import', urgency: 'general', category: 'roads' },
      ]),
    );
    const titles = async (filter: string) =>
      (await as.desk.get<ResponseOf<typeof demands>>(`/api/demands?show=all&${filter}`)).body.items
        .map(({ title }) => title)
        .sort();
    expect(await titles(`import=${state.importId}`)).toEqual(['厂区门口积水，雨天车辆进不来', '路灯']);
    expect(await titles('channel=import')).toEqual(['厂区门口积水，雨天车辆进不来', '路灯']);
    expect(await titles('channel=phone,visit')).toEqual([]);
    expect(await titles(`import=${state.importId}&channel=phone`)).toEqual([]);
    for (const [filter, rows] of [
      [`import=${state.importId}`, 2],
      ['channel=phone', 0],
    ] as const) {
      const file = await as.desk.download(`/api/demands/export?format=csv&show=all&${filter}`);
      expect(file.body.toString().split('厂区门口积水').length > 1).toBe(rows > 0);
    }
    expect((await as.desk.download(`/api/files/${state.fileId}`)).body.equals(sheet)).toBe(true);
    const { body } = await as.desk.get<ResponseOf<typeof importList>>('/api/imports');
    expect(body.items.find(({ importId }) => importId === state.importId)).toMatchObject({
      name: '五月.xlsx',
      fileId: state.fileId,
      status: 'committed',
      totalRows: 2,
      rowsWithErrors: 0,
    });
    expect(body.items.some(({ rowsWithErrors }) => rowsWithErrors === 4)).toBe(true);
    const again = await as.desk.post(`/api/imports/${state.importId}/commit`);
    expect(again).toMatchObject({ status: 409, body: { code: 'import.over' } });
  });

  it('note that a text stands in a demand already', async () => {
    const { report } = await checked(await workbook([NAME, '', '', '路灯 坏了！', '道路', '', '']));
    expect(report?.messages).toMatchObject([{ severity: 'note', code: 'import.same-text-known' }]);
  });

  it('can be cancelled while they are registered, and then nothing of them is', async () => {
    const before = await registered();
    const rows = Array.from({ length: 250 }, (_, index) => [NAME, '', '', `第${index}件事`, '道路', '', '']);
    const { importId } = await checked(await workbook(...rows));
    await as.desk.post(`/api/imports/${importId}/commit`);
    const { demand } = house.stores;
    let decided = 0;
    const store: typeof demand = {
      ...demand,
      context: async (tx, situation) => {
        decided += 1;
        if (decided === 120) await as.desk.post(`/api/imports/${importId}/cancel`);
        return demand.context(tx, situation);
      },
    };
    const kinds = jobKinds({ ...house.deps, store });
    await runJob(
      { pool: house.pool, now: house.deps.now, kinds, onError: fail },
      new AbortController().signal,
    );
    expect(decided).toBe(200);
    expect((await stateOf(importId)).status).toBe('cancelled');
    expect(await registered()).toBe(before);
    expect(await as.desk.post(`/api/imports/${importId}/cancel`)).toMatchObject({ status: 409 });
  });

  it('that killed the program three times are not finished, and say so to whoever sent them', async () => {
    const before = await registered();
    const { importId } = await checked(await workbook([NAME, '', '', '最后一行', '道路', '', '']));
    await as.desk.post(`/api/imports/${importId}/commit`);
    await house.pool.query('update job set attempts = 3, lease_until = now() where subject_id = $1', [
      importId,
    ]);
    const errors: unknown[] = [];
    const onError = (error: unknown) => errors.push(error);
    const kinds = jobKinds({ ...house.deps, store: house.stores.demand });
    const jobs = { pool: house.pool, now: house.deps.now, kinds, onError };
    expect(await runJob(jobs, new AbortController().signal)).toBe(true);
    expect(errors).toHaveLength(1);
    expect((await stateOf(importId)).status).toBe('failed');
    expect(await registered()).toBe(before);
    expect(await as.desk.post(`/api/imports/${importId}/commit`)).toMatchObject({ status: 409 });
  });

  it('are for staff who may register, each for their own', async () => {
    const state = await checked(await workbook([NAME, '', '', '甲', '道路', '', '']));
    expect((await as.officer.get(`/api/imports/${state.importId}`)).status).toBe(404);
    expect((await as.officer.post(`/api/imports/${state.importId}/commit`)).status).toBe(404);
    expect((await as.officer.get('/api/imports')).body).toEqual({ items: [] });
    expect((await as.admin.get('/api/imports')).status).toBe(403);
    expect((await as.contact.get('/api/imports')).status).toBe(404);
    const sheet = await workbook([NAME, '', '', '甲', '道路', '', '']);
    expect((await as.contact.upload('/api/imports', sheet)).status).toBe(404);
    expect((await as.admin.upload('/api/imports', sheet)).status).toBe(403);
  });

  it('come from a template with the zone’s own words to choose from, which is read back', async () => {
    const file = await as.desk.download('/api/imports/template.xlsx');
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(file.body as unknown as ArrayBuffer);
    const sheet = book.getWorksheet('诉求导入');
    for (const [column, value] of [NAME, '', '', '丙', '道路', '水土片区'].entries())
      if (sheet && value !== '') sheet.getCell(2, column + 1).value = value;
    expect(sheet?.getCell('E2').dataValidation.formulae).toEqual(["'可选项'!$A$1:$A$21"]);
    const state = await checked(Buffer.from(await book.xlsx.writeBuffer()));
    expect(state.report).toMatchObject({ rows: 1, rowsWithErrors: 0, unknownHeaders: [] });
  });

  it('are registered whole or not at all when something changed since the check', async () => {
    const before = await registered();
    const state = await checked(
      await workbook([NAME, '', '', '甲', '道路', '', ''], [NAME, '', '', '乙', '通信', '', '']),
    );
    await as.desk.post(`/api/imports/${state.importId}/commit`);
    await house.run('enterprise', house.enterpriseId, {
      type: 'RecordEnterpriseLeft',
      reason: 'movedAway',
    });
    await house.runJobs();
    const after = await stateOf(state.importId);
    expect(after.status).toBe('checked');
    expect(after.report?.rowsWithErrors).toBe(2);
    expect(await registered()).toBe(before);
  });
});

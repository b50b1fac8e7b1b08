import { describe, expect, it } from 'vitest';
import { sampleOoxml } from '../files/testing/sample-zip.ts';
import { columnLetters, type SheetColumn } from './sheet-report.ts';
import { sampleWorkbook, textRow, type SampleWorkbook } from './testing/sample-workbook.ts';
import { readSheet } from './xlsx-read.ts';

const COLUMNS: readonly SheetColumn[] = [
  {
    key: 'enterprise',
    headers: ['企业名称', '企业', 'Enterprise'],
    kind: 'text',
    required: true,
    longest: 20,
  },
  { key: 'raisedOn', headers: ['提出时间', '提出日期', 'Raised on'], kind: 'date' },
  { key: 'phone', headers: ['联系电话', '联系人电话', 'Phone'], kind: 'text' },
  { key: 'amount', headers: ['金额', 'Amount'], kind: 'number' },
];
const request = { columns: COLUMNS, assumedYear: 2024 };

async function read(bytes: Buffer) {
  const seen = await readSheet(bytes, request);
  if (!seen.accepted) throw new Error(seen.refusal.code);
  return seen.value;
}
const refusal = async (bytes: Buffer) => {
  const seen = await readSheet(bytes, request);
  return seen.accepted ? undefined : seen.refusal;
};
const HEADER = textRow(1, '企业名称', '提出时间', '联系电话', '金额');
const readCells = async (cells: string, more: Partial<SampleWorkbook> = {}) => {
  const { rows } = await read(sampleWorkbook({ rows: `${HEADER}<row r="2">${cells}</row>`, ...more }));
  const [row] = rows;
  if (row === undefined) throw new Error('no row');
  const values = Object.fromEntries(Object.entries(row.cells).map(([key, cell]) => [key, cell.value]));
  return { values, messages: row.messages.map(({ code, key }) => `${key} ${code}`), row };
};
const name = '<c r="A2" t="inlineStr"><is><t>甲公司</t></is></c>';

describe('readSheet on values', () => {
  it('reads text, typed dates, serials and numbers, with what was typed', async () => {
    const { row } = await readCells(
      `${name}<c r="B2" s="1"><v>45016</v></c><c r="C2"><v>13800001234</v></c><c r="D2"><v>12.5</v></c>`,
      { styles: [0, 14] },
    );
    expect(row).toEqual({
      rowNumber: 2,
      cells: {
        enterprise: { value: '甲公司', raw: '甲公司' },
        raisedOn: { value: '2023-03-31', raw: '2023-03-31' },
        phone: { value: '13800001234', raw: '13800001234' },
        amount: { value: 12.5, raw: '12.5' },
      },
      messages: [],
    });
  });

  it.each([
    ['a plain serial', '<c r="B2"><v>45016</v></c>', '2023-03-31'],
    ['a custom format', '<c r="B2" s="2"><v>45016.5</v></c>', '2023-03-31'],
    ['digits of a day', '<c r="B2"><v>20230331</v></c>', '2023-03-31'],
    ['text', '<c r="B2" t="inlineStr"><is><t>2023.3.31</t></is></c>', '2023-03-31'],
    ['an ISO cell', '<c r="B2" t="d"><v>2023-03-31T00:00:00</v></c>', '2023-03-31'],
  ])('takes %s for a day', async (_, cell, day) => {
    const formats = { 164: 'yyyy&quot;年&quot;m&quot;月&quot;' };
    const { values } = await readCells(name + cell, { styles: [0, 14, 164], formats });
    expect(values['raisedOn']).toBe(day);
  });

  it('does not take a small number or a scientific one for a day', async () => {
    const formats = { 165: '0.00E+00' };
    const small = await readCells(`${name}<c r="B2"><v>2023.3</v></c>`);
    expect(small.messages).toEqual(['raisedOn cell.notADate']);
    const scientific = await readCells(`${name}<c r="D2" s="1"><v>45016</v></c>`, {
      styles: [0, 165],
      formats,
    });
    expect(scientific.values['amount']).toBe(45_016);
  });

  it('counts in the 1904 system when the workbook does', async () => {
    const { values } = await readCells(`${name}<c r="B2"><v>43554</v></c>`, { is1904: true });
    expect(values['raisedOn']).toBe('2023-03-31');
  });

  it('takes the stored result of a formula and says so', async () => {
    const cell = '<c r="A2" t="str"><f>"甲"&amp;"公司"</f><v>甲公司</v></c><c r="D2"><f>1+1</f><v>7</v></c>';
    const { values, row } = await readCells(cell);
    expect(values).toMatchObject({ enterprise: '甲公司', amount: 7 });
    expect(row.messages).toEqual([
      expect.objectContaining({ severity: 'note', code: 'cell.formula', columnLetters: 'A' }),
      expect.objectContaining({ severity: 'note', code: 'cell.formula', facts: { formula: '1+1' } }),
    ]);
  });

  it.each([
    ['cell.formulaWithoutValue', 'amount', `${name}<c r="D2"><f>1+1</f></c>`],
    ['cell.broken', 'amount', `${name}<c r="D2" t="e"><v>#REF!</v></c>`],
    ['cell.notANumber', 'amount', `${name}<c r="D2" t="inlineStr"><is><t>约三万</t></is></c>`],
    ['cell.missing', 'enterprise', '<c r="D2"><v>1</v></c>'],
    ['cell.tooLong', 'enterprise', `<c r="A2" t="inlineStr"><is><t>${'长'.repeat(21)}</t></is></c>`],
    ['cell.notADate', 'raisedOn', `${name}<c r="B2" t="inlineStr"><is><t>尽快</t></is></c>`],
  ])('reports %s at its cell and keeps reading', async (code, key, cells) => {
    const { row } = await readCells(cells);
    expect(row.messages).toEqual([expect.objectContaining({ severity: 'error', rowNumber: 2, key, code })]);
    expect(row.cells[key]?.value).toBeUndefined();
  });

  it('notes an assumed year and digits that Excel lost', async () => {
    const cells = `${name}<c r="B2" t="inlineStr"><is><t>3月31日</t></is></c><c r="C2"><v>5.00108199001011E+17</v></c>`;
    const { values, messages } = await readCells(cells);
    expect(values).toMatchObject({ raisedOn: '2024-03-31', phone: '500108199001011000' });
    expect(messages).toEqual(['raisedOn cell.yearAssumed', 'phone cell.digitsLost']);
  });

  it('joins rich text, leaves readings out and undoes escapes', async () => {
    const strings = [
      '<r><t>甲</t></r><r><t>公司</t></r><rPh><t>jia</t></rPh>',
      '<t>a_x000D_b_x005F_x0041_</t>',
    ];
    const cells = '<c r="A2" t="s"><v>0</v></c><c r="C2" t="s"><v>1</v></c>';
    const { values } = await readCells(cells, { strings });
    expect(values).toMatchObject({ enterprise: '甲公司', phone: 'a\nb_x0041_' });
  });

  it('reads numbers with separators and full-width digits', async () => {
    const { values } = await readCells(`${name}<c r="D2" t="inlineStr"><is><t>１,234.50</t></is></c>`);
    expect(values['amount']).toBe(1234.5);
  });
});

describe('readSheet on headers', () => {
  it.each([
    ['in English', textRow(1, 'enterprise', 'RAISED ON', 'Phone')],
    ['with decorations', textRow(1, '* 企业名称（必填）', '提出 时间：', '联系电话 [手机]')],
    [
      'below a title and a note',
      textRow(1, '诉求汇总表') + textRow(2, '填表说明') + textRow(4, '企业', '提出日期', '联系电话'),
    ],
    ['in two merged rows', textRow(2, '企业名称', '提出时间', '联系人') + textRow(3, '', '', '电话')],
  ])('finds them %s', async (_, header) => {
    const behind = '<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>';
    const rows = `${header}${textRow(9, '甲公司', '2023-3-31', '0730')}`;
    const sheet = await read(sampleWorkbook({ rows, behind }));
    expect(sheet.rows).toHaveLength(1);
    const cells = sheet.rows[0]?.cells;
    expect([cells?.['enterprise']?.value, cells?.['raisedOn']?.value, cells?.['phone']?.value]).toEqual([
      '甲公司',
      '2023-03-31',
      '0730',
    ]);
  });

  it('names the headers it does not know, and skips hidden sheets', async () => {
    const rows = textRow(1, '企业名称', '心情') + textRow(2, '甲公司', '好');
    const sheet = await read(sampleWorkbook({ rows }));
    expect(sheet).toMatchObject({
      unknownHeaders: ['心情'],
      sheetName: '诉求',
      sheetNames: ['旧表', '诉求'],
    });
  });

  it.each([
    ['sheet.noHeader', textRow(1, '甲', '乙')],
    ['sheet.missingColumns', textRow(1, '提出时间', '联系电话')],
    ['sheet.duplicateColumns', textRow(1, '企业名称', '企业')],
    ['sheet.noRows', HEADER],
  ])('answers %s', async (code, rows) => {
    expect((await refusal(sampleWorkbook({ rows })))?.code).toBe(code);
  });

  it('says which columns are missing', async () => {
    expect((await refusal(sampleWorkbook({ rows: textRow(1, '提出时间') })))?.facts).toEqual({
      columns: ['企业名称'],
    });
  });
});

const many = (count: number) =>
  HEADER + Array.from({ length: count }, (_, index) => textRow(index + 2, '甲公司')).join('');

describe('readSheet on limits', () => {
  it('reads 20,000 rows and refuses one more', async () => {
    expect((await read(sampleWorkbook({ rows: many(20_000) }))).rows).toHaveLength(20_000);
    expect((await refusal(sampleWorkbook({ rows: many(20_001) })))?.code).toBe('sheet.tooManyRows');
  });

  it('refuses a cell beyond 200 columns', async () => {
    const rows = `${HEADER}<row r="2"><c r="GS2"><v>1</v></c></row>`;
    expect((await refusal(sampleWorkbook({ rows })))?.code).toBe('sheet.tooManyColumns');
  });

  it.each([
    ['file.macros', sampleOoxml('xlsm')],
    [
      'file.encrypted',
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
    ],
    ['file.oldOffice', Buffer.from('d0cf11e0a1b11ae100', 'hex')],
    ['file.empty', Buffer.alloc(0)],
    ['file.tooLarge', Buffer.alloc(21 * 1024 * 1024, 'x')],
    ['sheet.notASheet', sampleOoxml('docx')],
    ['sheet.notASheet', Buffer.from([0x89, 0x50, 0, 0, 0xff, 0xff])],
    ['file.expandsTooMuch', sampleOoxml('xlsx', { name: 'xl/a.xml', content: ' '.repeat(65 * 1024 * 1024) })],
    ['file.dangerousXml', sampleWorkbook({ rows: '<!DOCTYPE a [<!ENTITY b "c">]>' })],
    ['file.damaged', sampleWorkbook({ rows: '<row><c></row>' })],
    ['file.damaged', sampleWorkbook({ rows: '<row><c t="inlineStr"><is><t>&lol;</t></is></c></row>' })],
  ])('answers %s', async (code, bytes) => {
    expect((await refusal(bytes))?.code).toBe(code);
  });

  it('asks which sheets there are when the wanted one is missing', async () => {
    const seen = await readSheet(sampleWorkbook({ rows: HEADER }), { ...request, sheetName: '没有' });
    expect(seen.accepted ? undefined : seen.refusal).toEqual({
      code: 'sheet.noSuchSheet',
      facts: { names: ['旧表', '诉求'] },
    });
  });
});

describe('readSheet on CSV', () => {
  const text = '企业名称,提出时间,联系电话,金额\r\n"甲,公司",2023/3/31,"说""好""\n两行","1,200"\r\n';
  const expected = { enterprise: '甲,公司', raisedOn: '2023-03-31', phone: '说"好"\n两行', amount: 1200 };
  // 企业名称 and 甲公司 in GB18030.
  const chinese = Buffer.from('c6f3d2b5c3fbb3c60ab8ddb9abcbbe0a', 'hex');

  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${text}`)],
    ['UTF-16 as Excel saves it', Buffer.from(`\ufeff${text}`, 'utf16le')],
  ])('reads %s', async (_, bytes) => {
    const { rows } = await read(bytes);
    const values = Object.entries(rows[0]?.cells ?? {}).map(([key, cell]) => [key, cell.value]);
    expect(Object.fromEntries(values)).toEqual(expected);
  });

  it('reads GB18030', async () => {
    const { rows } = await read(
      Buffer.from(chinese.toString('hex').replace('b8ddb9abcbbe', 'bcd7b9abcbbe'), 'hex'),
    );
    expect(rows[0]?.cells['enterprise']?.value).toBe('甲公司');
  });

  it.each([['\t'], [';']])('reads fields parted by %j', async (delimiter) => {
    const { rows } = await read(Buffer.from(`企业${delimiter}金额\n甲${delimiter}3`));
    expect(rows[0]?.cells['amount']?.value).toBe(3);
  });

  it('takes back the guard of exported CSV, and only that', async () => {
    const { rows } = await read(Buffer.from('企业\n"\'=1+1"\n\'甲'));
    expect(rows.map((row) => row.cells['enterprise']?.value)).toEqual(['=1+1', "'甲"]);
  });
});

describe('columnLetters', () => {
  it('counts as spreadsheets do', () => {
    expect([0, 25, 26, 199, 701, 702].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'GR', 'ZZ', 'AAA']);
  });
});

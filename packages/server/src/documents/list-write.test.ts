import ExcelJS from 'exceljs';
import { buffer, text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { csvStream } from './csv-write.ts';
import type { ListRow, ListSheet } from './list-sheet.ts';
import { readSheet } from './xlsx-read.ts';
import { xlsxStream } from './xlsx-write.ts';

const SHEET: ListSheet = {
  title: '诉求/清单',
  paper: 'A3',
  columns: [
    { key: 'title', header: '标题', width: 40, kind: 'text' },
    { key: 'raisedOn', header: '提出日期', width: 12, kind: 'date' },
    { key: 'days', header: '天数', width: 8, kind: 'number' },
  ],
};
const READING = {
  assumedYear: 2024,
  columns: [
    { key: 'title', headers: ['标题'], kind: 'text' },
    { key: 'raisedOn', headers: ['提出日期'], kind: 'date' },
    { key: 'days', headers: ['天数'], kind: 'number' },
  ],
} as const;

const HOSTILE = [
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '=cmd|"/c calc"!A1',
  '＝1+1',
  ' =1+1',
  '\t=1+1',
  '"=1',
  '_x0041_',
];

async function* rowsOf(...rows: ListRow[]) {
  yield* rows;
}
const hostileRows = () => rowsOf(...HOSTILE.map((title) => ({ title, raisedOn: '2024-11-05', days: -3 })));

async function* failing(): AsyncGenerator<ListRow> {
  yield { title: 'a' };
  throw new Error('connection lost');
}

async function load(bytes: Buffer) {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes as never);
  const [worksheet] = book.worksheets;
  if (worksheet === undefined) throw new Error('no sheet');
  return worksheet;
}

describe('xlsxStream', () => {
  it('sets up header, filter, frozen row and print', async () => {
    const worksheet = await load(await buffer(xlsxStream(SHEET, hostileRows())));
    expect(worksheet.name).toBe('诉求 清单');
    expect(worksheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
    expect(worksheet.autoFilter).toBe('A1:C11');
    expect(worksheet.pageSetup).toMatchObject({
      paperSize: 8,
      orientation: 'landscape',
      fitToWidth: 1,
      printTitlesRow: '1:1',
    });
    expect(worksheet.getCell('A1').font.bold).toBe(true);
    expect(worksheet.getColumn(1).width).toBe(40);
  });

  it('writes days and numbers as such', async () => {
    const rows = rowsOf(
      { title: 'a', raisedOn: '2024-11-05', days: 3 },
      { title: 'b', raisedOn: '2024-11-05T09:30:00.000+08:00', days: 1.5 },
    );
    const worksheet = await load(await buffer(xlsxStream(SHEET, rows)));
    expect(worksheet.getCell('B2').value).toEqual(new Date(Date.UTC(2024, 10, 5)));
    expect(worksheet.getCell('B3').value).toEqual(new Date(Date.UTC(2024, 10, 5, 9, 30)));
    expect(worksheet.getCell('B3').numFmt).toBe('yyyy-mm-dd hh:mm');
    expect(worksheet.getCell('C3').value).toBe(1.5);
  });

  it('holds no formula, whatever people typed, and gives the text back', async () => {
    const bytes = await buffer(xlsxStream(SHEET, hostileRows()));
    const worksheet = await load(bytes);
    worksheet.eachRow((row) => row.eachCell((cell) => expect(cell.formula).toBeUndefined()));
    expect(worksheet.getCell('A2').numFmt).toBe('@');
    const seen = await readSheet(bytes, READING);
    const titles = seen.accepted ? seen.value.rows.map((row) => row.cells['title']?.value) : [];
    expect(titles).toEqual(HOSTILE.map((title) => title.trim()));
  });

  it('links to web addresses only', async () => {
    const links = [
      { title: { text: 'SQ-1', href: 'https://zone.example.cn/demands/1' } },
      { title: { text: 'SQ-2', href: 'javascript:alert(1)' } },
    ];
    const worksheet = await load(await buffer(xlsxStream(SHEET, rowsOf(...links))));
    expect(worksheet.getCell('A2').hyperlink).toBe('https://zone.example.cn/demands/1');
    expect(worksheet.getCell('A3').value).toBe('SQ-2');
  });

  it('fails its stream when the rows fail', async () => {
    await expect(buffer(xlsxStream(SHEET, failing()))).rejects.toThrow('connection lost');
  });

  it('stops asking for rows once nobody reads', async () => {
    let asked = 0;
    const endless = async function* (): AsyncGenerator<ListRow> {
      for (;;) yield { title: `row ${(asked += 1)}` };
    };
    const stream = xlsxStream(SHEET, endless());
    await new Promise((resolve) => stream.once('readable', resolve));
    stream.destroy();
    await new Promise((resolve) => setTimeout(resolve, 50));
    const then = asked;
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(asked).toBe(then);
  });
});

describe('csvStream', () => {
  it('begins with a byte order mark and guards what looks like a formula', async () => {
    const csv = await text(
      csvStream(SHEET, rowsOf({ title: '=1+1', raisedOn: '2024-11-05', days: -3 }, { title: '说"好"' })),
    );
    expect(csv).toBe('\ufeff"标题","提出日期","天数"\r\n"\'=1+1",2024-11-05,-3\r\n"说""好""",,\r\n');
  });

  it('guards every known start of a formula', async () => {
    const lines = (
      await text(csvStream(SHEET, rowsOf(...HOSTILE.slice(0, 8).map((title) => ({ title })))))
    ).split('\r\n');
    for (const line of lines.slice(1, -1)) expect(line.startsWith(`"'`)).toBe(true);
  });

  it('gives the text back when read again', async () => {
    const seen = await readSheet(await buffer(csvStream(SHEET, hostileRows())), READING);
    const titles = seen.accepted ? seen.value.rows.map((row) => row.cells['title']?.value) : [];
    expect(titles).toEqual(HOSTILE.map((title) => title.trim()));
  });
});

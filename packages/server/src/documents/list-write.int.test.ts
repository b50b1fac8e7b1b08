import { buffer } from 'node:stream/consumers';
import { afterAll, describe, expect, it } from 'vitest';
import { csvStream } from './csv-write.ts';
import type { ListRow, ListSheet } from './list-sheet.ts';
import { closeOffice, convertWithOffice, printDocument } from './testing/open-document.ts';
import { readSheet } from './xlsx-read.ts';
import { xlsxStream } from './xlsx-write.ts';

const sheet = (paper: 'A4' | 'A3'): ListSheet => ({
  title: '诉求清单',
  paper,
  columns: [
    { key: 'title', header: '标题', width: 40, kind: 'text' },
    { key: 'raisedOn', header: '提出日期', width: 12, kind: 'date' },
  ],
});
const HOSTILE = ['=1+1', '+1+1', '-1+1', '@SUM(1,1)', '=HYPERLINK("http://x.example","y")', '＝1+1', ' =1+1'];

const READING = { assumedYear: 2024, columns: [{ key: 'title', headers: ['标题'], kind: 'text' }] } as const;

async function* rows(count: number): AsyncGenerator<ListRow> {
  for (const title of HOSTILE) yield { title, raisedOn: '2024-11-05' };
  for (let row = 0; row < count; row += 1) yield { title: `第${row + 1}行`, raisedOn: '2024-11-05' };
}

afterAll(closeOffice);

describe('a list opened by LibreOffice', () => {
  it('shows as .xlsx the literal text of what looks like a formula', async () => {
    const bytes = await buffer(xlsxStream(sheet('A4'), rows(0)));
    const csv = String(await convertWithOffice(bytes, 'xlsx', 'csv:Text - txt - csv (StarCalc):9,34,76'));
    const titles = csv
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split('\t')[0]?.replaceAll('""', '"'));
    expect(titles).toEqual(HOSTILE.map((title) => (title.includes('"') ? `"${title}"` : title.trim())));
    expect(csv).toContain('2024-11-05');
  });

  it('would compute an unguarded .csv', async () => {
    const book = await convertWithOffice(Buffer.from('"标题"\n"=1+1"\n'), 'csv', 'xlsx');
    const seen = await readSheet(book, READING);
    expect(seen.accepted && seen.value.rows[0]?.cells['title']?.value).toBe('2');
  });

  it('computes nothing of our .csv', async () => {
    const bytes = await buffer(csvStream(sheet('A4'), rows(0)));
    const workbook = await convertWithOffice(bytes, 'csv', 'xlsx');
    const seen = await readSheet(workbook, READING);
    if (!seen.accepted) throw new Error(seen.refusal.code);
    expect(seen.value.rows.map((row) => row.cells['title']?.value)).toEqual(
      HOSTILE.map((title) => `'${title}`),
    );
    expect(seen.value.rows.flatMap((row) => row.messages)).toEqual([]);
  });

  it('prints landscape on its paper with the header on every page', async () => {
    const sizes = { A4: [842, 595], A3: [1191, 842] } as const;
    for (const paper of ['A4', 'A3'] as const) {
      const pages = await printDocument(await buffer(xlsxStream(sheet(paper), rows(200))), 'xlsx');
      expect(pages.length).toBeGreaterThan(1);
      for (const page of pages) {
        expect([Math.round(page.width), Math.round(page.height)]).toEqual(sizes[paper]);
        expect(page.lines[0]?.text).toBe('标题提出日期');
      }
    }
  });
});

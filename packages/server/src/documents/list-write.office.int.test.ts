import { buffer } from 'node:stream/consumers';
import { afterAll, describe, expect, it } from 'vitest';
import { csvStream } from './csv-write.ts';
import type { ListRow, ListSheet } from './list-sheet.ts';
import { closeOffice, convertWithOffice, printDocuments } from './testing/open-document.ts';
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

const manyPages = (paper: 'A4' | 'A3') => buffer(xlsxStream(sheet(paper), rows(200)));

afterAll(closeOffice);

describe('a list opened by LibreOffice', () => {
  it('shows as .xlsx the literal text of what looks like a formula', async () => {
    const bytes = await buffer(xlsxStream(sheet('A4'), rows(0)));
    const opened = await convertWithOffice({ bytes }, 'xlsx', 'csv:Text - txt - csv (StarCalc):9,34,76');
    const csv = String(opened.bytes);
    const titles = csv
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split('\t')[0]?.replaceAll('""', '"'));
    expect(titles).toEqual(HOSTILE.map((title) => (title.includes('"') ? `"${title}"` : title.trim())));
    expect(csv).toContain('2024-11-05');
  });

  it('computes nothing of our .csv, as it would of an unguarded one', async () => {
    const ours = await buffer(csvStream(sheet('A4'), rows(0)));
    const unguarded = Buffer.from('"标题"\n"=1+1"\n');
    const books = await convertWithOffice({ ours, unguarded }, 'csv', 'xlsx');
    const computed = await readSheet(books.unguarded, READING);
    expect(computed.accepted && computed.value.rows[0]?.cells['title']?.value).toBe('2');
    const seen = await readSheet(books.ours, READING);
    if (!seen.accepted) throw new Error(seen.refusal.code);
    expect(seen.value.rows.map((row) => row.cells['title']?.value)).toEqual(
      HOSTILE.map((title) => `'${title}`),
    );
    expect(seen.value.rows.flatMap((row) => row.messages)).toEqual([]);
  });

  it('prints landscape on its paper with the header on every page', async () => {
    const sizes = { A4: [842, 595], A3: [1191, 842] } as const;
    const printed = await printDocuments({ A4: await manyPages('A4'), A3: await manyPages('A3') }, 'xlsx');
    for (const paper of ['A4', 'A3'] as const) {
      const pages = printed[paper];
      expect(pages.length).toBeGreaterThan(1);
      for (const page of pages) {
        expect([Math.round(page.width), Math.round(page.height)]).toEqual(sizes[paper]);
        expect(page.lines[0]?.text).toBe('标题提出日期');
      }
    }
  });
});

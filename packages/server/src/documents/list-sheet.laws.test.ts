import * as fc from 'fast-check';
import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { cleanText } from './clean-text.ts';
import { csvStream } from './csv-write.ts';
import type { ListRow, ListSheet } from './list-sheet.ts';
import { sampleWorkbook, textRow } from './testing/sample-workbook.ts';
import { readSheet } from './xlsx-read.ts';
import { xlsxStream } from './xlsx-write.ts';

const SHEET: ListSheet = {
  title: '清单',
  paper: 'A4',
  columns: [
    { key: 'id', header: '编号', width: 8, kind: 'number' },
    { key: 'text', header: '内容', width: 8, kind: 'text' },
  ],
};
const READING = {
  assumedYear: 2024,
  columns: [
    { key: 'id', headers: ['编号'], kind: 'number', required: true },
    { key: 'text', headers: ['内容'], kind: 'text' },
  ],
} as const;

const typed = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc
    .array(
      fc.constantFrom(
        '=',
        '+',
        '-',
        '@',
        "'",
        '"',
        ',',
        ';',
        '\t',
        '\r\n',
        '\n',
        ' ',
        '_x0041_',
        '<',
        '&',
        'a',
        '诉求',
        '\ud800',
      ),
    )
    .map((parts) => parts.join('')),
);
const texts = fc.array(typed, { minLength: 1, maxLength: 12 });

async function* rowsOf(list: readonly string[]): AsyncGenerator<ListRow> {
  for (const [id, text] of list.entries()) yield { id, text };
}

async function readBack(bytes: Buffer): Promise<unknown[]> {
  const seen = await readSheet(bytes, READING);
  if (!seen.accepted) throw new Error(seen.refusal.code);
  return seen.value.rows.map((row) => row.cells['text']?.value ?? '');
}
const expected = (list: readonly string[]) => list.map((text) => cleanText(text).trim());

describe('lists', () => {
  it('come back from .csv as they were typed', async () => {
    await fc.assert(
      fc.asyncProperty(texts, async (list) => {
        expect(await readBack(await buffer(csvStream(SHEET, rowsOf(list))))).toEqual(expected(list));
      }),
      { numRuns: 500 },
    );
  });

  it('come back from .xlsx as they were typed', async () => {
    await fc.assert(
      fc.asyncProperty(texts, async (list) => {
        expect(await readBack(await buffer(xlsxStream(SHEET, rowsOf(list))))).toEqual(expected(list));
      }),
      { numRuns: 100 },
    );
  });
});

describe('spoiled sheets', () => {
  const sample = sampleWorkbook({
    rows: textRow(1, '编号', '内容') + textRow(2, '1', '甲'),
    strings: ['<t>a</t>'],
  });
  const rubbish = fc.array(
    fc.constantFrom(
      '<row>',
      '</row>',
      '<c r="B2">',
      '<c t="s">',
      '</c>',
      '<v>',
      '</v>',
      '99',
      '-1',
      '<is>',
      '<t>',
      '</t>',
      '</is>',
      '<f>',
      '&#0;',
      '<row r="x">',
    ),
  );

  it('are refused or read, never thrown at', async () => {
    await fc.assert(
      fc.asyncProperty(rubbish, async (parts) => {
        const rows = textRow(1, '编号', '内容') + parts.join('');
        expect(typeof (await readSheet(sampleWorkbook({ rows }), READING)).accepted).toBe('boolean');
      }),
      { numRuns: 300 },
    );
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.nat(255), async (at, value) => {
        const bytes = Buffer.from(sample);
        bytes[at % bytes.length] = value;
        expect(typeof (await readSheet(bytes, READING)).accepted).toBe('boolean');
      }),
      { numRuns: 300 },
    );
  });
});

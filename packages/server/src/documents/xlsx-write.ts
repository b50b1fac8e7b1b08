import { assertDate } from '@xiaoer/domain/time/local-date';
import type ExcelJS from 'exceljs';
import { once } from 'node:events';
import { PassThrough, type Readable } from 'node:stream';
import { setImmediate as breathe } from 'node:timers/promises';
import { FIRST_EXACT_DAY, excelMomentSerial, excelSerial } from './excel-date.ts';
import {
  dayAndTime,
  textOf,
  type ListColumn,
  type ListRow,
  type ListSheet,
  type ListValue,
} from './list-sheet.ts';

const LONGEST_CELL = 32_767;
const ROWS_PER_BREATH = 50;
const PAPER_NUMBERS = { A3: 8, A4: 9 } as const;
/** Office programs read `_x0041_` in a cell as the letter A; a person who typed it meant what was typed. */
const ESCAPE_LIKE = /_x[0-9A-Fa-f]{4}_/gu;

const DATE_FORMAT = 'yyyy-mm-dd';
const MOMENT_FORMAT = 'yyyy-mm-dd hh:mm';
/** `@` keeps a text a text when somebody edits the cell. */
const FORMATS = { text: '@', date: DATE_FORMAT, number: 'General' } as const;
const THIN = { style: 'thin', color: { argb: 'FFBFBFBF' } } as const;
const BORDER = { top: THIN, left: THIN, bottom: THIN, right: THIN };

const textCell = (value: ListValue) =>
  textOf(value)
    .replaceAll(ESCAPE_LIKE, (escape) => `_x005F${escape}`)
    .slice(0, LONGEST_CELL)
    .toWellFormed();

/** Strings, numbers and links only: no value of a row can become a formula. */
function writeCell(cell: ExcelJS.Cell, column: ListColumn, value: ListValue): void {
  if (value === undefined || value === '') return;
  if (column.kind === 'number' && typeof value === 'number') {
    if (Number.isFinite(value)) cell.value = value;
    return;
  }
  const moment = column.kind === 'date' ? dayAndTime(value) : undefined;
  if (moment !== undefined && moment.date >= FIRST_EXACT_DAY) {
    const date = assertDate(moment.date);
    cell.value = moment.time === undefined ? excelSerial(date) : excelMomentSerial(date, moment.time);
    if (moment.time !== undefined) cell.numFmt = MOMENT_FORMAT;
    return;
  }
  const isLink = typeof value === 'object' && /^https?:\/\//u.test(value.href);
  cell.value = isLink ? { text: textCell(value), hyperlink: value.href } : textCell(value);
}

function columnStyle(column: ListColumn): Partial<ExcelJS.Style> {
  return {
    numFmt: FORMATS[column.kind],
    border: BORDER,
    alignment: {
      vertical: 'top',
      wrapText: column.kind === 'text',
      horizontal: column.kind === 'date' ? 'center' : column.kind === 'number' ? 'right' : 'left',
    },
  };
}

function startSheet(book: ExcelJS.stream.xlsx.WorkbookWriter, sheet: ListSheet): ExcelJS.Worksheet {
  // A sheet's name has at most 31 characters and none of []:*?/\ in it.
  const name = textOf(sheet.title)
    .replaceAll(/[[\]:*?/\\']/gu, ' ')
    .slice(0, 31);
  const worksheet = book.addWorksheet(name, {
    views: [{ state: 'frozen', ySplit: 1 }],
    pageSetup: {
      paperSize: PAPER_NUMBERS[sheet.paper] as ExcelJS.PaperSize,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '1:1',
      margins: { left: 0.5, right: 0.5, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: '&C— &P —' },
  });
  worksheet.columns = sheet.columns.map((column) => ({ width: column.width }));
  const header = worksheet.getRow(1);
  sheet.columns.forEach((column, index) => {
    const cell = header.getCell(index + 1);
    cell.value = textCell(column.header);
    cell.style = {
      font: { bold: true },
      fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE8EEF4' } },
      border: BORDER,
      alignment: { vertical: 'middle', horizontal: 'center', wrapText: true },
      numFmt: '@',
    };
  });
  header.commit();
  return worksheet;
}

async function fill(sheet: ListSheet, rows: AsyncIterable<ListRow>, out: PassThrough): Promise<void> {
  const { default: excel } = await import('exceljs');
  const book = new excel.stream.xlsx.WorkbookWriter({
    stream: out,
    useStyles: true,
    useSharedStrings: false,
  });
  const worksheet = startSheet(book, sheet);
  const styles = sheet.columns.map(columnStyle);
  let written = 1;
  for await (const row of rows) {
    if (out.destroyed) return;
    written += 1;
    const target = worksheet.getRow(written);
    sheet.columns.forEach((column, index) => {
      const cell = target.getCell(index + 1);
      cell.style = { ...styles[index] };
      writeCell(cell, column, row[column.key]);
    });
    target.commit();
    if (written % ROWS_PER_BREATH !== 0) continue;
    await breathe();
    if (out.writableNeedDrain) await Promise.race([once(out, 'drain'), once(out, 'close')]);
  }
  worksheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: written, column: sheet.columns.length } };
  await book.commit();
}

/** Writes a list as .xlsx while its rows arrive; destroying the stream stops the rows. */
export function xlsxStream(sheet: ListSheet, rows: AsyncIterable<ListRow>): Readable {
  const out = new PassThrough();
  fill(sheet, rows, out).catch((fault: unknown) => {
    out.destroy(fault instanceof Error ? fault : new Error('The list could not be written.'));
  });
  return out;
}

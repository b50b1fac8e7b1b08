import { Readable } from 'node:stream';
import {
  dayAndTime,
  textOf,
  type ListColumn,
  type ListRow,
  type ListSheet,
  type ListValue,
} from './list-sheet.ts';

const BYTE_ORDER_MARK = '\ufeff';

/**
 * Starts of a cell that spreadsheet programs take for a formula (OWASP, "CSV Injection"), in full width too, also
 * behind blanks; and what would read like our own guard before one.
 */
const FORMULA_START = /^'*(?:\s*[=+\-@＝＋－＠]|[\t\r\n])/u;

/** People's text as one quoted CSV field that no program computes. */
export function csvText(text: string): string {
  const guarded = FORMULA_START.test(text) ? `'${text}` : text;
  return `"${guarded.replaceAll('"', '""')}"`;
}

function csvField(column: ListColumn, value: ListValue): string {
  if (value === undefined || value === '') return '';
  if (column.kind === 'number' && typeof value === 'number')
    return Number.isFinite(value) ? String(value) : '';
  const moment = column.kind === 'date' ? dayAndTime(value) : undefined;
  if (moment === undefined) return csvText(textOf(value));
  return moment.time === undefined ? moment.date : `${moment.date} ${moment.time}`;
}

async function* csvLines(sheet: ListSheet, rows: AsyncIterable<ListRow>): AsyncGenerator<string> {
  yield `${BYTE_ORDER_MARK}${sheet.columns.map((column) => csvText(column.header)).join(',')}\r\n`;
  for await (const row of rows) {
    yield `${sheet.columns.map((column) => csvField(column, row[column.key])).join(',')}\r\n`;
  }
}

/** Writes a list as CSV (RFC 4180, UTF-8 with byte order mark) while its rows arrive. */
export function csvStream(sheet: ListSheet, rows: AsyncIterable<ListRow>): Readable {
  return Readable.from(csvLines(sheet, rows));
}

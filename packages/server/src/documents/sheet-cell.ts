import type { CellCode } from '@xiaoer/contract/sheet-problems';
import { fromExcelSerial, readTypedDate } from './excel-date.ts';
import {
  columnLetters,
  type CellMessage,
  type RawCell,
  type RawRow,
  type SheetCell,
  type SheetColumn,
  type SheetRow,
} from './sheet-report.ts';

export type CellContext = {
  /** The year of a date typed without one. */
  readonly assumedYear: number;
  readonly is1904: boolean;
};

type Finding = { readonly code: CellCode; readonly facts: CellMessage['facts'] };
type Meaning = { readonly value: SheetCell['value']; readonly error?: Finding; readonly note?: Finding };

/** 1954-10-03 to 2119-01-11: a number outside is no day unless its format says so. */
const LIKELY_SERIALS = { from: 20_000, to: 80_000 };
const MOST_EXACT_DIGITS = 15;

const wrong = (code: CellCode, cell: RawCell): Meaning => ({
  value: undefined,
  error: { code, facts: { typed: cell.text.slice(0, 100) } },
});

function dateMeaning(cell: RawCell, context: CellContext): Meaning {
  const { number } = cell;
  const isSerial =
    number !== undefined &&
    (cell.isDate === true || (number >= LIKELY_SERIALS.from && number <= LIKELY_SERIALS.to));
  if (isSerial) {
    const moment = fromExcelSerial(number, context.is1904);
    return moment === undefined ? wrong('cell.notADate', cell) : { value: moment.date };
  }
  if (number !== undefined && !Number.isInteger(number)) return wrong('cell.notADate', cell);
  const typed = readTypedDate(cell.text, context.assumedYear);
  if (typed === undefined) return wrong('cell.notADate', cell);
  if (!typed.yearAssumed) return { value: typed.date };
  return { value: typed.date, note: { code: 'cell.yearAssumed', facts: { year: context.assumedYear } } };
}

function numberMeaning(cell: RawCell): Meaning {
  if (cell.number !== undefined && cell.isDate !== true) return { value: cell.number };
  const text = cell.text.normalize('NFKC').replaceAll(/[\s,]/gu, '');
  return /^[+-]?(?:\d+\.?\d*|\.\d+)$/u.test(text) ? { value: Number(text) } : wrong('cell.notANumber', cell);
}

function textMeaning(cell: RawCell): Meaning {
  const value = cell.text.trim();
  const long = cell.number !== undefined && value.replaceAll(/\D/gu, '').length > MOST_EXACT_DIGITS;
  return long ? { value, note: { code: 'cell.digitsLost', facts: { typed: value } } } : { value };
}

function meaningOf(cell: RawCell, column: SheetColumn, context: CellContext): Meaning {
  if (cell.fault !== undefined) return wrong('cell.broken', cell);
  if (cell.text.trim() === '' && cell.formula !== undefined) {
    return {
      value: undefined,
      error: { code: 'cell.formulaWithoutValue', facts: { formula: cell.formula } },
    };
  }
  if (column.longest !== undefined && cell.text.trim().length > column.longest) {
    const facts = { longest: column.longest, length: cell.text.trim().length };
    return { value: undefined, error: { code: 'cell.tooLong', facts } };
  }
  if (column.kind === 'date') return dateMeaning(cell, context);
  return column.kind === 'number' ? numberMeaning(cell) : textMeaning(cell);
}

const MISSING: Meaning = { value: undefined, error: { code: 'cell.missing', facts: {} } };
const BLANK: Meaning = { value: undefined };

/** What the cells of a row mean in the columns that the header names. */
export function readRow(
  row: RawRow,
  columns: readonly { readonly column: SheetColumn; readonly place: number }[],
  context: CellContext,
): SheetRow {
  const cells: Record<string, SheetCell> = {};
  const messages: CellMessage[] = [];
  for (const { column, place } of columns) {
    const raw = row.cells.get(place);
    const { key, required } = column;
    const meaning =
      raw === undefined ? (required === true ? MISSING : BLANK) : meaningOf(raw, column, context);
    cells[key] = { value: meaning.value, raw: raw?.text ?? '' };
    const where = { rowNumber: row.rowNumber, key, columnLetters: columnLetters(place) };
    if (meaning.error !== undefined) messages.push({ severity: 'error', ...where, ...meaning.error });
    if (meaning.note !== undefined) messages.push({ severity: 'note', ...where, ...meaning.note });
    if (raw?.formula !== undefined && meaning.error === undefined) {
      messages.push({ severity: 'note', ...where, code: 'cell.formula', facts: { formula: raw.formula } });
    }
  }
  return { rowNumber: row.rowNumber, cells, messages };
}

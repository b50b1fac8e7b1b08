import { cleanText } from './clean-text.ts';
import type { RawCell, RawRow } from './sheet-report.ts';
import { fromExcelSerial } from './excel-date.ts';
import { unescapeCell, type Workbook } from './xlsx-workbook.ts';
import { feedXml } from './xml-events.ts';

const LONGEST_TEXT = 32_767;
const LONGEST_FORMULA = 200;
const ERROR_TYPE = 'e';

type OpenCell = {
  readonly column: number;
  readonly type: string;
  readonly style: number;
  value: string;
  formula: string | undefined;
};

function columnOf(reference: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}/u.exec(reference ?? '')?.[0];
  if (letters === undefined) return undefined;
  return [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** Up to 15 significant digits, as Excel keeps them. */
const numberText = (value: number) => String(Number(value.toPrecision(15)));

function numericCell(value: number, isDate: boolean, is1904: boolean): RawCell {
  const moment = isDate ? fromExcelSerial(value, is1904) : undefined;
  if (moment === undefined) return { text: numberText(value), number: value };
  const text = moment.time === undefined ? moment.date : `${moment.date} ${moment.time}`;
  return { text, number: value, isDate: true };
}

function plainCell(cell: OpenCell, workbook: Workbook): RawCell | undefined {
  if (cell.type === 's') return { text: cleanText(workbook.strings[Number(cell.value)] ?? '') };
  if (cell.type === 'b') return { text: cell.value.trim() === '1' ? 'TRUE' : 'FALSE' };
  if (cell.type === ERROR_TYPE) return { text: cell.value, fault: cell.value };
  if (cell.type === 'str' || cell.type === 'inlineStr') return { text: cleanText(unescapeCell(cell.value)) };
  if (cell.type === 'd') return { text: cell.value.slice(0, 10) };
  const number = cell.value.trim() === '' ? Number.NaN : Number(cell.value);
  if (!Number.isFinite(number)) return undefined;
  return numericCell(number, workbook.dateStyles[cell.style] ?? false, workbook.is1904);
}

function closedCell(cell: OpenCell, workbook: Workbook): RawCell | undefined {
  const plain = plainCell(cell, workbook);
  if (cell.formula !== undefined)
    return { ...(plain ?? { text: '' }), formula: cell.formula.slice(0, LONGEST_FORMULA) };
  return plain === undefined || plain.text.trim() === '' ? undefined : plain;
}

/** Collects rows from a sheet's XML; formulas are text to it, and only their stored results count. */
class RowCollector {
  readonly finished: RawRow[] = [];
  private readonly workbook: Workbook;
  private rowNumber = 0;
  private nextColumn = 0;
  private cells = new Map<number, RawCell>();
  private cell: OpenCell | undefined;
  private inside: 'v' | 't' | 'f' | undefined;
  private inPhonetic = false;

  constructor(workbook: Workbook) {
    this.workbook = workbook;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'row') {
      this.rowNumber = Number(attributes['r'] ?? this.rowNumber + 1);
      this.nextColumn = 0;
      this.cells = new Map();
    } else if (name === 'c') {
      const column = columnOf(attributes['r']) ?? this.nextColumn;
      this.nextColumn = column + 1;
      const style = Number(attributes['s'] ?? 0);
      this.cell = { column, type: attributes['t'] ?? 'n', style, value: '', formula: undefined };
    } else if (name === 'f' && this.cell !== undefined) {
      this.cell.formula = '';
      this.inside = 'f';
    } else if (name === 'v' || name === 't') this.inside = name;
    else if (name === 'rPh') this.inPhonetic = true;
  }

  text(text: string): void {
    if (this.cell === undefined || this.inside === undefined || this.inPhonetic) return;
    if (this.inside === 'f')
      this.cell.formula = `${this.cell.formula ?? ''}${text}`.slice(0, LONGEST_FORMULA);
    else if (this.cell.value.length < LONGEST_TEXT) this.cell.value += text.slice(0, LONGEST_TEXT);
  }

  close(name: string): void {
    if (name === 'v' || name === 't' || name === 'f') this.inside = undefined;
    else if (name === 'rPh') this.inPhonetic = false;
    else if (name === 'c' && this.cell !== undefined) {
      const closed = closedCell(this.cell, this.workbook);
      if (closed !== undefined) this.cells.set(this.cell.column, closed);
      this.cell = undefined;
    } else if (name === 'row' && this.cells.size > 0) {
      this.finished.push({ rowNumber: this.rowNumber, cells: this.cells });
    }
  }
}

/** The rows of a sheet that hold anything, in the order of the file. */
export async function* xlsxRows(source: AsyncIterable<Buffer>, workbook: Workbook): AsyncGenerator<RawRow> {
  const collector = new RowCollector(workbook);
  const events = {
    open: collector.open.bind(collector),
    text: collector.text.bind(collector),
    close: collector.close.bind(collector),
  };
  for await (const _ of feedXml(source, events)) yield* collector.finished.splice(0);
  yield* collector.finished.splice(0);
}

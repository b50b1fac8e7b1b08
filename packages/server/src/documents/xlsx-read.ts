import { refused } from '@xiaoer/domain/kernel/decision';
import { compoundFileRefusal } from '../files/compound-file.ts';
import { openOoxml } from '../files/ooxml.ts';
import { taken } from '../files/upload-refusal.ts';
import type { ZipLimits } from '../files/zip-archive.ts';
import { csvRows, decodeCsv } from './csv-rows.ts';
import { readRow } from './sheet-cell.ts';
import { findHeader, type SheetHeader } from './sheet-header.ts';
import type { RawRow, RawSheet, ReadSheet, SheetChecked, SheetColumn, SheetRow } from './sheet-report.ts';
import { xlsxRows } from './xlsx-rows.ts';
import { readWorkbook } from './xlsx-workbook.ts';
import { BrokenXml } from './xml-events.ts';

export type SheetRequest = {
  readonly columns: readonly SheetColumn[];
  /** The year of a date typed without one. */
  readonly assumedYear: number;
  /** The sheet to read; the first visible one when absent. */
  readonly sheetName?: string;
};

const MEBIBYTE = 1024 * 1024;

export const SHEET_LIMITS = {
  mostBytes: 20 * MEBIBYTE,
  mostRows: 20_000,
  mostColumns: 200,
  /** The header stands among this many rows from the first that holds anything. */
  headerRows: 20,
} as const;

/** Smaller than for files that are only kept: this one is read into memory. */
const SHEET_ZIP_LIMITS: ZipLimits = { entries: 2_000, unpackedBytes: 64 * MEBIBYTE, ratio: 150 };

const isZip = (bytes: Buffer) => bytes.toString('latin1', 0, 4) === 'PK\x03\x04';

async function openWorkbook(bytes: Buffer, sheetName: string | undefined): Promise<SheetChecked<RawSheet>> {
  const opened = await openOoxml(bytes, SHEET_ZIP_LIMITS);
  if (!opened.accepted) return opened;
  const { kind, archive } = opened.value;
  if (kind !== 'xlsx') return refused('sheet.notASheet');
  const workbook = await readWorkbook(archive);
  const names = workbook.sheets.map((sheet) => sheet.name);
  const visible = workbook.sheets.find((sheet) => !sheet.hidden);
  const sheet =
    sheetName === undefined ? visible : workbook.sheets.find((candidate) => candidate.name === sheetName);
  if (sheet === undefined) return refused('sheet.noSuchSheet', { names });
  const rows = xlsxRows(archive.read(sheet.part), workbook);
  return taken({ name: sheet.name, names, is1904: workbook.is1904, rows });
}

async function openRawSheet(bytes: Buffer, request: SheetRequest): Promise<SheetChecked<RawSheet>> {
  if (bytes.length === 0) return refused('file.empty');
  if (bytes.length > SHEET_LIMITS.mostBytes) {
    return refused('file.tooLarge', { mostBytes: SHEET_LIMITS.mostBytes });
  }
  if (isZip(bytes)) return openWorkbook(bytes, request.sheetName);
  const compound = compoundFileRefusal(bytes);
  if (compound !== undefined) return refused(compound);
  const text = decodeCsv(bytes);
  if (text === undefined) return refused('sheet.notASheet');
  return taken({ name: '', names: [], is1904: false, rows: csvRows(text) });
}

/** Reads rows into meaning; the header is looked for once enough rows are there. */
class SheetReading {
  readonly rows: SheetRow[] = [];
  private readonly request: SheetRequest;
  private readonly is1904: boolean;
  private waiting: RawRow[] = [];
  private columns: { column: SheetColumn; place: number }[] = [];
  header: SheetHeader | undefined;

  constructor(request: SheetRequest, is1904: boolean) {
    this.request = request;
    this.is1904 = is1904;
  }

  take(row: RawRow): SheetChecked<undefined> {
    if (Math.max(...row.cells.keys()) >= SHEET_LIMITS.mostColumns) {
      return refused('sheet.tooManyColumns', { most: SHEET_LIMITS.mostColumns, rowNumber: row.rowNumber });
    }
    if (this.header !== undefined) return this.read(row);
    this.waiting.push(row);
    return this.waiting.length < SHEET_LIMITS.headerRows ? taken(undefined) : this.settle();
  }

  /** Looks for the header in the rows that wait, then reads the others. */
  settle(): SheetChecked<undefined> {
    if (this.header !== undefined) return taken(undefined);
    const found = findHeader(this.waiting, this.request.columns);
    if (!found.accepted) return found;
    const header = found.value;
    this.header = header;
    this.columns = this.request.columns.flatMap((column) => {
      const place = header.places.get(column.key);
      return place === undefined ? [] : [{ column, place }];
    });
    const waiting = this.waiting.filter((row) => row.rowNumber > header.rowNumber);
    this.waiting = [];
    for (const row of waiting) this.read(row);
    return taken(undefined);
  }

  private read(row: RawRow): SheetChecked<undefined> {
    if (this.rows.length >= SHEET_LIMITS.mostRows) {
      return refused('sheet.tooManyRows', { most: SHEET_LIMITS.mostRows });
    }
    if (!this.columns.some(({ place }) => row.cells.has(place))) return taken(undefined);
    const context = { assumedYear: this.request.assumedYear, is1904: this.is1904 };
    this.rows.push(readRow(row, this.columns, context));
    return taken(undefined);
  }
}

async function readRows(sheet: RawSheet, request: SheetRequest): Promise<SheetChecked<ReadSheet>> {
  const reading = new SheetReading(request, sheet.is1904);
  for await (const row of sheet.rows) {
    const taking = reading.take(row);
    if (!taking.accepted) return taking;
  }
  const settled = reading.settle();
  if (!settled.accepted) return settled;
  if (reading.rows.length === 0) return refused('sheet.noRows');
  return taken({
    sheetName: sheet.name,
    sheetNames: sheet.names,
    headerRowNumber: reading.header?.rowNumber ?? 0,
    places: Object.fromEntries(reading.header?.places ?? []),
    unknownHeaders: reading.header?.unknown ?? [],
    rows: reading.rows,
  });
}

/**
 * Reads an uploaded .xlsx or .csv into rows by header. Nothing is computed: of a formula its stored result is taken, and
 * that is noted. Limits are proved before anything is parsed; a file that cannot be read is refused, a cell that cannot
 * be understood is reported with its row.
 */
export async function readSheet(bytes: Buffer, request: SheetRequest): Promise<SheetChecked<ReadSheet>> {
  try {
    const sheet = await openRawSheet(bytes, request);
    return sheet.accepted ? await readRows(sheet.value, request) : sheet;
  } catch (fault) {
    if (fault instanceof BrokenXml) return refused('file.damaged');
    throw fault;
  }
}

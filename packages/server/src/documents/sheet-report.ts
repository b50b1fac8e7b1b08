import type { CellCode, SheetRefusalCode } from '@xiaoer/contract/sheet-problems';
import type { Refusal } from '@xiaoer/domain/kernel/refusal';
import type { LocalDate } from '@xiaoer/domain/time/local-date';
import type { Checked, UploadRefusalCode } from '../files/upload-refusal.ts';

export type SheetChecked<Value> = Checked<Value, SheetRefusalCode | UploadRefusalCode>;

export type CellMessage = {
  readonly severity: 'error' | 'note';
  readonly rowNumber: number;
  readonly key: string;
  /** As in the sheet: `A`, `B`, ... `AA`. */
  readonly columnLetters: string;
  readonly code: CellCode;
  readonly facts: Refusal['facts'];
};

export type SheetColumn = {
  readonly key: string;
  /** Headers it goes by, in any language; spaces, brackets, case and stars do not matter. */
  readonly headers: readonly string[];
  readonly kind: 'text' | 'date' | 'number';
  /** Asked of the header and of every row. */
  readonly required?: boolean;
  readonly longest?: number;
};

export type SheetCell = {
  readonly value: string | number | LocalDate | undefined;
  /** As typed. */
  readonly raw: string;
};

export type SheetRow = {
  readonly rowNumber: number;
  /** Every column that the header names. */
  readonly cells: Readonly<Record<string, SheetCell>>;
  readonly messages: readonly CellMessage[];
};

export type ReadSheet = {
  readonly sheetName: string;
  readonly sheetNames: readonly string[];
  readonly headerRowNumber: number;
  /** Column of the sheet by key, 0 = A. */
  readonly places: Readonly<Record<string, number>>;
  readonly unknownHeaders: readonly string[];
  readonly rows: readonly SheetRow[];
};

/** One cell before anybody asks what it means. */
export type RawCell = {
  readonly text: string;
  readonly number?: number;
  /** The number is shown as a day. */
  readonly isDate?: boolean;
  /** `#REF!` and the like. */
  readonly fault?: string;
  readonly formula?: string;
};

/** Cells by column, 0 = A; blank ones are absent. */
export type RawRow = { readonly rowNumber: number; readonly cells: ReadonlyMap<number, RawCell> };

export type RawSheet = {
  readonly name: string;
  readonly names: readonly string[];
  readonly is1904: boolean;
  readonly rows: AsyncIterable<RawRow>;
};

/** `A` for 0, `AA` for 26. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let left = column; left >= 0; left = Math.floor(left / 26) - 1) {
    letters = String.fromCharCode(65 + (left % 26)) + letters;
  }
  return letters;
}

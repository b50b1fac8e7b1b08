/** Why a whole sheet cannot be read. */
export const SHEET_REFUSAL_CODES = [
  'sheet.notASheet',
  'sheet.noSuchSheet',
  'sheet.noHeader',
  'sheet.missingColumns',
  'sheet.duplicateColumns',
  'sheet.tooManyRows',
  'sheet.tooManyColumns',
  'sheet.noRows',
] as const;
export type SheetRefusalCode = (typeof SHEET_REFUSAL_CODES)[number];

/** What is wrong in a cell. */
export const CELL_ERROR_CODES = [
  'cell.missing',
  'cell.notADate',
  'cell.notANumber',
  'cell.tooLong',
  'cell.broken',
  'cell.formulaWithoutValue',
] as const;

/** What a person should know of a cell that was read. */
export const CELL_NOTE_CODES = ['cell.formula', 'cell.yearAssumed', 'cell.digitsLost'] as const;

export type CellCode = (typeof CELL_ERROR_CODES)[number] | (typeof CELL_NOTE_CODES)[number];

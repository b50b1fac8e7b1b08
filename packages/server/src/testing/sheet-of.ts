import ExcelJS from 'exceljs';

/** The bytes of an .xlsx with these rows, the header first. */
export const sheetOf = async (rows: readonly (readonly (string | number | object)[])[]): Promise<Buffer> => {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('诉求');
  for (const row of rows) sheet.addRow(row as ExcelJS.CellValue[]);
  return Buffer.from(await book.xlsx.writeBuffer());
};

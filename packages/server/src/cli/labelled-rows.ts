import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import exceljs from 'exceljs';
import { OperatorError } from './operator-error.ts';

/** One row of a file of examples; `place` is what the operator calls it ("line 3", "row 3"). */
export type LabelledText = {
  readonly text: string;
  readonly label: string | undefined;
  readonly place: string;
};

type Cells = { readonly text: unknown; readonly label: unknown; readonly place: string };

const read = async (file: string): Promise<Buffer> => {
  try {
    return await readFile(file);
  } catch (error) {
    throw new OperatorError(`${file} cannot be read.`, { cause: error });
  }
};

const jsonOf = (line: string, where: string): unknown => {
  try {
    return JSON.parse(line);
  } catch (error) {
    throw new OperatorError(`${where} is not JSON.`, { cause: error });
  }
};

const jsonLines = async (file: string): Promise<readonly Cells[]> =>
  (await read(file))
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .split('\n')
    .flatMap((line, i) => {
      const place = `line ${i + 1}`;
      if (line.trim() === '') return [];
      const value = jsonOf(line, `${file}, ${place},`);
      if (typeof value !== 'object' || value === null || Array.isArray(value))
        throw new OperatorError(`${file}, ${place}, is not an object with text and label.`);
      return [
        {
          text: 'text' in value ? value.text : undefined,
          label: 'label' in value ? value.label : undefined,
          place,
        },
      ];
    });

const firstSheet = async (file: string): Promise<exceljs.Worksheet> => {
  const bytes = await read(file);
  const workbook = new exceljs.Workbook();
  try {
    await workbook.xlsx.load(new Uint8Array(bytes).buffer);
  } catch (error) {
    throw new OperatorError(`${file} is not an .xlsx workbook.`, { cause: error });
  }
  const [sheet] = workbook.worksheets;
  if (!sheet) throw new OperatorError(`${file} has no sheet.`);
  return sheet;
};

const sheetRows = async (file: string): Promise<readonly Cells[]> => {
  const sheet = await firstSheet(file);
  const columns = new Map<string, number>();
  sheet.getRow(1).eachCell((cell, column) => columns.set(cell.text.trim().toLowerCase(), column));
  const textColumn = columns.get('text');
  const labelColumn = columns.get('label');
  if (textColumn === undefined) throw new OperatorError(`${file}, row 1, names no column "text".`);
  const rows: Cells[] = [];
  sheet.eachRow((row, number) => {
    if (number === 1) return;
    const label = labelColumn === undefined ? '' : row.getCell(labelColumn).text.trim();
    const text = row.getCell(textColumn).text;
    if (text === '' && label === '') return;
    rows.push({ text, label: label === '' ? undefined : label, place: `row ${number}` });
  });
  return rows;
};

const readers: Readonly<Record<string, (file: string) => Promise<readonly Cells[]>>> = {
  '.jsonl': jsonLines,
  '.xlsx': sheetRows,
};

const labelOf = (label: unknown): string | undefined => {
  if (label === undefined || label === null || label === '') return undefined;
  return typeof label === 'string' ? label.trim() : JSON.stringify(label);
};

/** The {text, label} rows of an .xlsx (first sheet, titles in row 1) or .jsonl file. Throws OperatorError naming file and row. */
export async function labelledTexts(
  file: string,
  { labelled }: { readonly labelled: boolean },
): Promise<readonly LabelledText[]> {
  const reader = readers[extname(file).toLowerCase()];
  if (!reader) throw new OperatorError(`${file} must end in .xlsx or .jsonl.`);
  const rows = (await reader(file)).map(({ text, label, place }) => {
    if (typeof text !== 'string') throw new OperatorError(`${file}, ${place}, has no text.`);
    const known = labelOf(label);
    if (labelled && known === undefined) throw new OperatorError(`${file}, ${place}, has no label.`);
    return { text, label: known, place };
  });
  if (rows.length === 0) throw new OperatorError(`${file} has no rows.`);
  return rows;
}

import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import exceljs from 'exceljs';
import { foldWidth } from '@xiaoer/domain/suggestion/text';
import { OperatorError } from './operator-error.ts';

/** One row of a file of examples; `place` is what the operator calls it ("line 3", "row 3"). */
export type LabelledText = {
  readonly text: string;
  readonly label: string | undefined;
  readonly place: string;
};

type Cells = { readonly text: unknown; readonly label: unknown; readonly place: string };

/** What sheets and lines call the two columns; the first of them that is there is read. */
const TITLES = {
  text: ['text', 'content', '文本', '内容', '正文', '诉求内容', '诉求', '留言详情'],
  label: ['label', 'category', 'class', '标签', '类别', '分类', '一级标签'],
};

const bareTitle = (title: string): string => foldWidth(title.replace(/^\uFEFF/, '')).trim();

/** What stands under the first known title of a column. */
const under = <Value>(column: keyof typeof TITLES, titled: ReadonlyMap<string, Value>): Value | undefined =>
  TITLES[column].map((title) => titled.get(title)).find((value) => value !== undefined);

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
      const titled = new Map<string, unknown>(
        Object.entries(value).map(([title, held]) => [bareTitle(title), held]),
      );
      return [{ text: under('text', titled), label: under('label', titled), place }];
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
  sheet.getRow(1).eachCell((cell, column) => columns.set(bareTitle(cell.text), column));
  const textColumn = under('text', columns);
  const labelColumn = under('label', columns);
  if (textColumn === undefined)
    throw new OperatorError(`${file}, row 1, names no column "text" (${TITLES.text.slice(1).join(', ')}).`);
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

/** An empty cell that another program wrote as null is an empty text; a row without the column has none. */
const textOf = (text: unknown): string | undefined => {
  if (text === null) return '';
  return typeof text === 'string' || typeof text === 'number' ? String(text) : undefined;
};

const labelOf = (label: unknown): string | undefined => {
  if (label === undefined || label === null) return undefined;
  return (typeof label === 'string' ? label.trim() : JSON.stringify(label)) || undefined;
};

/** The {text, label} rows of an .xlsx (first sheet, titles in row 1) or .jsonl file. Throws OperatorError naming file and row. */
export async function labelledTexts(
  file: string,
  { labelled }: { readonly labelled: boolean },
): Promise<readonly LabelledText[]> {
  const reader = readers[extname(file).toLowerCase()];
  if (!reader) throw new OperatorError(`${file} must end in .xlsx or .jsonl.`);
  const rows = (await reader(file)).map(({ text, label, place }) => {
    const written = textOf(text);
    if (written === undefined) throw new OperatorError(`${file}, ${place}, has no text.`);
    const known = labelOf(label);
    if (labelled && known === undefined) throw new OperatorError(`${file}, ${place}, has no label.`);
    return { text: written, label: known, place };
  });
  if (rows.length === 0) throw new OperatorError(`${file} has no rows.`);
  return rows;
}

import { refused } from '@xiaoer/domain/kernel/decision';
import { taken } from '../files/upload-refusal.ts';
import type { RawRow, SheetChecked, SheetColumn } from './sheet-report.ts';

export type SheetHeader = {
  readonly rowNumber: number;
  /** Column of the sheet by key. */
  readonly places: ReadonlyMap<string, number>;
  readonly unknown: readonly string[];
};

/** A header without what people decorate it with: brackets and their content, stars, colons, blanks. */
const plain = (text: string) =>
  text
    .normalize('NFKC')
    .replaceAll(/\([^)]*\)|\[[^\]]*\]|【[^】]*】/gu, '')
    .replaceAll(/[\s*:：、_-]/gu, '')
    .toLowerCase();

const textAt = (row: RawRow | undefined, column: number) => row?.cells.get(column)?.text ?? '';

/** The nearest text at or left of a column: what a merged group header shows above it. */
function groupAt(row: RawRow | undefined, column: number): string {
  for (let at = column; at >= 0; at -= 1) {
    const text = textAt(row, at);
    if (text !== '') return text;
  }
  return '';
}

/** What a column may be called: its own header, with the group above it, or the header merged down to it. */
function namesAt(row: RawRow, above: RawRow | undefined, column: number): string[] {
  const own = textAt(row, column);
  if (own === '') return [plain(textAt(above, column))];
  return [plain(own), plain(groupAt(above, column) + own)];
}

type Match = { readonly row: RawRow; readonly keys: Map<string, number[]>; readonly unknown: string[] };

function matchRow(row: RawRow, above: RawRow | undefined, aliases: ReadonlyMap<string, string>): Match {
  const width = Math.max(...row.cells.keys(), ...(above?.cells.keys() ?? [])) + 1;
  const keys = new Map<string, number[]>();
  const unknown: string[] = [];
  for (let column = 0; column < width; column += 1) {
    const key = namesAt(row, above, column)
      .map((name) => aliases.get(name))
      .find((found) => found !== undefined);
    if (key !== undefined) keys.set(key, [...(keys.get(key) ?? []), column]);
    else if (textAt(row, column) !== '') unknown.push(textAt(row, column));
  }
  return { row, keys, unknown };
}

/** Finds the header among the first rows: below titles, in one row or in two with merged cells. */
export function findHeader(
  rows: readonly RawRow[],
  columns: readonly SheetColumn[],
): SheetChecked<SheetHeader> {
  const aliases = new Map(
    columns.flatMap(({ key, headers }) => headers.map((header) => [plain(header), key])),
  );
  const matches = rows.map((row, index) => {
    const above = rows[index - 1];
    return matchRow(row, above?.rowNumber === row.rowNumber - 1 ? above : undefined, aliases);
  });
  const best = matches.reduce<Match | undefined>(
    (found, match) => (match.keys.size > (found?.keys.size ?? 0) ? match : found),
    undefined,
  );
  if (best === undefined)
    return refused('sheet.noHeader', { expected: columns.map(({ headers }) => headers[0] ?? '') });
  const missing = columns.filter(({ key, required }) => required === true && !best.keys.has(key));
  if (missing.length > 0) {
    return refused('sheet.missingColumns', { columns: missing.map(({ headers }) => headers[0] ?? '') });
  }
  const doubled = [...best.keys].filter(([, places]) => places.length > 1);
  if (doubled.length > 0) {
    const names = doubled.map(([, places]) => textAt(best.row, places[0] ?? 0));
    return refused('sheet.duplicateColumns', { columns: names });
  }
  const places = new Map([...best.keys].map(([key, [place = 0]]) => [key, place]));
  return taken({ rowNumber: best.row.rowNumber, places, unknown: best.unknown });
}

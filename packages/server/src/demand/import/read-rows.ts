import { MOST_IMPORT_ROWS, type ImportCode, type ImportKey } from '@xiaoer/contract/imports';
import type { CellCode } from '@xiaoer/contract/sheet-problems';
import type { RegistrationInput } from '@xiaoer/domain/demand/commands';
import { titleOf } from '@xiaoer/domain/demand/title';
import { refused } from '@xiaoer/domain/kernel/decision';
import type { Refusal } from '@xiaoer/domain/kernel/refusal';
import type { ReadSheet, SheetRow } from '../../documents/sheet-report.ts';
import { columnLetters } from '../../documents/sheet-report.ts';
import { readSheet } from '../../documents/xlsx-read.ts';
import { taken } from '../../files/upload-refusal.ts';
import { IMPORT_COLUMNS } from './columns.ts';
import { plainName, type Known, type KnownEnterprise } from './known.ts';
import { messageOf, type ImportMessage } from './report.ts';

/** A row that can be registered, but for what the domain may still refuse. */
export type ReadyRow = {
  readonly rowNumber: number;
  readonly input: Omit<RegistrationInput, 'demandId' | 'number'>;
};

export type RowsRead = {
  readonly sheetName: string;
  readonly unknownHeaders: readonly string[];
  readonly rows: number;
  readonly ready: readonly ReadyRow[];
  readonly messages: readonly ImportMessage[];
};

type Cells = {
  readonly text: (key: ImportKey) => string;
  readonly number: (key: ImportKey) => number | undefined;
};

const cellsOf = ({ cells }: SheetRow): Cells => ({
  text: (key) => String(cells[key]?.value ?? '').trim(),
  number: (key) => {
    const value = cells[key]?.value;
    return typeof value === 'number' ? value : undefined;
  },
});

type Complain = (key: ImportKey, code: ImportCode | CellCode, facts?: Refusal['facts']) => undefined;

const enterpriseOf = (cells: Cells, known: Known, complain: Complain): KnownEnterprise | undefined => {
  const code = cells.text('creditCode').toUpperCase().replaceAll(/\s/g, '');
  const name = cells.text('enterprise');
  if (code === '' && name === '') return complain('enterprise', 'cell.missing');
  const named = known.byName.get(plainName(name)) ?? [];
  if (code !== '') {
    const found = known.byCode.get(code);
    if (found === undefined) return complain('creditCode', 'import.enterprise-unknown', { typed: code });
    if (name !== '' && !named.some(({ id }) => id === found.id))
      return complain('enterprise', 'import.enterprise-mismatch', { typed: name, known: found.name });
    return found;
  }
  if (named.length > 1) return complain('enterprise', 'import.enterprise-ambiguous', { typed: name });
  return named[0] ?? complain('enterprise', 'import.enterprise-unknown', { typed: name });
};

const territoryOf = (
  cells: Cells,
  known: Known,
  { enterprise, complain }: { enterprise: KnownEnterprise | undefined; complain: Complain },
) => {
  const typed = cells.text('territory');
  if (typed === '')
    return enterprise === undefined
      ? undefined
      : (enterprise.territoryId ?? complain('territory', 'cell.missing'));
  const found = known.territories.get(plainName(typed)) ?? [];
  if (found.length > 1) return complain('territory', 'import.territory-ambiguous', { typed });
  return found[0] ?? complain('territory', 'import.territory-unknown', { typed });
};

/** Without a title of its own a demand is called by its first words. */
const titleIn = (cells: Cells): string => cells.text('title') || titleOf(cells.text('text'));

const wordOf = <Value>(
  words: ReadonlyMap<string, Value>,
  { cells, key, code }: { readonly cells: Cells; readonly key: ImportKey; readonly code: ImportCode },
  complain: Complain,
): Value | undefined => {
  const typed = cells.text(key);
  return typed === '' ? undefined : (words.get(plainName(typed)) ?? complain(key, code, { typed }));
};

const inputOf = (cells: Cells, known: Known, complain: Complain): ReadyRow['input'] | undefined => {
  const enterprise = enterpriseOf(cells, known, complain);
  const category = wordOf(
    known.categories,
    { cells, key: 'category', code: 'import.category-unknown' },
    complain,
  );
  const urgency = wordOf(
    known.urgencies,
    { cells, key: 'urgency', code: 'import.urgency-unknown' },
    complain,
  );
  const territoryId = territoryOf(cells, known, { enterprise, complain });
  const loss = cells.number('loss');
  if (enterprise === undefined || category === undefined || territoryId === undefined) return undefined;
  const reference = cells.text('reference');
  return {
    channel: 'import',
    source: reference === '' ? {} : { reference },
    enterpriseId: enterprise.id,
    particulars: {
      title: titleIn(cells),
      text: cells.text('text'),
      category,
      tags: cells
        .text('tags')
        .split(/[,，、;；\s]+/u)
        .filter(Boolean)
        .slice(0, 20),
      territoryId,
      ...(loss !== undefined && { lossFenPerOccurrence: Math.round(loss * 100) }),
      timesOccurred: cells.number('times') ?? 1,
    },
    urgency: urgency ?? 'general',
    productionStopped: false,
    files: [],
  };
};

const readRow = (row: SheetRow, known: Known, placeOf: (key: string) => string | undefined) => {
  const messages: ImportMessage[] = row.messages.map(({ severity, rowNumber, key, code, facts, ...at }) =>
    messageOf(severity, { rowNumber, key, columnLetters: at.columnLetters }, { code, facts }),
  );
  const complain: Complain = (key, code, facts = {}) => {
    const place = placeOf(key);
    const at = { rowNumber: row.rowNumber, key, ...(place !== undefined && { columnLetters: place }) };
    messages.push(messageOf('error', at, { code, facts }));
    return undefined;
  };
  const input = inputOf(cellsOf(row), known, complain);
  const isBad = input === undefined || messages.some(({ severity }) => severity === 'error');
  return { messages, ready: isBad ? [] : [{ rowNumber: row.rowNumber, input }] };
};

const placesOf =
  ({ places }: Pick<ReadSheet, 'places'>) =>
  (key: string) => {
    const place = places[key];
    return place === undefined ? undefined : columnLetters(place);
  };

/** Reads a sheet of demands and looks its words up; whatever is wrong is said by row and cell. */
export const readImport = async (bytes: Buffer, known: Known, assumedYear: number) => {
  const sheet = await readSheet(bytes, { columns: IMPORT_COLUMNS, assumedYear });
  if (!sheet.accepted) return sheet;
  const { rows, sheetName, unknownHeaders } = sheet.value;
  if (rows.length > MOST_IMPORT_ROWS) return refused('sheet.tooManyRows', { most: MOST_IMPORT_ROWS });
  const read = rows.map((row) => readRow(row, known, placesOf(sheet.value)));
  return taken<RowsRead>({
    sheetName,
    unknownHeaders,
    rows: rows.length,
    ready: read.flatMap(({ ready }) => ready),
    messages: read.flatMap(({ messages }) => messages),
  });
};

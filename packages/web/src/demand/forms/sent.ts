import { isCell } from './field.ts';
import type {
  CellField,
  CellValue,
  Field,
  Fields,
  FieldValue,
  HolderValue,
  RowValue,
  Values,
} from './field.ts';

export type FieldError = {
  readonly pointer: string;
  readonly code: string;
  readonly facts?: Readonly<Record<string, string | number>>;
};

/** The ids of stored files by the field they belong to. */
export type StoredFiles = Readonly<Record<string, readonly string[]>>;

const isAsked = (field: Field, values: Values): boolean => field.when?.(values) ?? true;

const isHolder = (value: CellValue): value is HolderValue => typeof value === 'object';

const isEmptyCell = (field: CellField, value: CellValue): boolean =>
  isHolder(value)
    ? value.unitId === '' || (field.kind === 'holder' && field.person === 'named' && value.personId === '')
    : value.trim() === '';

const isEmptyRow = (row: RowValue): boolean =>
  Object.values(row).every((value) => (isHolder(value) ? value.unitId === '' : value.trim() === ''));

const filledRows = (value: FieldValue | undefined): readonly RowValue[] =>
  (value as readonly RowValue[]).filter((row) => !isEmptyRow(row));

const NUMBER = /^\d{1,12}(\.\d{1,2})?$/;

function wrongCell(field: CellField, value: CellValue, pointer: string): readonly FieldError[] {
  if (isEmptyCell(field, value)) return field.required ? [{ pointer, code: 'field.required' }] : [];
  if (isHolder(value)) return [];
  if ((field.kind === 'line' || field.kind === 'area') && value.trim().length > field.most)
    return [{ pointer, code: 'field.too-big', facts: { maximum: field.most } }];
  if (field.kind === 'number' && !/^\d{1,9}$/.test(value.trim()))
    return [{ pointer, code: 'field.invalid-type' }];
  if (field.kind === 'yuan' && !NUMBER.test(value.trim())) return [{ pointer, code: 'field.invalid-type' }];
  return [];
}

function wrongField(name: string, field: Field, value: FieldValue): readonly FieldError[] {
  const pointer = `/${name}`;
  const missing = [{ pointer, code: 'field.required' }];
  if (isCell(field)) return wrongCell(field, value as CellValue, pointer);
  if (field.kind === 'rows') {
    const rows = filledRows(value);
    if (rows.length < field.least) return missing;
    return rows.flatMap((row, at) =>
      Object.entries(field.columns).flatMap(([column, cell]) =>
        wrongCell(cell, row[column] ?? '', `${pointer}/${at}/${column}`),
      ),
    );
  }
  if (field.kind === 'tick' || !field.required) return [];
  return (value as string | readonly unknown[]).length === 0 ? missing : [];
}

/** What can be seen to be wrong before anything is sent; the server checks everything again. */
export const wrongFields = (fields: Fields, values: Values): readonly FieldError[] =>
  Object.entries(fields).flatMap(([name, field]) =>
    isAsked(field, values) ? wrongField(name, field, values[name] ?? '') : [],
  );

const sentCell = (field: CellField, value: CellValue): unknown => {
  if (isHolder(value)) {
    if (value.unitId === '') return undefined;
    return value.personId === '' ? { unitId: value.unitId } : value;
  }
  const typed = value.trim();
  if (typed === '') return undefined;
  if (field.kind === 'number') return Number(typed);
  return field.kind === 'yuan' ? Math.round(Number(typed) * 100) : typed;
};

const sentRow = (columns: Readonly<Record<string, CellField>>, row: RowValue): unknown =>
  Object.fromEntries(Object.entries(columns).map(([name, cell]) => [name, sentCell(cell, row[name] ?? '')]));

function sentField(field: Field, value: FieldValue): unknown {
  if (isCell(field)) return sentCell(field, value as CellValue);
  if (field.kind === 'rows') return filledRows(value).map((row) => sentRow(field.columns, row));
  return value === '' ? undefined : value;
}

/** What the values come to in a request; what is not asked or left empty is not sent. */
export const sentValues = (
  fields: Fields,
  values: Values,
  stored: StoredFiles,
): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]) => {
      if (!isAsked(field, values)) return [];
      return [[name, field.kind === 'files' ? (stored[name] ?? []) : sentField(field, values[name] ?? '')]];
    }),
  );

const EMPTY: Readonly<Record<Field['kind'], FieldValue>> = {
  line: '',
  area: '',
  day: '',
  number: '',
  yuan: '',
  chips: '',
  select: '',
  search: '',
  holder: { unitId: '', personId: '' },
  tick: false,
  files: [],
  units: [],
  people: [],
  grade: '',
  demand: '',
  rows: [],
};

/** The value of a field that nobody has touched. */
export const emptyValue = (kind: Field['kind']): FieldValue => EMPTY[kind];

/** An empty row of a small table. */
export const emptyRow = (columns: Readonly<Record<string, CellField>>): RowValue =>
  Object.fromEntries(Object.entries(columns).map(([name, { kind }]) => [name, EMPTY[kind] as CellValue]));

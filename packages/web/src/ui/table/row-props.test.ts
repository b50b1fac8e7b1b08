import { expect, test } from 'vitest';
import { isSameRow } from './row-props.ts';
import type { RowProps } from './row-props.ts';

const ignore = (): void => undefined;
const column = { key: 'title', title: 'Title', cell: String };
const drawn: RowProps<object> = {
  row: {},
  id: 'a',
  at: 0,
  columns: [column],
  isActive: false,
  isSelected: false,
  toggle: ignore,
  open: ignore,
};

test('a row is not drawn again for the same columns in another array', () => {
  expect(isSameRow(drawn, { ...drawn, columns: [column] })).toBe(true);
});

const CHANGES: Required<RowProps<object>> = {
  row: {},
  id: 'b',
  at: 1,
  columns: [{ ...column }],
  isActive: true,
  isSelected: true,
  toggle: () => undefined,
  open: undefined,
};

test.each(Object.entries(CHANGES))('a row is drawn again when its %s is another', (name, value) => {
  expect(isSameRow(drawn, { ...drawn, [name]: value })).toBe(false);
});

test('a row is drawn again when a column comes or goes', () => {
  expect(isSameRow(drawn, { ...drawn, columns: [column, column] })).toBe(false);
  expect(isSameRow(drawn, { ...drawn, columns: [] })).toBe(false);
});

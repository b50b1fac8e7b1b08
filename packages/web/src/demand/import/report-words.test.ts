import { expect, test } from 'vitest';
import { columnOf, isUnderWay, standingOf, type ImportMessage } from './report-words.ts';

const message = (more: Partial<ImportMessage>): ImportMessage => ({
  severity: 'error',
  rowNumber: 2,
  key: null,
  columnLetters: null,
  code: 'demand.text-too-long',
  facts: {},
  ...more,
});

test('a message is about the column it names', () => {
  expect(columnOf(message({ key: 'category' }))).toBe('category');
});

test('a refusal of the demand is shown at the column its field came from', () => {
  expect(columnOf(message({ facts: { field: 'particulars.title' } }))).toBe('title');
  expect(columnOf(message({ facts: { field: 'particulars.timesOccurred' } }))).toBe('times');
});

test('a message about nothing in particular is about the row', () => {
  expect(columnOf(message({}))).toBeUndefined();
  expect(columnOf(message({ facts: { field: 'nonsense' } }))).toBeUndefined();
});

test('a checked sheet with errors or without rows cannot go on', () => {
  const checked = { status: 'checked', totalRows: 3, rowsWithErrors: 0 } as const;
  expect(standingOf(checked)).toBe('checked');
  expect(standingOf({ ...checked, rowsWithErrors: 1 })).toBe('wrong');
  expect(standingOf({ ...checked, totalRows: 0 })).toBe('wrong');
  expect(standingOf({ ...checked, status: 'committed' })).toBe('committed');
});

test('only checking and importing go on by themselves', () => {
  expect((['checking', 'committing'] as const).every(isUnderWay)).toBe(true);
  expect(([undefined, 'checked', 'committed', 'failed'] as const).some(isUnderWay)).toBe(false);
});

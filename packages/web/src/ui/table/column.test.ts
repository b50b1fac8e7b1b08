import { expect, test } from 'vitest';
import { isNothing, nextSort, NOTHING } from './column.ts';

test('a press sorts up, the next one down, another column starts up again', () => {
  expect(nextSort(undefined, 'due')).toEqual({ key: 'due', direction: 'up' });
  expect(nextSort({ key: 'due', direction: 'up' }, 'due')).toEqual({ key: 'due', direction: 'down' });
  expect(nextSort({ key: 'due', direction: 'down' }, 'due')).toEqual({ key: 'due', direction: 'up' });
  expect(nextSort({ key: 'due', direction: 'up' }, 'unit')).toEqual({ key: 'unit', direction: 'up' });
});

test('a row has nothing where there is no value, no text or a dash; a zero is something', () => {
  expect([null, undefined, '', NOTHING].map(isNothing)).toEqual([true, true, true, true]);
  expect([0, '0', '三号厂房', false].map(isNothing)).toEqual([false, false, false, false]);
});

import { expect, test } from 'vitest';
import { nextSort } from './column.ts';

test('a press sorts up, the next one down, another column starts up again', () => {
  expect(nextSort(undefined, 'due')).toEqual({ key: 'due', direction: 'up' });
  expect(nextSort({ key: 'due', direction: 'up' }, 'due')).toEqual({ key: 'due', direction: 'down' });
  expect(nextSort({ key: 'due', direction: 'down' }, 'due')).toEqual({ key: 'due', direction: 'up' });
  expect(nextSort({ key: 'due', direction: 'up' }, 'unit')).toEqual({ key: 'unit', direction: 'up' });
});

import { expect, test } from 'vitest';
import { filtersSet, sortIn, sortWritten, withoutFilters } from './list-standing.ts';

const NEWEST = { key: 'on', direction: 'down' } as const;

test('a list stands in its usual order until the address names another', () => {
  expect(sortIn({}, NEWEST)).toEqual(NEWEST);
  expect(sortIn({ sort: 'topic' }, NEWEST)).toEqual({ key: 'topic', direction: 'up' });
  expect(sortIn({ sort: 'topic', order: 'desc' }, NEWEST)).toEqual({ key: 'topic', direction: 'down' });
  expect(sortIn({ order: 'asc' }, NEWEST)).toEqual({ key: 'on', direction: 'up' });
});

test('an order that was chosen survives being written into the address', () => {
  for (const direction of ['up', 'down'] as const)
    expect(sortIn(sortWritten({ key: 'on', direction }), NEWEST)).toEqual({ key: 'on', direction });
});

test('what is looked for and the order stay when the filters are cleared', () => {
  const filters = { q: '供电', sort: 'on', order: 'asc', unit: 'u1', from: '2022-05-01' };
  expect(withoutFilters(filters)).toEqual({ q: '供电', sort: 'on', order: 'asc' });
});

test('what is set behind the button is counted: not the search, not the order, not what the page fixes', () => {
  const set = {
    q: 'a',
    sort: 'dueAt',
    order: 'asc',
    view: 'list',
    status: 'handling',
    light: 'red',
  } as const;
  expect(filtersSet(set)).toBe(2);
  expect(filtersSet({ ...set, show: 'all' })).toBe(3);
  expect(filtersSet({ ...set, show: 'all', package: 'p' }, ['package', 'show'])).toBe(2);
  expect(filtersSet({})).toBe(0);
});

import { expect, test } from 'vitest';
import { filtersSet, listQuery, readListFilters, sortOf } from './list-filters.ts';

test('an address is read back as filters, what is not understood is left out', () => {
  expect(readListFilters({ status: 'handling', light: 'purple', q: ' 停电 ', view: 'board' })).toEqual({
    status: 'handling',
    q: '停电',
    view: 'board',
  });
});

test('the request carries lists where the server takes lists, and nothing of the page', () => {
  expect(listQuery({ status: 'handling', urgency: 'urgent', view: 'board' })).toEqual({
    status: ['handling'],
    urgency: ['urgent'],
    view: undefined,
  });
});

test('asking for an outcome or for closed demands shows closed ones', () => {
  expect(listQuery({ outcome: 'solved' })).toMatchObject({ show: 'closed', outcome: ['solved'] });
  expect(listQuery({ status: 'closed' })).toMatchObject({ show: 'closed' });
  expect(listQuery({ outcome: 'solved', show: 'all' })).toMatchObject({ show: 'all' });
});

test('a list is sorted by due date first, a search by how well it matches', () => {
  expect(sortOf({})).toEqual({ key: 'dueAt', direction: 'up' });
  expect(sortOf({ sort: 'raisedAt', order: 'desc' })).toEqual({ key: 'raisedAt', direction: 'down' });
  expect(sortOf({ q: '停电' })).toBeUndefined();
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

import { expect, test } from 'vitest';
import { beside, listQuery, readListFilters, sortOf } from './list-filters.ts';

test('an address is read back as filters, what is not understood is left out', () => {
  expect(readListFilters({ channel: 'import', import: 'i1', unknown: 'x' })).toEqual({
    channel: 'import',
    import: 'i1',
  });
  expect(readListFilters({ status: 'handling', light: 'purple', q: ' 停电 ', view: 'board' })).toEqual({
    status: 'handling',
    q: '停电',
    view: 'board',
  });
});

test('the request carries lists where the server takes lists, and nothing of the page', () => {
  expect(listQuery({ status: 'handling', urgency: 'urgent', channel: 'import', view: 'board' })).toEqual({
    status: ['handling'],
    channel: ['import'],
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

test('which of several lists is shown is no filter, and stays when filters change', () => {
  expect(beside({ kind: 'tasks', status: 'handling', q: 'a' })).toEqual({ kind: 'tasks' });
});

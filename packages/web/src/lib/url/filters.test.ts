import { expect, test } from 'vitest';
import { readFilters, readSearch, withFilter, writeSearch } from './filters.ts';

const spec = { q: 'text', unit: 'many', from: 'day', overdue: 'flag', sort: ['due', 'raised'] } as const;

test('filters survive being written into an address and read again', () => {
  const filters = {
    q: '停电 & 用水',
    unit: ['u1', 'u2'],
    from: '2026-03-01',
    overdue: true,
    sort: 'due',
  } as const;
  expect(readFilters(spec, readSearch(writeSearch(filters)))).toEqual(filters);
});

test('one chosen entry of a list stays a list', () => {
  expect(readFilters(spec, readSearch('?unit=u1'))).toEqual({ unit: ['u1'] });
  expect(readFilters(spec, readSearch('?unit=u1&unit=u1'))).toEqual({ unit: ['u1'] });
});

test('what is not understood is left out, so that an old link still opens', () => {
  expect(readFilters(spec, readSearch('?from=yesterday&sort=colour&overdue=no&other=1&q=%20'))).toEqual({});
  expect(readFilters(spec, { q: { nested: true }, unit: null })).toEqual({});
});

test('a filter set to nothing leaves no trace in the address', () => {
  expect(withFilter({ q: 'a', unit: ['u1'] }, 'unit', [])).toEqual({ q: 'a' });
  expect(withFilter<{ q?: string }, 'q'>({}, 'q', 'a')).toEqual({ q: 'a' });
  expect(writeSearch({ q: '', unit: [], overdue: undefined })).toBe('');
});

test('names that objects inherit are ordinary names', () => {
  expect(readSearch('?constructor=a&constructor=b')).toEqual({ constructor: ['a', 'b'] });
});

test('the same filters always give the same address', () => {
  expect(writeSearch({ b: '2', a: '1' })).toBe(writeSearch({ a: '1', b: '2' }));
});

import { expect, test } from 'vitest';
import { matchesText, MOST_SHOWN, shownOptions } from './combobox-matches.ts';

const options = [
  { value: '1', label: '水务公司' },
  { value: '2', label: '供电公司', note: 'gdgs' },
  { value: '3', label: '公司注册处' },
];

const byInitials = (option: { value: string }, typed: string) => option.value === '1' && typed === 'sw';

test('an empty field shows the first options in their own order', () => {
  expect(shownOptions(options, '  ', matchesText)).toEqual(options);
  const many = Array.from({ length: 200 }, (_, at) => ({ value: String(at), label: `第${at}户` }));
  expect(shownOptions(many, '', matchesText)).toHaveLength(MOST_SHOWN);
});

test('what begins with the typed words comes first', () => {
  expect(shownOptions(options, '公司', matchesText).map(({ value }) => value)).toEqual(['3', '1', '2']);
});

test('the way of matching is the caller’s', () => {
  expect(shownOptions(options, 'SW', byInitials).map(({ value }) => value)).toEqual(['1']);
  expect(shownOptions(options, 'gdgs', matchesText).map(({ value }) => value)).toEqual(['2']);
});

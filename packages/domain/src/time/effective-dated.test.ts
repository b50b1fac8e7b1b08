import { describe, expect, it } from 'vitest';
import { effectiveOn } from './effective-dated.ts';
import { assertDate } from './local-date.ts';

const entries = [
  { from: assertDate('2024-01-01'), value: 'standing' },
  { from: assertDate('2022-01-01'), to: assertDate('2023-12-31'), value: 'first' },
  { from: assertDate('2023-06-01'), to: assertDate('2023-06-30'), value: 'campaign' },
];

describe('what is in force on a day', () => {
  it.each([
    ['2021-12-31', undefined],
    ['2022-01-01', 'first'],
    ['2023-05-31', 'first'],
    ['2023-06-01', 'campaign'],
    ['2023-06-30', 'campaign'],
    ['2023-07-01', 'first'],
    ['2023-12-31', 'first'],
    ['2024-01-01', 'standing'],
    ['2040-01-01', 'standing'],
  ])('on %s is %s', (date, expected) => {
    expect(effectiveOn(entries, assertDate(date))).toBe(expected);
  });

  it('is the later entry when two begin on the same day', () => {
    const twice = [
      { from: assertDate('2022-01-01'), value: 'old' },
      { from: assertDate('2022-01-01'), value: 'new' },
    ];
    expect(effectiveOn(twice, assertDate('2022-01-01'))).toBe('new');
  });
});

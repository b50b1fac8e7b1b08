import type { LocalDate } from '@xiaoer/domain/time/local-date';
import { expect, test } from 'vitest';
import { clockWords, monthOf, shiftMonth, weeksOf } from './month.ts';

test('months follow each other over the ends of years', () => {
  expect(shiftMonth('2026-01', -1)).toBe('2025-12');
  expect(shiftMonth('2025-12', 1)).toBe('2026-01');
  expect(shiftMonth('2026-03', 12)).toBe('2027-03');
  expect(monthOf('2026-03-09' as LocalDate)).toBe('2026-03');
});

test('a month stands in weeks that begin on Monday', () => {
  const weeks = weeksOf('2026-03');
  expect(weeks[0]).toEqual([undefined, undefined, undefined, undefined, undefined, undefined, '2026-03-01']);
  expect(weeks.at(-1)?.slice(0, 3)).toEqual(['2026-03-30', '2026-03-31', undefined]);
  expect(weeks.flat().filter((day) => day !== undefined)).toHaveLength(31);
});

test.each([
  ['2024-02', 29],
  ['2026-02', 28],
  ['2026-12', 31],
])('%s has %d days', (month, days) =>
  expect(
    weeksOf(month)
      .flat()
      .filter((day) => day !== undefined),
  ).toHaveLength(days),
);

test('minutes of a day read as a clock', () => {
  expect([540, 1_080, 0, 1_440].map(clockWords)).toEqual(['09:00', '18:00', '00:00', '24:00']);
});

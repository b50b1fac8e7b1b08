import { describe, expect, it } from 'vitest';
import {
  addDays,
  assertDate,
  dayNumber,
  dayOfMonth,
  dayOfWeek,
  daysBetween,
  fromDayNumber,
  localDate,
  monthOf,
  yearOf,
} from './local-date.ts';

describe('a day', () => {
  it.each(['2023-01-31', '2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])('may be %s', (text) => {
    expect(localDate(text)).toBe(text);
  });

  it.each([
    '2023-02-29',
    '1900-02-29',
    '2023-00-01',
    '2023-13-01',
    '2023-01-00',
    '2023-04-31',
    '0000-01-01',
    '2023-1-01',
    '2023/01/01',
    '2023-01-01T',
    ' 2023-01-1',
    '20a3-01-01',
    '２０２３-01-01',
    '',
  ])('is never %j', (text) => {
    expect(localDate(text)).toBeUndefined();
  });

  it('throws for a wrong constant', () => {
    expect(() => assertDate('2023-02-30')).toThrow('not a day');
  });

  it('knows its year, month, day and weekday', () => {
    const date = assertDate('2023-01-28');
    expect([yearOf(date), monthOf(date), dayOfMonth(date), dayOfWeek(date)]).toEqual([2023, 1, 28, 6]);
    expect(dayOfWeek(assertDate('1969-12-28'))).toBe(7);
    expect(dayOfWeek(assertDate('2026-11-23'))).toBe(1);
  });

  it('counts days across leap days and the epoch', () => {
    expect(dayNumber(assertDate('1970-01-01'))).toBe(0);
    expect(dayNumber(assertDate('2000-03-01'))).toBe(11_017);
    expect(addDays(assertDate('2024-02-28'), 2)).toBe('2024-03-01');
    expect(addDays(assertDate('2023-01-01'), -1)).toBe('2022-12-31');
    expect(daysBetween(assertDate('2023-01-01'), assertDate('2024-01-01'))).toBe(365);
    expect(daysBetween(assertDate('2024-12-31'), assertDate('2024-01-01'))).toBe(-365);
  });

  it('numbers every day from 1600 to 2400 one after the other', () => {
    let previous = dayNumber(assertDate('1600-01-01')) - 1;
    const last = dayNumber(assertDate('2400-12-31'));
    while (previous < last) {
      const date = fromDayNumber(previous + 1);
      if (localDate(date) === undefined || dayNumber(date) !== previous + 1) break;
      previous += 1;
    }
    expect(previous).toBe(last);
  });
});

import { describe, expect, it } from 'vitest';
import {
  addMinutes,
  assertInstant,
  dateOf,
  dueDateOf,
  endOfDay,
  epochMilliseconds,
  fromEpochMilliseconds,
  instant,
  instantAt,
  maxInstant,
  minInstant,
  minuteOfDay,
  minutesBetween,
} from './instant.ts';
import { assertDate } from './local-date.ts';

const noon = assertInstant('2023-01-31T12:00:00.000+08:00');

describe('a moment', () => {
  it('is accepted in its one way of writing', () => {
    expect(instant('2023-01-31T23:59:59.999+08:00')).toBe('2023-01-31T23:59:59.999+08:00');
  });

  it.each([
    '2023-01-31T23:59:59.999Z',
    '2023-01-31T23:59:59.999+09:00',
    '2023-01-31T23:59:59+08:00',
    '2023-01-31 23:59:59.999+08:00',
    '2023-01-31T24:00:00.000+08:00',
    '2023-01-31T23:60:00.000+08:00',
    '2023-01-31T23:59:60.000+08:00',
    '2023-01-31T2a:59:59.999+08:00',
    '2023-01-31T23:59:59.9 9+08:00',
    '2023-02-29T00:00:00.000+08:00',
    '',
  ])('is never %j', (text) => {
    expect(instant(text)).toBeUndefined();
  });

  it('lies on a day at a minute', () => {
    expect(instantAt(assertDate('2023-01-31'), 720)).toBe(noon);
    expect([dateOf(noon), minuteOfDay(noon)]).toEqual(['2023-01-31', 720]);
  });

  it('ends a day at 24:00, which is written as the next day but due on the day that ends', () => {
    const end = endOfDay(assertDate('2023-01-31'));
    expect(end).toBe('2023-02-01T00:00:00.000+08:00');
    expect([dateOf(end), dueDateOf(end), dueDateOf(noon)]).toEqual([
      '2023-02-01',
      '2023-01-31',
      '2023-01-31',
    ]);
  });

  it('keeps seconds and milliseconds when minutes are added', () => {
    const at = assertInstant('2023-12-31T23:59:30.250+08:00');
    expect(addMinutes(at, 1)).toBe('2024-01-01T00:00:30.250+08:00');
    expect(addMinutes(at, -1440)).toBe('2023-12-30T23:59:30.250+08:00');
  });

  it('counts whole minutes only', () => {
    expect(minutesBetween(noon, assertInstant('2023-01-31T12:01:59.999+08:00'))).toBe(1);
    expect(minutesBetween(noon, assertInstant('2023-01-31T11:59:00.000+08:00'))).toBe(-1);
  });

  it('meets the clocks outside', () => {
    expect(epochMilliseconds(assertInstant('1970-01-01T08:00:00.000+08:00'))).toBe(0);
    expect(epochMilliseconds(assertInstant('2023-01-01T00:00:00.000+08:00'))).toBe(1_672_502_400_000);
    expect(fromEpochMilliseconds(1_672_502_400_000.7)).toBe('2023-01-01T00:00:00.000+08:00');
    expect(fromEpochMilliseconds(-1)).toBe('1970-01-01T07:59:59.999+08:00');
  });

  it('is compared by its text', () => {
    const later = addMinutes(noon, 1);
    expect([maxInstant(noon, later), minInstant(noon, later)]).toEqual([later, noon]);
  });

  it('throws when the program asks for a broken one', () => {
    expect(() => addMinutes(noon, Number.NaN)).toThrow('whole number');
    expect(() => assertInstant('now')).toThrow('not a moment');
  });
});

import { describe, expect, it } from 'vitest';
import { calendarDays } from './calendar-days.ts';
import { assertDate } from './local-date.ts';
import { SAMPLE_CALENDAR } from './testing/sample-calendar.ts';
import { outsideCoverageRefusal, overlay, type CalendarException, type DayHours } from './work-calendar.ts';
import {
  addWorkdays,
  isWorkday,
  nextWorkday,
  workdayOf,
  workdayOnOrAfter,
  workdaysBetween,
} from './workdays.ts';

const outside = (date: string): unknown => ({ ok: false, reason: 'calendar.outside-coverage', date });
const found = (value: unknown): unknown => ({ ok: true, value });
const halfDay = (works: 'morning' | 'afternoon'): CalendarException => ({
  kind: 'halfDay',
  works,
  name: '半天',
  source: 'zone notice',
});

describe('working days', () => {
  it('gives hours, name and source of a day', () => {
    expect(workdayOf(SAMPLE_CALENDAR, assertDate('2023-01-28'))).toEqual(
      found({
        workday: true,
        hours: [
          [540, 720],
          [840, 1080],
        ],
        name: '春节',
        source: 'sample notice',
      }),
    );
    expect(workdayOf(SAMPLE_CALENDAR, assertDate('2023-02-05'))).toEqual(
      found({ workday: false, hours: [], source: 'five-day week' }),
    );
  });

  it('skips the holidays and counts the make-up days', () => {
    const friday = assertDate('2023-01-20');
    expect(nextWorkday(SAMPLE_CALENDAR, friday)).toEqual(found('2023-01-28'));
    expect(addWorkdays(SAMPLE_CALENDAR, friday, 3)).toEqual(found('2023-01-30'));
    expect(addWorkdays(SAMPLE_CALENDAR, assertDate('2023-01-30'), -3)).toEqual(found('2023-01-20'));
    expect(workdaysBetween(SAMPLE_CALENDAR, friday, assertDate('2023-01-30'))).toEqual(found(3));
    expect(workdaysBetween(SAMPLE_CALENDAR, assertDate('2023-01-30'), friday)).toEqual(found(-3));
  });

  it('counts from a day off to the first working day as one', () => {
    const saturday = assertDate('2023-02-04');
    expect(addWorkdays(SAMPLE_CALENDAR, saturday, 1)).toEqual(found('2023-02-06'));
    expect(addWorkdays(SAMPLE_CALENDAR, saturday, -1)).toEqual(found('2023-02-03'));
    expect(addWorkdays(SAMPLE_CALENDAR, saturday, 0)).toEqual(found('2023-02-04'));
    expect(workdayOnOrAfter(SAMPLE_CALENDAR, saturday)).toEqual(found('2023-02-06'));
    expect(workdayOnOrAfter(SAMPLE_CALENDAR, assertDate('2023-02-06'))).toEqual(found('2023-02-06'));
  });

  it('lays the days of a tenant over those of the state', () => {
    const zone = overlay(SAMPLE_CALENDAR, {
      exceptions: {
        '2023-02-06': halfDay('morning'),
        '2023-02-05': halfDay('afternoon'),
        '2023-01-28': { kind: 'holiday', name: '园区停休', source: 'zone notice' },
        '2023-02-11': {
          kind: 'makeUpDay',
          name: '加班',
          source: 'zone notice',
          hours: { morning: [600, 660] },
        },
      },
    });
    const hours = ['2023-02-06', '2023-02-05', '2023-01-28', '2023-02-11', '2023-01-29'].map((date) => {
      const day = workdayOf(zone, assertDate(date));
      return day.ok && day.value.hours;
    });
    expect(hours).toEqual([
      [[540, 720]],
      [[840, 1080]],
      [],
      [[600, 660]],
      [
        [540, 720],
        [840, 1080],
      ],
    ]);
    expect(isWorkday(SAMPLE_CALENDAR, assertDate('2023-01-28'))).toEqual(found(true));
  });

  it('gives a half day the hours of its own weekday', () => {
    const shortMonday: DayHours = { morning: [570, 690] };
    const zone = overlay(SAMPLE_CALENDAR, {
      weekly: [shortMonday, ...SAMPLE_CALENDAR.weekly.slice(1)],
      exceptions: { '2023-02-06': halfDay('morning') },
    });
    const day = workdayOf(zone, assertDate('2023-02-06'));
    expect(day.ok && day.value.hours).toEqual([[570, 690]]);
  });

  it('answers for a further year once a tenant has entered it', () => {
    const longer = overlay(SAMPLE_CALENDAR, {
      coverage: { from: assertDate('2022-01-01'), to: assertDate('2025-12-31') },
    });
    expect(isWorkday(longer, assertDate('2025-01-02'))).toEqual(found(true));
    expect(isWorkday(SAMPLE_CALENDAR, assertDate('2025-01-02'))).toEqual(outside('2025-01-02'));
  });

  it('does not guess beyond its coverage', () => {
    const last = assertDate('2024-12-31');
    expect(workdayOf(SAMPLE_CALENDAR, assertDate('2021-12-31'))).toEqual(outside('2021-12-31'));
    expect(addWorkdays(SAMPLE_CALENDAR, last, 1)).toEqual(outside('2025-01-01'));
    expect(addWorkdays(SAMPLE_CALENDAR, assertDate('2022-01-03'), -1)).toEqual(outside('2021-12-31'));
    expect(workdaysBetween(SAMPLE_CALENDAR, last, assertDate('2025-01-01'))).toEqual(outside('2025-01-01'));
    expect(calendarDays(SAMPLE_CALENDAR, last, assertDate('2025-01-01'))).toEqual(outside('2025-01-01'));
    const refusal = outsideCoverageRefusal({ ok: false, reason: 'calendar.outside-coverage', date: last });
    expect(refusal).toEqual({ code: 'calendar.outside-coverage', facts: { date: '2024-12-31' } });
  });

  it('rejects hours that are out of order as a bug', () => {
    const broken = overlay(SAMPLE_CALENDAR, { makeUpHours: { morning: [720, 540] } });
    expect(() => isWorkday(broken, assertDate('2023-02-06'))).toThrow('out of order');
  });
});

import { assertDate } from '../local-date.ts';
import type { CalendarException, DayHours, WorkCalendar } from '../work-calendar.ts';

const HOURS: DayHours = { morning: [540, 720], afternoon: [840, 1080] };

const holiday = (name: string): CalendarException => ({ kind: 'holiday', name, source: 'sample notice' });
const makeUpDay = (name: string): CalendarException => ({ kind: 'makeUpDay', name, source: 'sample notice' });

/** For tests: 09:00-12:00 and 14:00-18:00, Monday to Friday, 2022-2024, with National Day 2022 and Spring Festival 2023 only. */
export const SAMPLE_CALENDAR: WorkCalendar = {
  name: 'sample',
  weekly: [HOURS, HOURS, HOURS, HOURS, HOURS, {}, {}],
  makeUpHours: HOURS,
  source: 'five-day week',
  exceptions: {
    '2022-10-01': holiday('国庆节'),
    '2022-10-02': holiday('国庆节'),
    '2022-10-03': holiday('国庆节'),
    '2022-10-04': holiday('国庆节'),
    '2022-10-05': holiday('国庆节'),
    '2022-10-06': holiday('国庆节'),
    '2022-10-07': holiday('国庆节'),
    '2022-10-08': makeUpDay('国庆节'),
    '2022-10-09': makeUpDay('国庆节'),
    '2023-01-21': holiday('春节'),
    '2023-01-22': holiday('春节'),
    '2023-01-23': holiday('春节'),
    '2023-01-24': holiday('春节'),
    '2023-01-25': holiday('春节'),
    '2023-01-26': holiday('春节'),
    '2023-01-27': holiday('春节'),
    '2023-01-28': makeUpDay('春节'),
    '2023-01-29': makeUpDay('春节'),
  },
  coverage: { from: assertDate('2022-01-01'), to: assertDate('2024-12-31') },
};

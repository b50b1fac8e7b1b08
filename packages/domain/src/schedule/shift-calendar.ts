import { assertDate, dayOfWeek, type LocalDate } from '../time/local-date.ts';
import type { Coverage, DayHours, HourSpan, WorkCalendar } from '../time/work-calendar.ts';
import type { Recurrence } from './recurrence.ts';

/** Days unlike their weekday; no hours = off. With a recurrence only its days between from and to are meant. */
export type ShiftException = {
  readonly name: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly hours: readonly HourSpan[];
  readonly recurrence?: Recurrence;
};

/**
 * Working hours by the minute, any number of shifts a day. Plain data, handed in and never changed in place: its
 * table is kept per object.
 */
export type ShiftCalendar = {
  readonly id: string;
  readonly name: string;
  /** Seven entries, Monday first; spans in order, apart, within 0-1440. */
  readonly weekly: readonly (readonly HourSpan[])[];
  /** Of two that speak of one day a dated one wins over a recurring one, then the earlier in the list. */
  readonly exceptions: readonly ShiftException[];
  /** Days it answers for; a plan that reaches beyond them is refused. Absent: every day. */
  readonly coverage?: Coverage;
};

const spans = (hours: DayHours): readonly HourSpan[] =>
  [hours.morning, hours.afternoon].filter((span) => span !== undefined);

type Exception = WorkCalendar['exceptions'][string];

const hoursOn = (calendar: WorkCalendar, date: LocalDate, exception: Exception): DayHours => {
  if (exception.kind === 'holiday') return {};
  if (exception.kind === 'makeUpDay') return exception.hours ?? calendar.makeUpHours;
  const half = exception.works;
  const span = calendar.weekly[dayOfWeek(date) - 1]?.[half] ?? calendar.makeUpHours[half];
  return span === undefined ? {} : { [half]: span };
};

/** A zone's work calendar as the engine reads it: holidays, make-up days and half days as they stand. */
export const shiftCalendarOf = (calendar: WorkCalendar, id: string): ShiftCalendar => ({
  id,
  name: calendar.name,
  weekly: calendar.weekly.map(spans),
  exceptions: Object.entries(calendar.exceptions).map(([date, exception]) => {
    const day = assertDate(date);
    return { name: exception.name, from: day, to: day, hours: spans(hoursOn(calendar, day, exception)) };
  }),
  coverage: calendar.coverage,
});
